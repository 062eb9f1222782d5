using Bunit;
using Domain.Calendar;
using Domain.CityChanges;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.CityChanges;
using Infrastructure.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.CityChanges;

namespace Portal.Tests.CityChanges;

/// <summary>What holds for the whole city is asked for by its administrator and approved by another person.</summary>
public sealed class CityChangeTests(TestDatabase database) : DeskTest(database)
{
    /// <summary>Ten working days from now.</summary>
    private static readonly DaysByHand s_closure = new(new(2026, 12, 4), new(2026, 12, 4), Works: false);

    [Fact]
    public async Task Another_person_sees_before_and_after_approves_and_it_holds_with_both_in_the_traces()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var id = await Data.Ask(s_closure, "全市停电检修", asker);
        Assert.True(await Works(s_closure.First)); // asked for, not changed
        var page = Open<CityChangesPage>(second);
        var card = page.WaitForElement(".city-change");
        Assert.Contains("登记停工 2026-12-04", card.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{asker.Name} 2026-11-20 10:26 提请 · 原因：全市停电检修", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("2026-12-04 周五", "工作日", "停工 全市停电检修"),
            (page.Find("dt").TextContent, page.Find("del").TextContent, page.Find("ins").TextContent)
        );

        await On(page, ".city-change .btn-primary", approve => approve.Click());
        Assert.Contains("批准后在全部法院立即生效，不能撤回", page.Find(".city-change [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-11-20 10:26 批准", page.Find(".city-change").TextContent, StringComparison.Ordinal);
        await On(page, ".city-change [role=alert] .btn-primary", sure => sure.Click());
        page.WaitForAssertion(() => Assert.Contains("已生效", page.Find(".city-change").TextContent, StringComparison.Ordinal));
        Assert.Contains($"{second.Name} 2026-11-20 10:26 批准", page.Find(".city-change").TextContent, StringComparison.Ordinal);
        Assert.False(await Works(s_closure.First));
        var rows = await Data.Use((CourtDb db) => db.Set<TraceRow>().AsNoTracking().OrderBy(t => t.Sequence).ToListAsync());
        Assert.Equal(
            [("city_change_asked", asker.Name), ("city_change_approved", second.Name), ("city_change_took_effect", "系统")],
            rows.Where(t => t.SubjectId == id).Select(t => (t.Kind, t.ActorName))
        );
        var changed = rows.Single(t => t.Kind == CalendarFacts.Set);
        Assert.Equal((asker.Name, new(id, second.Id, second.Name)), (changed.ActorName, changed.Read<CalendarChangedData>().Approval));
    }

    [Fact]
    public async Task Nobody_approves_or_returns_their_own_in_whatever_post()
    {
        var asker = await Data.CityAdministrator();
        var id = await Data.Ask(s_closure, "检修", asker);
        var filing = await Data.Division(DivisionKind.Filing, "gz-zy");
        var otherPost = Actor.Staff(
            asker.Id,
            asker.Name,
            new StaffPost(Guid.CreateVersion7(), Role.FilingDivision, filing.CourtId, filing.Id, CourtLevel.Intermediate)
        );
        foreach (var self in new[] { asker, otherPost })
        {
            await Refused("city_change.own", decide => decide.Approve(id, self, default));
            await Refused("city_change.own", decide => decide.Return(id, "不妥", self, default));
        }

        Assert.Equal(CityChangeState.Waiting, (await Data.CityChange(id)).State);
        var page = Open<CityChangesPage>(asker);
        Assert.Equal("撤回", page.WaitForElement(".city-change button").TextContent);
        Assert.Single(page.FindAll(".city-change button"));
    }

    [Theory]
    [InlineData(Role.Administrator, DivisionKind.Technology, "yuexiu", false)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "yuexiu", false)]
    [InlineData(Role.President, DivisionKind.Leadership, "gz-zy", false)]
    [InlineData(Role.SupervisionOfficer, DivisionKind.Filing, "gz-zy", false)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "gz-zy", true)]
    [InlineData(Role.Administrator, DivisionKind.Technology, "gz-zy", true)]
    public async Task Those_who_may_approve_are_told_and_nobody_else_may(Role role, DivisionKind kind, string court, bool may)
    {
        var second = await Somebody(role, kind, court);
        var asker = await Data.CityAdministrator();
        var id = await Data.Ask(s_closure, "检修", asker);
        NoticeChannel[] ways = may ? [NoticeChannel.InApp, NoticeChannel.Sms] : [];
        Assert.Equal(ways.Order(), (await Told(id, second)).Select(n => n.Channel).Order());
        Assert.Empty(await Told(id, asker));
        var count = (await Data.Use((ShellQueries q) => q.Counts([NavCount.CityChanges], second, Clock.Now, default)))[
            NavCount.CityChanges
        ];
        Assert.Equal(may ? 1 : 0, count.Total);
        if (may)
        {
            await Data.Use((DecideCityChange decide) => decide.Approve(id, second, default));
            Assert.Contains("已生效", Assert.Single(await Told(id, asker)).Fields["result"], StringComparison.Ordinal);
            return;
        }

        await Refused("city_change.not_yours", decide => decide.Approve(id, second, default));
        await Refused("city_change.not_yours", decide => decide.Return(id, "不妥", second, default));
        Assert.Empty(await Data.Use((CityChangeQueries q) => q.Open(second, default)));
    }

    [Theory]
    [InlineData("2026-11-20 22:30", "2026-11-23", true)] // Friday night: the courts are closed on Monday
    [InlineData("2026-11-20 22:30", "2026-11-21", true)] // made up for on Saturday
    [InlineData("2026-11-20 22:30", "2026-11-24", false)]
    public async Task Of_what_begins_before_the_next_working_day_is_over_the_second_person_is_told_at_once(
        string now,
        string day,
        bool isUrgent
    )
    {
        Clock.Now = SetClock.Read(now);
        var second = await Data.CityAdministrator();
        var first = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var isWorked = await Works(first);
        var id = await Data.Ask(new DaysByHand(first, first, Works: !isWorked), "台风", await Data.CityAdministrator());
        Assert.Equal(isUrgent, (await Data.CityChange(id)).IsUrgent);
        var sms = Assert.Single(await Told(id, second), n => n.Channel == NoticeChannel.Sms);
        Assert.Equal((isUrgent, isUrgent), (sms.Urgent, sms.Express)); // else it waits for Monday's office hours
        Assert.Equal(isUrgent ? CityChangeNotices.AskedUrgently.Key : CityChangeNotices.Asked.Key, sms.Kind);
    }

    [Fact]
    public async Task A_change_is_returned_with_its_reason_and_the_asker_reads_it()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var id = await Data.Ask(s_closure, "检修", asker);
        await Refused("city_change.return_reason_missing", decide => decide.Return(id, " ", second, default));
        var page = Open<CityChangesPage>(second);
        await On(page, ".city-change .btn-quiet", open => open.Click());
        await On(page, ".city-change input", reason => reason.Change("检修改到周末"));
        await On(page, ".city-change form", form => form.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains($"退回 · 原因：检修改到周末", page.Find(".city-change").TextContent, StringComparison.Ordinal)
        );
        Assert.True(await Works(s_closure.First));
        Assert.Equal("已退回，请看原因", Assert.Single(await Told(id, asker)).Fields["result"]);
        await Refused("city_change.decided", decide => decide.Approve(id, second, default));
        await Refused("city_change.decided", decide => decide.Withdraw(id, asker, default));
    }

    [Fact]
    public async Task Whoever_asked_takes_it_back_and_nobody_else()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var id = await Data.Ask(s_closure, "检修", asker);
        await Refused("city_change.not_asker", decide => decide.Withdraw(id, second, default));
        var page = Open<CityChangesPage>(asker);
        await On(page, ".city-change button", withdraw => withdraw.Click());
        page.WaitForAssertion(() => Assert.Contains("已撤回", page.Find(".city-change").TextContent, StringComparison.Ordinal));
        await Refused("city_change.decided", decide => decide.Approve(id, second, default));
        Assert.True(await Works(s_closure.First));
    }

    [Fact]
    public async Task What_was_approved_and_could_not_take_effect_says_why()
    {
        var (asker, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var (id, twin) = (await Data.Ask(s_closure, "检修", asker), await Data.Ask(s_closure, "检修，又提请一次", asker));
        foreach (var approved in new[] { id, twin })
            await Data.Use((DecideCityChange decide) => decide.Approve(approved, second, default));
        var failed = await Data.CityChange(twin);
        Assert.Equal((CityChangeState.Failed, "与现在的日历相同，没有要改的"), (failed.State, failed.Outcome));
        var page = Open<CityChangesPage>(second);
        page.WaitForElement(".city-change");
        Assert.Contains("未能生效 · 原因：与现在的日历相同", page.Markup, StringComparison.Ordinal);
        Assert.Equal("未能生效，请看原因", Assert.Single(await Told(twin, asker)).Fields["result"]);
    }

    [Fact]
    public async Task Two_who_decide_at_once_decide_once()
    {
        var id = await Data.Ask(s_closure, "检修", await Data.CityAdministrator());
        var deciders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Data.CityAdministrator()));
        var outcomes = await Task.WhenAll(
            deciders.Select(async by =>
            {
                try
                {
                    await Data.Use((DecideCityChange decide) => decide.Approve(id, by, default));
                    return "";
                }
                catch (RefusedException refused)
                {
                    return refused.Code;
                }
            })
        );
        Assert.Equal(["", "city_change.decided", "city_change.decided", "city_change.decided"], outcomes.Order());
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<RecountRequest>().CountAsync()));
    }

    [Fact]
    public async Task With_one_person_only_the_page_says_that_nobody_can_approve()
    {
        var asker = await Data.CityAdministrator();
        await Data.Ask(s_closure, "检修", asker);
        var page = Open<CityChangesPage>(asker);
        page.WaitForAssertion(() =>
            Assert.Contains("除您以外没有人能批准", page.Find(".c-note.bad").TextContent, StringComparison.Ordinal)
        );
        await Somebody(Role.FilingDivision, DivisionKind.Filing, "gz-zy");
        page = Open<CityChangesPage>(asker);
        page.WaitForElement(".city-change");
        Assert.Empty(page.FindAll(".c-note.bad"));
    }

    private async Task<bool> Works(DateOnly day) => (await Data.Use((ICalendars c) => c.Current(default).AsTask())).IsWorkday(day);

    private Task<List<Notice>> Told(Guid id, Actor who) =>
        Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == id && n.RecipientId == who.Id).ToListAsync());

    private async Task Refused(string code, Func<DecideCityChange, Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Data.Use(act))).Code);
}
