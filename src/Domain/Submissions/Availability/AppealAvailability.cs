using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>提起上诉: each party's period runs from its own service (JI 244).</summary>
internal static class AppealAvailability
{
    public static Availability Of(CaseStanding of)
    {
        if (!of.ByFirstInstance)
            return Availability.Never(of.IsTrial ? "二审判决是终审，不能再上诉。认为判错了的，可以申请再审。" : "只有一审案件能上诉。");
        if (of.IsOneInstance)
            return Availability.No("小额诉讼一审终审，不能上诉。认为判错了的，可以申请再审。") with
            {
                Rule = LawTable.Of(LawPoint.FinalOfSmallClaims, of.Procedure).Cite,
            };
        var decision = of
            .Copies.Where(c => c.Copy is { IsAppealable: true, Kind: DocumentKind.Judgment or DocumentKind.Ruling })
            .GroupBy(c => c.Source)
            .OrderBy(g => g.First().Copy.Kind == DocumentKind.Ruling)
            .ThenByDescending(g => g.Max(c => c.Copy.Id))
            .FirstOrDefault();
        if (of.HasAppealed(of.Of.Id, decision?.Key))
            return Availability.No("您已经上诉，等法院的通知。");
        if (decision is null)
            return of.Case.IsOpen ? Availability.No("案件还没有判决。")
                : of.SaidEffectiveOn is null ? NotServedHere(of)
                : NotServedHere(of) with { Note = Late(of) };
        var (kind, what) = decision.First().Copy is { Kind: DocumentKind.Ruling }
            ? (DocumentKind.Ruling, "裁定")
            : (DocumentKind.Judgment, "判决");
        var own = of.CopiesOf(decision.Key, of.Of.Id).ToList();
        var mine = PartyService.Of(of.Of.Id, own);
        if (mine.LastDay is not { } last)
            return Availability.No($"{what}还没有送达给您。收到以后才开始算上诉期。") with { Rule = Law(kind, of), Fee = Fee(of, kind) };
        var counts = own.First(c => c.EffectiveOn == mine.ServedOn && c.LimitEndsOn == last);
        return Availability.Yes with
        {
            Until = last,
            IsProvisional = of.Calendar.Counted(last).IsProvisional,
            Rule = counts.LimitLaw,
            Fee = Fee(of, kind),
            Reckoning =
            [
                ($"您收到{what}", CaseEffect.Day(mine.ServedOn!.Value)),
                ($"从第二天起算，{counts.LimitDays} 天", LimitWords.Reason(counts, of.Calendar)),
                ("最后能上诉的一天", CaseEffect.Day(last)),
            ],
            Note = last >= of.Today ? "过了这天就不能上诉了。" : Late(of),
        };
    }

    /// <summary>Not for this platform to turn away: the court decides whether the time is given back.</summary>
    private static string Late(CaseStanding of) =>
        $"上诉期已经过了。有正当理由耽误的，障碍消除后 {(of.Procedure == Procedure.Criminal ? 5 : 10)} 天内可以申请顺延，"
        + $"请写明为什么晚，由法院决定（{LawTable.Of(LawPoint.Delay, of.Procedure).Cite}）。";

    private static Availability NotServedHere(CaseStanding of) =>
        Availability.Yes with
        {
            Note = $"判决不是在这里送达的。上诉期从您签收的第二天起算，{Periods(of)}。",
            Rule = Law(DocumentKind.Judgment, of),
            Fee = Fee(of, DocumentKind.Judgment),
        };

    /// <returns>判决 15 天、裁定 10 天; in civil cases also of parties without a domicile here.</returns>
    private static string Periods(CaseStanding of)
    {
        var here = string.Join('、', new[] { Period(DocumentKind.Judgment, "判决", true), Period(DocumentKind.Ruling, "裁定", true) });
        return of.Procedure == Procedure.Civil
            ? $"{here}；{LimitFacts.WithoutDomicileInChina}的{Period(DocumentKind.Judgment, "", false)}"
            : here;

        string Period(DocumentKind kind, string name, bool hasDomicile)
        {
            var facts = new LimitFacts(of.Procedure, true, Cases.TrialProcedure.Ordinary, hasDomicile, IsInCustody: false);
            return TimeLimit.Of(kind, isAppealable: true, facts) is [var limit, ..] ? $"{name} {limit.Days} 天" : $"{name}以文书写明的为准";
        }
    }

    private static string Law(DocumentKind kind, CaseStanding of) =>
        LawTable.Of(kind == DocumentKind.Ruling ? LawPoint.AppealRuling : LawPoint.AppealJudgment, of.Procedure).Cite;

    /// <summary>Rulings that can be appealed cost nothing (FEE 8-3); criminal cases neither.</summary>
    private static string Fee(CaseStanding of, DocumentKind kind)
    {
        if (of.Procedure is not (Procedure.Civil or Procedure.Administrative) || kind == DocumentKind.Ruling)
            return "";
        var matter = CourtFees.MatterOf(of.Case.Cause, of.Procedure);
        var fee = matter is FeeMatter.Labour or FeeMatter.Administrative or FeeMatter.AdministrativeSpecial
            ? CourtFees.Appeal(matter, 0).Words
            : "按不服一审判决的金额算";
        return $"{fee}，接到通知后 {CourtFees.DaysToPay} 天内交";
    }
}
