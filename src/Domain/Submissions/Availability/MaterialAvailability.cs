using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Submissions;

internal static class MaterialAvailability
{
    private const string CaseIsOver = "案件已经结了。";

    public static Availability OfDefence(CaseStanding of)
    {
        if (!of.IsTrial || of.Procedure == Procedure.Criminal)
            return Availability.Never("民事、行政案件的被告一方交答辩状。");
        if (!of.IsDefending && of.Of.Role != PartyRole.ThirdParty)
            return Availability.Never("答辩状由被告一方交。");
        var limit = of
            .Copies.Where(c => c.PartyId == of.Of.Id && c.Copy.LimitKind is TimeLimitKind.Defence or TimeLimitKind.AppealReply)
            .Select(c => c.Copy)
            .OrderBy(c => c.LimitEndsOn)
            .FirstOrDefault(c => c.LimitEndsOn is not null);
        var rule = LawTable.Of(of.IsSecondInstance ? LawPoint.AppealReply : LawPoint.Defence, of.Procedure).Cite;
        // Of the appellee the first court, which forwards the file, takes the answer after its own case is closed (CPL 174).
        if (!of.Case.IsOpen && limit?.LimitKind != TimeLimitKind.AppealReply)
            return Availability.No(CaseIsOver) with { Rule = rule };
        if (limit?.LimitEndsOn is not { } last)
            return Availability.Yes with { Rule = rule };
        return Availability.Yes with
        {
            Until = last,
            IsProvisional = of.Calendar.Counted(last).IsProvisional,
            Rule = limit.LimitLaw,
            Reckoning = [("答辩期", LimitWords.Reason(limit, of.Calendar))],
            Note = last < of.Today ? $"答辩期到 {ChinaTime.Day(last)}为止，已经过了。现在交，法院也收；不交也不影响审理。" : "",
        };
    }

    public static Availability OfCounterclaim(CaseStanding of)
    {
        if (!of.ByFirstInstance || of.Procedure != Procedure.Civil)
            return Availability.Never("只有民事一审能反诉。");
        if (!of.IsDefending)
            return Availability.Never("反诉由被告提。");
        var rule = LawTable.Of(LawPoint.Counterclaim, of.Procedure).Cite;
        return of.Case.IsOpen
            ? Availability.Yes with
            {
                Rule = rule,
                Note = "法庭辩论结束前提。",
                Fee = $"合并审理的减半，提起后 {CourtFees.DaysToPay} 天内交",
            }
            : Availability.No(CaseIsOver) with
            {
                Rule = rule,
            };
    }

    public static Availability OfStatement(CaseStanding of) =>
        !of.Case.IsOpen ? Availability.No(CaseIsOver) : Availability.Yes with { Rule = RuleOf(SubmissionKind.AgentStatement, of) };

    public static Availability OfEvidence(CaseStanding of) =>
        !of.Case.IsOpen
            ? Availability.No(CaseIsOver)
            : TrialAvailability.ByEvidenceLimit(of, "举证期限已过，请写明为什么现在才交。法院可以不采纳。") with
            {
                Rule = RuleOf(SubmissionKind.Evidence, of),
            };

    private static string RuleOf(SubmissionKind kind, CaseStanding of) => SubmissionKinds.Of(kind).Rule(of.Procedure);
}
