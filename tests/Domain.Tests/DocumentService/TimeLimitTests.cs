using System.Globalization;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class TimeLimitTests
{
    /// <summary>Civil, first instance, ordinary procedure, a party in China who is not in custody.</summary>
    private static readonly LimitFacts s_here = new(Procedure.Civil, true, TrialProcedure.Ordinary, true, false);

    [Theory]
    [InlineData("2026-01-29", "2026-02-13")]
    [InlineData("2026-01-30", "2026-02-14")] // a make-up working Saturday is no rest day
    [InlineData("2026-02-02", "2026-02-24")]
    [InlineData("2026-04-24", "2026-05-09")]
    [InlineData("2026-09-16", "2026-10-08")]
    [InlineData("2026-09-25", "2026-10-10")]
    [InlineData("2026-11-05", "2026-11-20")]
    [InlineData("2026-11-20", "2026-12-07")]
    public void The_appeal_period_of_a_civil_judgment_runs_15_days_from_the_next_day_and_rolls_off_rest_days(string served, string last) =>
        Assert.Equal(Day(last), Appeal(DocumentKind.Judgment, Procedure.Civil).LastDay(OfficialCalendar.AsPublished, Day(served), s_here));

    [Theory]
    [InlineData(DocumentKind.Judgment, Procedure.Civil, 15)]
    [InlineData(DocumentKind.Ruling, Procedure.Civil, 10)]
    [InlineData(DocumentKind.Judgment, Procedure.Administrative, 15)]
    [InlineData(DocumentKind.Ruling, Procedure.Administrative, 10)]
    [InlineData(DocumentKind.Judgment, Procedure.Criminal, 10)]
    [InlineData(DocumentKind.Ruling, Procedure.Criminal, 5)]
    public void Each_procedure_has_its_own_appeal_period(DocumentKind document, Procedure procedure, int days) =>
        Assert.Equal(days, Appeal(document, procedure).Days);

    [Theory]
    [InlineData(DocumentKind.Complaint, TimeLimitKind.Defence, 15, 30, "民事诉讼法第二百八十五条")]
    [InlineData(DocumentKind.Judgment, TimeLimitKind.Appeal, 15, 30, "民事诉讼法第二百八十六条")]
    [InlineData(DocumentKind.Ruling, TimeLimitKind.Appeal, 10, 30, "民事诉讼法第二百八十六条")]
    [InlineData(DocumentKind.AppealPetition, TimeLimitKind.AppealReply, 15, 30, "民事诉讼法第二百八十六条")]
    public void Who_has_no_domicile_in_China_has_30_days_and_of_whom_it_is_unknown_no_period_is_said(
        DocumentKind document,
        TimeLimitKind kind,
        int here,
        int abroad,
        string law
    )
    {
        Assert.Equal((kind, here), Of(Assert.Single(TimeLimit.Of(document, true, s_here))));
        var there = Assert.Single(TimeLimit.Of(document, true, s_here with { HasDomicile = false }));
        Assert.Equal((kind, abroad, law), (there.Kind, there.Days, there.Law));

        var unknown = s_here with { HasDomicile = null };
        Assert.Empty(TimeLimit.Of(document, true, unknown));
        Assert.Equal([CaseFact.Domicile], unknown.MissingFor(document, true));
    }

    [Theory]
    [InlineData(Domicile.Mainland, true, true)]
    [InlineData(Domicile.Abroad, true, false)]
    [InlineData(Domicile.HongKongMacauTaiwan, true, false)]
    [InlineData(Domicile.HongKongMacauTaiwan, false, true)]
    [InlineData(null, true, null)]
    public void A_domicile_in_Hong_Kong_Macau_or_Taiwan_is_read_as_the_court_sets_it(Domicile? domicile, bool countsAsAbroad, bool? has) =>
        Assert.Equal(has, new ServiceLawSettings(RollsPublicNotices: true, countsAsAbroad).HasDomicile(domicile));

    [Fact]
    public void What_cannot_be_appealed_starts_no_appeal_period()
    {
        Assert.Empty(TimeLimit.Of(DocumentKind.Judgment, true, s_here with { ByFirstInstance = false }));
        Assert.Empty(TimeLimit.Of(DocumentKind.Ruling, false, s_here));
        Assert.Empty(TimeLimit.Of(DocumentKind.MediationStatement, true, s_here));
        Assert.Empty(TimeLimit.Of(DocumentKind.Summons, true, s_here));
    }

    [Fact]
    public void In_small_claims_one_instance_decides_and_an_unknown_procedure_says_nothing()
    {
        Assert.Empty(TimeLimit.Of(DocumentKind.Judgment, true, s_here with { TrialProcedure = TrialProcedure.SmallClaims }));
        Assert.Single(TimeLimit.Of(DocumentKind.Judgment, true, s_here with { TrialProcedure = TrialProcedure.Summary }));
        var unknown = s_here with { TrialProcedure = null };
        Assert.Empty(TimeLimit.Of(DocumentKind.Judgment, true, unknown));
        Assert.Equal([CaseFact.TrialProcedure], unknown.MissingFor(DocumentKind.Judgment, true));
        Assert.Empty(unknown.MissingFor(DocumentKind.Summons, false));
    }

    [Fact]
    public void A_retrials_judgment_is_appealed_only_where_the_retrial_follows_the_first_instance()
    {
        Assert.Single(TimeLimit.Of(DocumentKind.Judgment, true, s_here with { ByFirstInstance = true }));
        Assert.Empty(TimeLimit.Of(DocumentKind.Judgment, true, s_here with { ByFirstInstance = false }));
        Assert.Contains(CaseFact.RetrialProcedure, (s_here with { ByFirstInstance = null }).MissingFor(DocumentKind.Judgment, true));
    }

    [Fact]
    public void A_payment_order_can_be_objected_to_for_15_days_and_a_bankruptcy_ruling_appealed_for_10()
    {
        var objection = Assert.Single(TimeLimit.Of(DocumentKind.PaymentOrder, false, s_here with { ByFirstInstance = false }));
        Assert.Equal((TimeLimitKind.PaymentObjection, 15, "民事诉讼法第二百二十七条"), (objection.Kind, objection.Days, objection.Law));
        var bankruptcy = s_here with { Procedure = TimeLimit.ProcedureOf("破申"), TrialProcedure = null };
        var appeal = Assert.Single(TimeLimit.Of(DocumentKind.Ruling, true, bankruptcy));
        Assert.Equal((TimeLimitKind.Appeal, 10, "企业破产法第十二条"), (appeal.Kind, appeal.Days, appeal.Law));
        Assert.Empty(TimeLimit.Of(DocumentKind.Ruling, false, bankruptcy));
        Assert.True(TimeLimit.IsLeftToCourt(DocumentKind.EvidenceNotice, Procedure.Civil));
    }

    /// <summary>Ten days after 7 February are 17 February, in Spring Festival.</summary>
    [Theory]
    [InlineData(true, "2026-02-17")]
    [InlineData(false, "2026-02-24")]
    public void For_an_accused_in_custody_the_last_day_does_not_roll_off_rest_days(bool isInCustody, string last)
    {
        var facts = s_here with { Procedure = Procedure.Criminal, IsInCustody = isInCustody };
        var appeal = Assert.Single(TimeLimit.Of(DocumentKind.Judgment, true, facts));
        Assert.Equal(Day(last), appeal.LastDay(OfficialCalendar.AsPublished, Day("2026-02-07"), facts));
        Assert.Equal([CaseFact.Custody], (facts with { IsInCustody = null }).MissingFor(DocumentKind.Judgment, true));
    }

    [Fact]
    public void A_judgment_takes_effect_the_day_after_the_last_partys_period()
    {
        var appeal = Appeal(DocumentKind.Judgment, Procedure.Civil);
        DateOnly? a = appeal.LastDay(OfficialCalendar.AsPublished, Day("2026-01-29"), s_here),
            b = appeal.LastDay(OfficialCalendar.AsPublished, Day("2026-02-02"), s_here);
        Assert.Equal(Day("2026-02-25"), TimeLimit.TakesEffectOn([a, b]));
        Assert.Null(TimeLimit.TakesEffectOn([a, null]));
        Assert.Null(TimeLimit.TakesEffectOn([]));
    }

    private static TimeLimit Appeal(DocumentKind document, Procedure procedure) =>
        Assert.Single(TimeLimit.Of(document, true, s_here with { Procedure = procedure }));

    private static (TimeLimitKind, int) Of(TimeLimit limit) => (limit.Kind, limit.Days);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
