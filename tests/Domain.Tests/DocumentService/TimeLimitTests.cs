using System.Globalization;
using Domain.Calendar;
using Domain.DocumentService;

namespace Domain.Tests.DocumentService;

public class TimeLimitTests
{
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
        Assert.Equal(Day(last), Appeal(DocumentKind.Judgment, Procedure.Civil).LastDay(OfficialCalendar.AsPublished, Day(served)));

    [Theory]
    [InlineData(DocumentKind.Judgment, Procedure.Civil, 15)]
    [InlineData(DocumentKind.Ruling, Procedure.Civil, 10)]
    [InlineData(DocumentKind.Judgment, Procedure.Administrative, 15)]
    [InlineData(DocumentKind.Ruling, Procedure.Administrative, 10)]
    [InlineData(DocumentKind.Judgment, Procedure.Criminal, 10)]
    [InlineData(DocumentKind.Ruling, Procedure.Criminal, 5)]
    public void Each_procedure_has_its_own_appeal_period(DocumentKind document, Procedure procedure, int days) =>
        Assert.Equal(days, Appeal(document, procedure).Days);

    [Fact]
    public void Who_lives_abroad_has_30_days_to_appeal_and_to_answer()
    {
        Assert.Equal(30, Assert.Single(TimeLimit.Of(DocumentKind.Ruling, Procedure.Civil, isFirstInstance: true, hasDomicile: false)).Days);
        Assert.Equal(
            (TimeLimitKind.Defence, 30),
            Of(Assert.Single(TimeLimit.Of(DocumentKind.Complaint, Procedure.Civil, isFirstInstance: true, hasDomicile: false)))
        );
    }

    [Fact]
    public void What_cannot_be_appealed_starts_no_appeal_period()
    {
        Assert.Empty(TimeLimit.Of(DocumentKind.Judgment, Procedure.Civil, isFirstInstance: false));
        Assert.Empty(TimeLimit.Of(DocumentKind.Ruling, Procedure.Civil, isFirstInstance: true, isAppealable: false));
        Assert.Empty(TimeLimit.Of(DocumentKind.MediationStatement, Procedure.Civil, isFirstInstance: true));
        Assert.Empty(TimeLimit.Of(DocumentKind.Summons, Procedure.Civil, isFirstInstance: true));
    }

    [Fact]
    public void A_judgment_takes_effect_the_day_after_the_last_partys_period()
    {
        var appeal = Appeal(DocumentKind.Judgment, Procedure.Civil);
        DateOnly? a = appeal.LastDay(OfficialCalendar.AsPublished, Day("2026-01-29")),
            b = appeal.LastDay(OfficialCalendar.AsPublished, Day("2026-02-02"));
        Assert.Equal(Day("2026-02-25"), TimeLimit.TakesEffectOn([a, b]));
        Assert.Null(TimeLimit.TakesEffectOn([a, null]));
        Assert.Null(TimeLimit.TakesEffectOn([]));
    }

    private static TimeLimit Appeal(DocumentKind document, Procedure procedure) =>
        Assert.Single(TimeLimit.Of(document, procedure, isFirstInstance: true));

    private static (TimeLimitKind, int) Of(TimeLimit limit) => (limit.Kind, limit.Days);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
