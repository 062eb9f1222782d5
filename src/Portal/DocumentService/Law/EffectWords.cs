using Domain.Calendar;
using Domain.DocumentService;

namespace Portal.DocumentService.Law;

internal static class EffectWords
{
    /// <summary>What there is to know of a judgment's taking effect, each with the look of its chip.</summary>
    public static IEnumerable<(string Look, string Words)> Chips(EffectiveJudgment judgment, WorkCalendar calendar, DateOnly today)
    {
        if (judgment.Decision == EffectDecision.Effective)
            yield return ("ok", "生效已核实");
        if (judgment.Decision == EffectDecision.Appealed)
            yield return ("blue", "有人上诉");
        if (judgment.Decision == EffectDecision.Effective && judgment.ProposedOn != judgment.EffectiveOn)
            yield return ("bad", judgment.ProposedOn is null ? "送达有变化，请复核" : $"现推算 {calendar.ProposedOf(judgment)}");
        if (judgment.IsPresumed)
            yield return ("teal", "含推定送达");
        if (judgment.Decision != EffectDecision.None)
            yield break;
        if (judgment.ProposedOn is null)
            yield return ("warn", $"还差 {judgment.Parties - judgment.Served} 方");
        else if (judgment.ProposedOn > today)
            yield return ("", $"还有 {judgment.ProposedOn.Value.DayNumber - today.DayNumber} 天");
    }
}
