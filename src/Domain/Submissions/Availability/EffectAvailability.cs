using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>生效证明 and 申请执行: both wait for the effect of the decision.</summary>
internal static class EffectAvailability
{
    public const int EnforcementYears = 2;

    public static Availability OfCertificate(CaseStanding of)
    {
        if (!of.IsTrial)
            return Availability.Never("生效证明由作出判决的案件开具。");
        var effect = CaseEffect.Of(of);
        var answer = effect.Standing switch
        {
            EffectStanding.Unknown when of.Case.IsOpen => Availability.No("案件还没有判决。"),
            EffectStanding.Unknown => Availability.Yes with { Note = "收到判决的日期由书记员核对。" },
            EffectStanding.NotServed => Availability.No($"还有人没收到{effect.What}，都收到、过了上诉期才生效。"),
            EffectStanding.Appealed => Availability.No("有人上诉，一审判决没有生效。等二审的结果。"),
            EffectStanding.Coming => Availability.No($"上诉期没过。最早 {ChinaTime.Day(effect.On!.Value, of.Today.Year)}能申请。") with
            {
                From = effect.On,
                IsProvisional = of.Calendar.Counted(effect.On.Value.AddDays(-1)).IsProvisional,
            },
            _ => Availability.Yes,
        };
        return answer with { Rule = LawTable.Of(effect.Law, of.Procedure).Cite, Reckoning = effect.Lines };
    }

    public static Availability OfEnforcement(CaseStanding of)
    {
        if (!of.IsTrial || of.Procedure == Procedure.Criminal)
            return Availability.Never("要对方照判决做的，在判决的案件里申请执行。");
        if (of.IsSecondInstance)
            return Availability.Never(
                $"执行由一审法院办（{LawTable.Of(LawPoint.EnforcementCourt, of.Procedure).Cite}）。请在一审的案件里申请。"
            );
        if (of.Case.State == Cases.CaseState.Enforcing)
            return Availability.No("已经在执行了。");
        var effect = CaseEffect.Of(of);
        var answer = effect.Standing switch
        {
            EffectStanding.Unknown when of.Case.IsOpen => Availability.No("案件还没有判决。"),
            EffectStanding.Unknown => Availability.Yes with { Note = "请把生效证明一起交来。" },
            EffectStanding.Appealed => Availability.No("有人上诉，一审判决没有生效。等二审的结果。"),
            EffectStanding.NotServed or EffectStanding.Coming => Availability.No("判决还没生效。双方都没上诉，生效后就能申请。") with
            {
                From = effect.On,
            },
            EffectStanding.Due when effect.Law == LawPoint.TakesEffect => Availability.No("等生效证明开出来，一起交。"),
            _ => Within(of, effect.On!.Value),
        };
        return answer with
        {
            Rule = LawTable.Of(effect.On is null ? LawPoint.Enforcement : LawPoint.EnforcementPeriod, of.Procedure).Cite,
            Fee = "现在不用交，执行后由对方承担",
        };
    }

    /// <summary>Two years from the last day to perform; where that is not known, from the effect. Who is late is heard: the debtor may object.</summary>
    private static Availability Within(CaseStanding of, DateOnly effective)
    {
        var until = of.Calendar.LastDayOfPeriod(effective.AddYears(EnforcementYears), 0);
        IReadOnlyList<(string, string)> reckoning =
        [
            ("生效", CaseEffect.Day(effective)),
            ($"{EnforcementYears} 年内申请，最晚", CaseEffect.Day(until)),
        ];
        return Availability.Yes with
        {
            Until = until,
            IsProvisional = of.Calendar.Counted(until).IsProvisional,
            Reckoning = reckoning,
            Note =
                until < of.Today
                    ? $"{EnforcementYears} 年已过。现在申请法院也收，对方提出来的，法院审查后可能不执行。"
                    : "判决写了哪天前付清的，从那天起算。",
        };
    }
}
