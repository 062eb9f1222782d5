using System.Globalization;
using Domain.Cases;
using Domain.Shared;

namespace Infrastructure.Litigants;

/// <summary>Periods that the trial system counts, in a litigant's words. Their days are the trial system's own.</summary>
internal static class CaseLimitTexts
{
    public static CaseLimitView View(CaseLimit limit, DateOnly today) =>
        new(
            limit.Kind,
            limit.Kind.Chinese(),
            Title(limit, today),
            limit.EndsOn,
            CaseDay.Left(limit.EndsOn, today),
            limit.Rule,
            limit.ExtendedDays + limit.DeductedDays == 0 ? [] : Sum(limit)
        );

    /// <summary>Whether it is the people of the case, and not the court, who have to be done by then.</summary>
    public static bool Asks(CaseLimitKind kind) => kind is CaseLimitKind.Evidence or CaseLimitKind.Payment;

    /// <returns>交证据最晚 11 月 27 日（周五）.</returns>
    public static string ToDo(CaseLimit limit, DateOnly today) =>
        $"{(limit.Kind == CaseLimitKind.Payment ? "交费" : "交证据")}最晚 {ChinaTime.Day(limit.EndsOn, today.Year)}";

    public static string IfLate(CaseLimitKind kind) =>
        kind switch
        {
            CaseLimitKind.Evidence => "过了这天再交，要写明为什么晚，由法官决定收不收",
            CaseLimitKind.Payment => "交不起可以在这天以前申请缓交、减交、免交",
            _ => "",
        };

    private static string Title(CaseLimit limit, DateOnly today) =>
        limit.Kind switch
        {
            CaseLimitKind.Trial => $"最晚 {ChinaTime.Day(limit.EndsOn, today.Year)}审完",
            CaseLimitKind.Enforcement => $"最晚 {ChinaTime.Day(limit.EndsOn, today.Year)}执行完",
            CaseLimitKind.Preservation => $"保全到 {ChinaTime.Day(limit.EndsOn, today.Year)}",
            _ => ToDo(limit, today),
        };

    /// <summary>First what was deducted, then what was extended.</summary>
    private static List<LimitStep> Sum(CaseLimit limit)
    {
        var deducted = limit.EndsOn.AddDays(-limit.ExtendedDays);
        List<LimitStep> steps = [new($"从 {Iso(limit.StartsOn)} 算起", To(deducted.AddDays(-limit.DeductedDays)))];
        if (limit.DeductedDays > 0)
            steps.Add(new(string.Create(CultureInfo.InvariantCulture, $"扣掉不算的 {limit.DeductedDays} 天"), To(deducted)));
        if (limit.ExtendedDays > 0)
            steps.Add(new(string.Create(CultureInfo.InvariantCulture, $"批准延长 {limit.ExtendedDays} 天"), To(limit.EndsOn)));
        return steps;
    }

    private static string To(DateOnly day) => $"到 {Iso(day)}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
