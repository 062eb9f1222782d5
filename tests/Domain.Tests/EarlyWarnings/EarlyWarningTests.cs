using Domain.EarlyWarnings;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.WorkOrders;

namespace Domain.Tests.EarlyWarnings;

public class EarlyWarningTests
{
    private static readonly Guid s_filing = Guid.CreateVersion7();
    private static readonly Owner s_platform = An.Person("苏慧玲", Role.FilingDivision, division: s_filing);
    private static readonly Owner s_head = An.Person("周立文", Role.DivisionHead, division: s_filing);
    private static readonly Owner s_vice = An.Person("郑伟斌", Role.VicePresident, division: Guid.CreateVersion7());
    private static readonly Owner s_president = An.Person("区国峰", Role.President, division: Guid.CreateVersion7());
    private static readonly EarlyWarningSettings s_settings = new();
    private static readonly DateTimeOffset s_night = An.At("2026-11-21 02:10");

    private static readonly SupervisionChain s_chain = new(HolderOf(s_head), HolderOf(s_vice), HolderOf(s_president))
    {
        Platform = [HolderOf(s_platform)],
        Division = "立案庭",
    };

    [Fact]
    public void The_five_steps_follow_one_another_each_with_its_owner_time_and_words()
    {
        var warning = Raised();
        Act(warning, WarningState.ToTake, "", s_platform, next: An.Judge);
        Assert.Equal((WarningState.ToInvestigate, An.Judge.StaffId), (warning.State, warning.OwnerId));
        Act(warning, WarningState.ToInvestigate, "已联系当事人，情绪平稳", An.Judge);
        Assert.Equal(s_platform.StaffId, warning.OwnerId); // by default the person who took it
        Act(warning, WarningState.ToAssess, "属实，暂无现实危险", s_platform, next: An.Head);
        Act(warning, WarningState.ToDispose, "庭领导约谈", An.Head);
        Act(warning, WarningState.ToFeedBack, "当事人表示理解", s_platform);

        Assert.Equal((WarningState.Closed, false), (warning.State, warning.IsOpen));
        Assert.Equal(EarlyWarningWords.Steps.Cast<WarningState?>(), warning.Entries.Select(e => e.Step));
        Assert.Equal(
            [s_platform.Name, An.Judge.Name, s_platform.Name, An.Head.Name, s_platform.Name],
            warning.Entries.Select(e => e.AuthorName)
        );
        Assert.Null(warning.NextStepAt);
    }

    [Theory]
    [InlineData(WarningState.ToInvestigate)]
    [InlineData(WarningState.ToDispose)]
    [InlineData(WarningState.ToFeedBack)]
    public void No_step_is_skipped(WarningState step) =>
        An.Refused("early_warning.wrong_step", () => Act(Raised(), step, "处置完毕", s_platform));

    [Fact]
    public void A_step_is_done_by_its_owner_only_and_taken_by_the_filing_division_or_a_leader_only()
    {
        var warning = Raised();
        An.Refused("early_warning.not_yours", () => Act(warning, WarningState.ToTake, "", An.Judge));
        An.Refused("early_warning.not_yours", () => Act(warning, WarningState.ToTake, "", An.Head)); // of another division
        Act(warning, WarningState.ToTake, "", s_head, next: An.Judge);
        An.Refused("early_warning.not_yours", () => Act(warning, WarningState.ToInvestigate, "我来", s_platform));
    }

    [Fact]
    public void The_closing_feedback_must_be_written()
    {
        var warning = Raised();
        Act(warning, WarningState.ToTake, "", s_platform);
        Act(warning, WarningState.ToInvestigate, "已查", s_platform);
        Act(warning, WarningState.ToAssess, "属实", s_platform);
        Act(warning, WarningState.ToDispose, "已处置", s_platform);
        An.Refused("early_warning.text_missing", () => Act(warning, WarningState.ToFeedBack, " \n", s_platform));
        Assert.True(warning.IsOpen);
    }

    [Fact]
    public void It_is_dismissed_when_it_is_taken_or_assessed_with_a_reason_and_at_no_other_step()
    {
        var warning = Raised();
        An.Refused("early_warning.reason_missing", () => Dismiss(warning, ""));
        Act(warning, WarningState.ToTake, "", s_platform);
        An.Refused("early_warning.wrong_step", () => Dismiss(warning, "误报"));
        Act(warning, WarningState.ToInvestigate, "已查", s_platform);
        Dismiss(warning, "系口误");
        Assert.Equal((WarningState.Dismissed, (DateTimeOffset?)null), (warning.State, warning.NextStepAt));
    }

    [Fact]
    public void A_critical_one_calls_at_night_and_goes_to_the_next_every_fifteen_minutes_until_somebody_takes_it()
    {
        var warning = Raised(WarningLevel.Critical);
        var first = Notices(warning);
        Assert.All(first, n => Assert.True(n.Urgent));
        Assert.Equal([NoticeChannel.Sms, NoticeChannel.InApp], first.Select(n => n.Channel));
        Assert.All(first, n => Assert.Equal(s_platform.StaffId, n.RecipientId));

        List<Guid?> called = [];
        for (var minutes = 15; minutes <= 75; minutes += 15)
        {
            var now = s_night.AddMinutes(minutes);
            Assert.False(warning.CallAgain(s_chain, s_settings.CallAgainAfter, now.AddSeconds(-1)));
            Assert.True(warning.CallAgain(s_chain, s_settings.CallAgainAfter, now));
            var notices = Notices(warning);
            Assert.All(notices, n => Assert.True(n.Urgent));
            called.AddRange(notices.Where(n => n.Channel == NoticeChannel.Sms).Select(n => n.RecipientId));
        }

        Assert.Equal([s_head.StaffId, s_vice.StaffId, s_president.StaffId, s_platform.StaffId, s_head.StaffId], called);
        Act(warning, WarningState.ToTake, "", s_vice);
        Assert.False(warning.CallAgain(s_chain, s_settings.CallAgainAfter, s_night.AddDays(1)));
    }

    [Fact]
    public void One_that_is_not_critical_waits_for_working_hours_and_calls_nobody_again()
    {
        var warning = Raised(WarningLevel.Serious);
        Assert.All(Notices(warning).Where(n => n.Channel == NoticeChannel.Sms), n => Assert.False(n.Urgent));
        Assert.Null(warning.CallAgainAt);
        Assert.False(warning.CallAgain(s_chain, s_settings.CallAgainAfter, s_night.AddDays(3)));
    }

    [Fact]
    public void Raising_the_level_begins_a_new_clock_and_calls_at_once()
    {
        var warning = Raised(WarningLevel.Ordinary);
        var before = warning.DueDay;
        Notices(warning);
        warning.ChangeLevel(
            Guid.CreateVersion7(),
            WarningLevel.Critical,
            "当事人已到楼顶",
            s_settings.Ladder(An.Calendar, WarningLevel.Critical, s_night),
            [s_platform.StaffId],
            s_settings.CallAgainAfter,
            An.As(s_platform),
            s_night
        );
        Assert.True(warning.DueDay < before);
        Assert.All(Notices(warning), n => Assert.True(n.Urgent));
        Assert.Equal(s_night.AddMinutes(15), warning.CallAgainAt);
        An.Refused(
            "early_warning.same_level",
            () =>
                warning.ChangeLevel(
                    Guid.CreateVersion7(),
                    WarningLevel.Critical,
                    "再次",
                    s_settings.Ladder(An.Calendar, WarningLevel.Critical, s_night),
                    [],
                    s_settings.CallAgainAfter,
                    An.As(s_platform),
                    s_night
                )
        );
    }

    [Fact]
    public void A_late_one_climbs_to_the_head_the_vice_president_and_the_president()
    {
        var warning = Raised(WarningLevel.Serious);
        Notices(warning);
        List<Guid?> told = [];
        foreach (var at in new[] { warning.Level1At, warning.Level2At, warning.Level3At })
        {
            while (warning.TakeStep(s_chain, at)) { }

            told.AddRange(
                Notices(warning)
                    .Where(n => n.Kind == EarlyWarningNotices.Supervision.Level.Key && n.Channel == NoticeChannel.Sms)
                    .Select(n => n.RecipientId)
                    .Take(1)
            );
        }

        Assert.Equal([s_head.StaffId, s_vice.StaffId, s_president.StaffId], told);
        Assert.Equal(3, warning.Level);
    }

    [Fact]
    public void At_each_level_those_below_keep_a_copy_and_the_owner_learns_to_whom_it_was_reported()
    {
        var warning = Raised(WarningLevel.Serious);
        Act(warning, WarningState.ToTake, "", s_platform, next: An.Judge);
        Notices(warning);
        while (warning.TakeStep(s_chain, warning.Level2At)) { }

        var fact = warning.TakeFacts()[^1];
        Assert.Equal(
            [
                (EarlyWarningNotices.Supervision.Level.Key, s_vice.StaffId),
                (EarlyWarningNotices.Supervision.Copy.Key, s_head.StaffId),
                (EarlyWarningNotices.Supervision.ToOwner.Key, An.Judge.StaffId),
            ],
            fact.Fact.Notices.Where(n => n.Channel == NoticeChannel.Sms).Select(n => (n.Kind, n.RecipientId!.Value))
        );
        Assert.All(
            fact.Fact.Notices,
            n =>
                Assert.Contains(
                    $"较大预警 {warning.Number}",
                    NoticeKind.Render(NoticeKinds.Of(n.Kind).Text, n.Fields),
                    StringComparison.Ordinal
                )
        );
        Assert.StartsWith("二级督办 分管院领导 ", EarlyWarningTrace.Words(fact.Row), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_trace_nor_a_notice_says_what_it_is_about()
    {
        var warning = Raised(WarningLevel.Critical, "陈建华扬言跳楼");
        Act(warning, WarningState.ToTake, "马上联系陈建华", s_platform, next: An.Judge);
        var taken = warning.TakeFacts();
        Assert.All(taken, f => Assert.DoesNotContain("陈建华", f.Row.Data, StringComparison.Ordinal));
        Assert.Equal(["重大紧急", "接单，下一步排查：陈静怡"], taken.Select(f => EarlyWarningTrace.Words(f.Row)));
        Assert.All(
            taken.SelectMany(f => f.Fact.Notices),
            n => Assert.DoesNotContain(n.Fields.Values, v => v.Contains("陈建华", StringComparison.Ordinal))
        );
        Assert.All(taken.SelectMany(f => f.Fact.Notices), n => Assert.Equal(warning.Subject, n.Subject));
        Assert.Contains(taken, f => f.Row.ContentHash == TraceRow.HashOf("陈建华扬言跳楼"));
    }

    [Theory]
    [InlineData("我要自杀")]
    [InlineData("我要 自　杀！")]
    [InlineData("再不处理我就ＭＥＤＩＡ见")]
    [InlineData("再不处理我就media见")]
    public void Words_are_found_whatever_their_width_capitals_and_spaces(string text) =>
        Assert.Single(WarningWordList.Find(["自杀", "Media"], text));

    [Fact]
    public void A_courts_own_list_begins_empty_changes_with_a_reason_and_its_trace_says_how()
    {
        var administrator = An.As(An.Person("简浩文", Role.Administrator));
        var list = WarningWordList.Of(An.CourtId);
        Assert.Empty(list.Words);
        list.Set(["堵大门", " 静坐 ", "静 坐", ""], "按信访室建议", administrator, s_night);
        list.Set(["静坐", "绝食"], "再改", administrator, s_night);
        list.Set([], "不用了", administrator, s_night);
        Assert.Equal(
            ["加 堵大门、静坐；原因：按信访室建议", "加 绝食；去掉 堵大门；原因：再改", "去掉 静坐、绝食；原因：不用了"],
            list.TakeFacts().Select(f => EarlyWarningTrace.Words(f.Row))
        );
        An.Refused("early_warning.words_same", () => list.Set([" "], "清空", administrator, s_night));
        An.Refused("early_warning.words_invalid", () => list.Set(["死"], "太短", administrator, s_night));
        An.Refused("early_warning.words_invalid", () => list.Set([new string('长', 21)], "太长", administrator, s_night));
        An.Refused(
            "early_warning.words_invalid",
            () => list.Set(Enumerable.Range(100, 201).Select(n => $"第{n}"), "太多", administrator, s_night)
        );
        An.Refused("early_warning.words_not_yours", () => list.Set(["绝食"], "改", An.As(s_platform), s_night));
    }

    [Fact]
    public void The_citys_list_begins_with_the_built_in_words_and_no_administrator_changes_it_alone()
    {
        var list = WarningWordList.Of(WarningWordList.City);
        Assert.Equal(WarningWordList.BuiltIn, list.Words);
        var administrator = An.As(An.Person("简浩文", Role.Administrator));
        An.Refused("early_warning.words_not_yours", () => list.Set(["绝食"], "改", administrator, s_night));
    }

    [Fact]
    public void A_word_of_the_city_that_a_court_lists_too_is_one_and_a_court_takes_none_away() =>
        Assert.Equal(["自杀", "ＭＥＤＩＡ", "静坐"], WarningWordList.Together(["自杀", "ＭＥＤＩＡ"], ["自 杀", "media", "静坐"]));

    private static EarlyWarning Raised(
        WarningLevel level = WarningLevel.Serious,
        string description = "当事人在电话里说要到法院门口拉横幅"
    ) =>
        EarlyWarning.Raise(
            new NewWarning(level, [WarningTrigger.Violence], description)
            {
                Id = Guid.CreateVersion7(),
                Number = "YJ20261120-0001",
                CourtId = An.CourtId,
                DivisionId = s_filing,
            },
            s_settings.Ladder(An.Calendar, level, s_night),
            [s_platform.StaffId],
            s_settings.CallAgainAfter,
            An.As(An.Judge),
            s_night
        );

    private static void Act(EarlyWarning warning, WarningState step, string text, Owner by, Owner? next = null) =>
        warning.Advance(Guid.CreateVersion7(), step, text, next is null ? null : HolderOf(next), An.As(by), s_night.AddMinutes(5));

    private static void Dismiss(EarlyWarning warning, string reason) =>
        warning.Dismiss(Guid.CreateVersion7(), reason, An.As(s_platform), s_night.AddHours(1));

    private static List<Notice> Notices(EarlyWarning warning) => [.. warning.TakeFacts().SelectMany(f => f.Fact.Notices)];

    private static Holder HolderOf(Owner person) => new(person.StaffId, person.Name, person.Role);
}
