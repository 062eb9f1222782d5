using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Submissions;

namespace Domain.Tests.Submissions;

/// <summary>What 17, 17b and 17c say of a case, from its facts.</summary>
public class AvailabilityTests
{
    [Fact]
    public void A_judgment_served_today_can_be_appealed_until_the_monday_after_the_fifteenth_day()
    {
        var standing = new Standings();
        standing.Judged(mine: Standings.Today, other: Standings.Today);

        var answer = standing.Ask(SubmissionKind.Appeal);

        Assert.True(answer.CanAct);
        Assert.Equal(new DateOnly(2026, 12, 7), answer.Until);
        Assert.Equal("民事诉讼法第一百七十一条", answer.Rule);
        Assert.Equal("10 元，接到通知后 7 天内交", answer.Fee);
        Assert.Equal(("最后能上诉的一天", "2026-12-07（周一）"), answer.Reckoning[^1]);
        Assert.Contains("12 月 5 日（周六）是休息日，顺延到 12 月 7 日（周一）", answer.Reckoning[1].Result, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_party_has_its_own_last_day()
    {
        var standing = new Standings();
        standing.Judged(mine: new(2026, 10, 16), other: new(2026, 11, 5));

        var (mine, others) = (standing.Ask(SubmissionKind.Appeal), standing.Ask(SubmissionKind.Appeal, standing.Other));

        // Who was kept from it may ask for the time back: the court decides.
        Assert.Equal((true, new DateOnly(2026, 11, 2)), (mine.CanAct, mine.Until));
        Assert.StartsWith("上诉期已经过了。", mine.Note, StringComparison.Ordinal);
        Assert.EndsWith("10 天内可以申请顺延，请写明为什么晚，由法院决定（民事诉讼法第八十六条）。", mine.Note, StringComparison.Ordinal);
        Assert.Equal((true, new DateOnly(2026, 11, 20)), (others.CanAct, others.Until));
    }

    [Fact]
    public void Nobody_appeals_small_claims_a_second_instance_or_what_is_not_decided()
    {
        var small = new Standings().Closed();
        small.Case.TrialProcedure = TrialProcedure.SmallClaims;
        Assert.StartsWith("小额诉讼一审终审", small.Ask(SubmissionKind.Appeal).Why, StringComparison.Ordinal);
        Assert.Equal("民事诉讼法第一百六十五条", small.Ask(SubmissionKind.Appeal).Rule);
        Assert.False(new Standings("民终", CaseStage.SecondInstance).Ask(SubmissionKind.Appeal).Applies);
        Assert.Equal("案件还没有判决。", new Standings().Ask(SubmissionKind.Appeal).Why);
    }

    [Fact]
    public void Who_appeals_what_is_recorded_as_in_effect_is_told_that_the_time_is_over()
    {
        var answer = new Standings { SaidEffectiveOn = new(2026, 8, 20) }
            .Closed()
            .Ask(SubmissionKind.Appeal);

        Assert.True(answer.CanAct);
        Assert.StartsWith("上诉期已经过了。", answer.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubmissionKind.Preservation)]
    [InlineData(SubmissionKind.EvidenceExtension)]
    [InlineData(SubmissionKind.Withdrawal)]
    public void What_is_asked_during_the_trial_is_not_shown_once_the_case_is_closed(SubmissionKind kind)
    {
        Assert.True(new Standings().Ask(kind).Applies);
        Assert.False(new Standings().Closed().Ask(kind).Applies);
    }

    [Fact]
    public void Who_is_not_served_yet_is_told_so_and_a_judgment_served_elsewhere_can_be_appealed()
    {
        var standing = new Standings();
        standing.Judged(mine: Standings.Today, other: null);

        Assert.Equal("判决还没有送达给您。收到以后才开始算上诉期。", standing.Ask(SubmissionKind.Appeal, standing.Other).Why);
        Assert.True(new Standings().Closed().Ask(SubmissionKind.Appeal).CanAct);
    }

    [Fact]
    public void Enforcement_and_certificate_wait_for_the_last_period()
    {
        var standing = new Standings();
        standing.Judged(mine: Standings.Today, other: Standings.Today);

        Assert.Equal("判决还没生效。双方都没上诉，生效后就能申请。", standing.Ask(SubmissionKind.Enforcement).Why);
        var certificate = standing.Ask(SubmissionKind.EffectCertificate);
        Assert.Equal("上诉期没过。最早 12 月 8 日（周二）能申请。", certificate.Why);
        Assert.Equal(new DateOnly(2026, 12, 8), certificate.From);
    }

    [Fact]
    public void When_the_periods_are_over_the_certificate_is_reckoned_line_by_line()
    {
        var standing = new Standings(cause: "买卖合同纠纷");
        standing.Judged(mine: new(2026, 10, 16), other: new(2026, 10, 20));

        var answer = standing.Ask(SubmissionKind.EffectCertificate);

        Assert.True(answer.CanAct);
        Assert.Equal("民事诉讼法第一百五十八条", answer.Rule);
        Assert.Equal(
            [
                ("您收到判决", "2026-10-16"),
                ("对方收到判决", "2026-10-20"),
                ("最后能上诉的一天", "2026-11-04（周三）"),
                ("没人上诉，生效", "2026-11-05（周四）"),
            ],
            answer.Reckoning
        );
        Assert.Equal("等生效证明开出来，一起交。", standing.Ask(SubmissionKind.Enforcement).Why);
    }

    [Fact]
    public void A_verified_judgment_is_enforced_within_two_years()
    {
        var standing = new Standings();
        var judge = Actor.System;
        standing.Judged(mine: new(2026, 10, 16), other: new(2026, 10, 20)).Verify(new(2026, 11, 5), "没有上诉", judge, Standings.Now);

        var answer = standing.Ask(SubmissionKind.Enforcement);

        Assert.True(answer.CanAct);
        Assert.Equal(new DateOnly(2028, 11, 6), answer.Until); // 2028-11-05 is a Sunday
        Assert.Equal("民事诉讼法第二百五十条", answer.Rule);
        Assert.True(standing.Ask(SubmissionKind.EffectCertificate).CanAct);
    }

    [Fact]
    public void An_appeal_keeps_a_judgment_from_its_effect()
    {
        var standing = new Standings();
        standing.Judged(mine: new(2026, 10, 16), other: new(2026, 10, 20)).Appealed("被告上诉", Actor.System, Standings.Now);

        Assert.False(standing.Ask(SubmissionKind.EffectCertificate).CanAct);
        Assert.StartsWith("有人上诉", standing.Ask(SubmissionKind.Enforcement).Why, StringComparison.Ordinal);
    }

    /// <summary>Handed in here and not decided yet, or accepted: until the court says that it came to nothing.</summary>
    [Fact]
    public void An_appeal_that_the_court_has_keeps_a_judgment_from_its_effect_and_is_not_asked_for_twice()
    {
        var standing = new Standings();
        var judgment = standing.Judged(mine: new(2026, 10, 16), other: new(2026, 10, 20));
        standing.Appeals.Add(new(standing.Mine.Id, new(2026, 10, 28)));

        Assert.StartsWith("有人上诉", standing.Ask(SubmissionKind.EffectCertificate, standing.Other).Why, StringComparison.Ordinal);
        Assert.False(standing.Ask(SubmissionKind.Enforcement, standing.Other).CanAct);
        Assert.Equal("您已经上诉，等法院的通知。", standing.Ask(SubmissionKind.Appeal).Why);
        Assert.True(standing.Ask(SubmissionKind.Appeal, standing.Other).CanAct);

        judgment.Verify(new(2026, 11, 5), "上诉已裁定按撤回处理", Actor.System, Standings.Now);
        Assert.True(standing.Ask(SubmissionKind.EffectCertificate, standing.Other).CanAct);
    }

    [Theory]
    [InlineData("民初", "判决 15 天、裁定 10 天；在我国领域内没有住所的 30 天。")] // CPL 171, 286
    [InlineData("行初", "判决 15 天、裁定 10 天。")] // ALL 85
    [InlineData("刑初", "判决 10 天、裁定 5 天。")] // CrPL 230
    public void Who_was_served_elsewhere_reads_the_period_of_that_procedure(string typeCode, string period)
    {
        var note = new Standings(typeCode).Closed().Ask(SubmissionKind.Appeal).Note;
        Assert.EndsWith($"起算，{period}", note, StringComparison.Ordinal);
    }

    /// <summary>CPL 235: the court of the first instance enforces, also what the second one left standing.</summary>
    [Fact]
    public void After_an_appeal_enforcement_is_asked_for_in_the_first_instance()
    {
        var standing = new Standings { SaidEffectiveOn = new(2026, 11, 12) };
        standing.Judged(mine: new(2026, 5, 16), other: new(2026, 5, 16)).Appealed("被告上诉", Actor.System, Standings.Now);
        Assert.True(standing.Ask(SubmissionKind.Enforcement).CanAct);
        Assert.Equal(new DateOnly(2028, 11, 13), standing.Ask(SubmissionKind.Enforcement).Until); // 2028-11-12 is a Sunday

        var above = new Standings("民终", CaseStage.SecondInstance);
        Assert.False(above.Ask(SubmissionKind.Enforcement).Applies);
        Assert.StartsWith("执行由一审法院办", above.Ask(SubmissionKind.Enforcement).Why, StringComparison.Ordinal);
    }

    /// <summary>One of a ruling on jurisdiction, months ago.</summary>
    [Fact]
    public void An_appeal_from_before_the_judgment_came_keeps_nobody_from_appealing_it()
    {
        var standing = new Standings();
        standing.Judged(mine: new(2026, 11, 16), other: new(2026, 11, 16));
        standing.Appeals.Add(new(standing.Mine.Id, new(2026, 6, 3)));

        Assert.Equal(new DateOnly(2026, 12, 1), standing.Ask(SubmissionKind.Appeal).Until);
        Assert.StartsWith("上诉期没过", standing.Ask(SubmissionKind.EffectCertificate).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judgment_of_the_second_instance_takes_effect_as_the_last_party_has_it()
    {
        var standing = new Standings("民终", CaseStage.SecondInstance);
        standing
            .Served(standing.Mine, DocumentKind.Judgment, new(2026, 11, 2), "民事判决书")
            .Served(standing.Other, DocumentKind.Judgment, new(2026, 11, 9), "民事判决书");

        var answer = standing.Ask(SubmissionKind.EffectCertificate);

        Assert.True(answer.CanAct);
        Assert.Equal("民事诉讼法第一百八十二条", answer.Rule);
        Assert.Equal(("不能上诉，最后一方收到就生效", "2026-11-09（周一）"), answer.Reckoning[^1]);
    }

    [Fact]
    public void The_defendant_answers_and_late_is_heard_too()
    {
        var standing = new Standings();
        standing.Served(standing.Other, DocumentKind.Complaint, new(2026, 10, 20), "起诉状副本");

        var late = standing.Ask(SubmissionKind.Defence, standing.Other);

        Assert.Equal((true, new DateOnly(2026, 11, 4)), (late.CanAct, late.Until));
        Assert.Contains("现在交，法院也收", late.Note, StringComparison.Ordinal);
        Assert.Equal("民事诉讼法第一百二十八条", late.Rule);
        Assert.False(standing.Ask(SubmissionKind.Defence).Applies);
        Assert.False(standing.Ask(SubmissionKind.Counterclaim).Applies);
        Assert.True(standing.Ask(SubmissionKind.Counterclaim, standing.Other).CanAct);
    }

    [Fact]
    public void Evidence_has_the_limit_that_the_court_set()
    {
        var standing = new Standings { EvidenceUntil = new(2026, 11, 19) };

        Assert.Equal(
            (true, new DateOnly(2026, 11, 19)),
            (standing.Ask(SubmissionKind.Evidence).CanAct, standing.Ask(SubmissionKind.Evidence).Until)
        );
        Assert.NotEmpty(standing.Ask(SubmissionKind.Evidence).Note);
        Assert.Contains("不能再延长", standing.Ask(SubmissionKind.EvidenceExtension).Why, StringComparison.Ordinal);
        standing.EvidenceUntil = Standings.Today;
        Assert.True(standing.Ask(SubmissionKind.EvidenceExtension).CanAct);
        Assert.Empty(standing.Ask(SubmissionKind.Evidence).Note);
    }

    [Fact]
    public void A_suit_is_withdrawn_by_who_brought_it_before_judgment()
    {
        var standing = new Standings();
        Assert.True(standing.Ask(SubmissionKind.Withdrawal).CanAct);
        Assert.False(standing.Ask(SubmissionKind.Withdrawal, standing.Other).Applies);
        standing.Judged(Standings.Today, Standings.Today);
        Assert.Equal("已经判决了，不能再撤诉。", standing.Ask(SubmissionKind.Withdrawal).Why);
    }

    [Fact]
    public void A_closed_case_takes_no_more_of_what_belongs_to_the_trial()
    {
        var standing = new Standings().Closed();
        SubmissionKind[] always =
        [
            SubmissionKind.Identity,
            SubmissionKind.OtherMaterial,
            SubmissionKind.Appeal,
            SubmissionKind.Enforcement,
            SubmissionKind.EffectCertificate,
            SubmissionKind.FeeRefund,
            SubmissionKind.OtherApplication,
        ];
        Assert.Equal(always, Enum.GetValues<SubmissionKind>().Where(k => standing.Ask(k).CanAct));
    }

    [Fact]
    public void Whoever_may_not_is_told_why()
    {
        Standings[] standings =
        [
            new(),
            new Standings().Closed(),
            new("刑初"),
            new("执", CaseStage.Enforcement),
            new("行初"),
            new("民终", CaseStage.SecondInstance),
        ];
        foreach (var standing in standings)
        foreach (var party in standing.Case.Parties)
        foreach (var kind in Enum.GetValues<SubmissionKind>())
            Assert.True(standing.Ask(kind, party) is { CanAct: true } or { Why.Length: > 0 }, $"{standing.Case.Number} {kind}");
    }
}
