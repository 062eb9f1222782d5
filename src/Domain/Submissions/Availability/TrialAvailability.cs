using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>What is asked of the court while it tries the case.</summary>
internal static class TrialAvailability
{
    public static Availability Of(SubmissionKind kind, CaseStanding of)
    {
        if (kind == SubmissionKind.OtherApplication)
            return Availability.Yes;
        if (of.Procedure == Procedure.Criminal && kind is not (SubmissionKind.WitnessAttendance or SubmissionKind.Recusal))
            return Availability.Never("这项申请只在民事、行政案件里提。");
        if (!of.IsTrial && kind != SubmissionKind.Recusal)
            return Availability.Never("案件审理中才能申请。");
        var answer = of.Case.IsOpen ? Open(kind, of) : Availability.Never("案件已经结了。");
        return answer with { Rule = SubmissionKinds.Of(kind).Rule(of.Procedure) };
    }

    private static Availability Open(SubmissionKind kind, CaseStanding of) =>
        kind switch
        {
            SubmissionKind.Preservation => Availability.Yes with
            {
                Fee = "按保全的金额算，最多 5000 元",
                Note = "情况紧急的，法院 48 小时内决定。",
            },
            SubmissionKind.EvidenceExtension => OfEvidenceExtension(of),
            SubmissionKind.HearingExtension => OfHearing(of),
            SubmissionKind.Withdrawal => OfWithdrawal(of),
            SubmissionKind.Recusal => Availability.Yes with { Note = "开始审理后才知道理由的，法庭辩论终结前还能提。法院三天内答复。" },
            SubmissionKind.Appraisal => ByEvidenceLimit(of, "举证期限已过，法院可以不准。") with { Fee = "鉴定费先由申请的人交给鉴定机构" },
            _ => ByEvidenceLimit(of, "举证期限已过，法院可以不准。"),
        };

    /// <summary>To be done within 举证期限; who is late is heard all the same.</summary>
    public static Availability ByEvidenceLimit(CaseStanding of, string late) =>
        of.EvidenceUntil is { } until
            ? Availability.Yes with
            {
                Until = until,
                IsProvisional = of.Calendar.Counted(until).IsProvisional,
                Note = until < of.Today ? late : "",
            }
            : Availability.Yes;

    private static Availability OfEvidenceExtension(CaseStanding of) =>
        of.EvidenceUntil is { } until && until < of.Today
            ? Availability.No($"举证期限到 {ChinaTime.Day(until)}为止，已经过了，不能再延长。") with
            {
                Until = until,
            }
            : ByEvidenceLimit(of, "");

    private static Availability OfHearing(CaseStanding of) =>
        of.Case.HearingAt is { } at && ChinaTime.DayOf(at) >= of.Today
            ? Availability.Yes with
            {
                Until = ChinaTime.DayOf(at),
                Note = "准不准由法官决定，没准之前请按原来的时间到庭。",
            }
            : Availability.No("还没有排定开庭。");

    private static Availability OfWithdrawal(CaseStanding of)
    {
        if (!of.IsSuing)
            return Availability.Never(of.IsSecondInstance ? "撤回上诉由上诉的人提。" : "撤诉由原告提。");
        return of.Copies.Any(c => c.Copy is { Kind: DocumentKind.Judgment })
            ? Availability.No("已经判决了，不能再撤诉。")
            : Availability.Yes with
            {
                Note = "宣判前能撤。受理费减半，由您负担。",
            };
    }
}
