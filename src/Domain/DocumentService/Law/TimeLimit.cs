using Domain.Calendar;
using Domain.Cases;

namespace Domain.DocumentService;

/// <summary>What a document is, as far as the law of service and its time limits ask.</summary>
public enum DocumentKind
{
    /// <summary>起诉状副本.</summary>
    Complaint,
    Judgment,
    Ruling,

    /// <summary>调解书.</summary>
    MediationStatement,

    /// <summary>传票、开庭通知.</summary>
    Summons,

    /// <summary>上诉状副本.</summary>
    AppealPetition,

    /// <summary>举证通知书.</summary>
    EvidenceNotice,

    /// <summary>交纳上诉费通知.</summary>
    AppealFeeNotice,
    Other,

    /// <summary>支付令.</summary>
    PaymentOrder,
}

/// <summary>The branch of procedure; a case number's type code begins with it: 民初, 刑终, 行初.</summary>
public enum Procedure
{
    Civil,
    Criminal,
    Administrative,
    Other,

    /// <summary>破产、强制清算.</summary>
    Bankruptcy,
}

public enum TimeLimitKind
{
    Defence,
    Appeal,
    AppealReply,
    AppealFee,

    /// <summary>To object to a payment order.</summary>
    PaymentObjection,
}

/// <summary>A period that starts with service and runs in calendar days from the next day (CPL 85).</summary>
/// <param name="Law">As screens and certificates cite it.</param>
public sealed record TimeLimit(TimeLimitKind Kind, int Days, string Law)
{
    /// <summary>答辩期、上诉期… as screens name it.</summary>
    public string Name => NameOf(Kind);

    public static string NameOf(TimeLimitKind kind) =>
        kind switch
        {
            TimeLimitKind.Defence => "答辩期",
            TimeLimitKind.Appeal => "上诉期",
            TimeLimitKind.AppealReply => "上诉答辩期",
            TimeLimitKind.PaymentObjection => "支付令异议期",
            _ => "上诉费交纳期限",
        };

    /// <param name="typeCode">类型代字 of the case number: 民初, 刑终, 行初.</param>
    public static Procedure ProcedureOf(string typeCode) =>
        typeCode switch
        {
            ['破' or '清', ..] or "强清" or "民破" or "民算" => Procedure.Bankruptcy,
            ['民', ..] => Procedure.Civil,
            ['刑', ..] => Procedure.Criminal,
            ['行', ..] => Procedure.Administrative,
            _ => Procedure.Other,
        };

    /// <param name="caseNumber">Normal form; one from before 2016 tells no procedure.</param>
    public static Procedure ProcedureOfCase(string caseNumber) =>
        ProcedureOf(CaseNumber.Read(caseNumber, int.MaxValue - 1).Number?.TypeCode ?? "");

    /// <summary>
    /// A last day that is a rest day rolls to the first working day after it (CPL 85); a make-up working Saturday is none. For an accused
    /// in custody it does not roll (CrPL 105).
    /// </summary>
    public static DateOnly LastDay(WorkCalendar calendar, DateOnly servedOn, int days, LimitFacts facts) =>
        facts.RollsOffRestDays ? calendar.LastDayOfPeriod(servedOn, days) : servedOn.AddDays(days);

    public DateOnly LastDay(WorkCalendar calendar, DateOnly servedOn, LimitFacts facts) => LastDay(calendar, servedOn, Days, facts);

    /// <summary>The limits that a served document starts for its recipient (domain facts §3.6); none while a fact that they hang on is unknown.</summary>
    /// <param name="isAppealable">Of a ruling: only some kinds may be appealed (不予受理、管辖权异议、驳回起诉).</param>
    public static IReadOnlyList<TimeLimit> Of(DocumentKind document, bool isAppealable, LimitFacts facts)
    {
        if (facts.MissingFor(document, isAppealable).Count > 0)
            return [];
        return (document, facts.Procedure) switch
        {
            (DocumentKind.Complaint, Procedure.Civil) when facts.ByFirstInstance == true =>
            [
                facts.HasDomicile == true
                    ? By(TimeLimitKind.Defence, 15, LawPoint.Defence, facts)
                    : By(TimeLimitKind.Defence, 30, LawPoint.DefenceAbroad, facts),
            ],
            (DocumentKind.Complaint, Procedure.Administrative) when facts.ByFirstInstance == true =>
            [
                By(TimeLimitKind.Defence, 15, LawPoint.Defence, facts),
            ],
            (DocumentKind.AppealPetition, Procedure.Civil) =>
            [
                facts.HasDomicile == true
                    ? By(TimeLimitKind.AppealReply, 15, LawPoint.AppealReply, facts)
                    : By(TimeLimitKind.AppealReply, 30, LawPoint.AppealReplyAbroad, facts),
            ],
            (DocumentKind.PaymentOrder, Procedure.Civil) => [By(TimeLimitKind.PaymentObjection, 15, LawPoint.PaymentObjection, facts)],
            (DocumentKind.AppealFeeNotice, _) => [By(TimeLimitKind.AppealFee, 7, LawPoint.AppealFee, facts)],
            (DocumentKind.Judgment or DocumentKind.Ruling, _) when facts.ByFirstInstance == true && isAppealable => Appeal(
                document == DocumentKind.Judgment,
                facts
            ),
            _ => [],
        };
    }

    /// <summary>The law leaves the period to the court, which writes it into the document: 举证期限, 债权申报期限.</summary>
    public static bool IsLeftToCourt(DocumentKind document, Procedure procedure) =>
        document == DocumentKind.EvidenceNotice || (procedure == Procedure.Bankruptcy && document == DocumentKind.Other);

    private static IReadOnlyList<TimeLimit> Appeal(bool isJudgment, LimitFacts facts)
    {
        var point = isJudgment ? LawPoint.AppealJudgment : LawPoint.AppealRuling;
        return facts.Procedure switch
        {
            // One instance decides (CPL 165); its rulings too (JI 276, 277).
            Procedure.Civil when facts.TrialProcedure == TrialProcedure.SmallClaims => [],
            Procedure.Civil when facts.HasDomicile == false => [By(TimeLimitKind.Appeal, 30, LawPoint.AppealAbroad, facts)],
            Procedure.Civil or Procedure.Administrative => [By(TimeLimitKind.Appeal, isJudgment ? 15 : 10, point, facts)],
            Procedure.Criminal => [By(TimeLimitKind.Appeal, isJudgment ? 10 : 5, point, facts)],
            Procedure.Bankruptcy when !isJudgment => [By(TimeLimitKind.Appeal, 10, point, facts)],
            _ => [],
        };
    }

    private static TimeLimit By(TimeLimitKind kind, int days, LawPoint point, LimitFacts facts) =>
        new(kind, days, LawTable.Of(point, facts.Procedure).Cite);

    /// <summary>
    /// Each party's period runs from its own service (JI 244); the judgment takes effect the day after the last one ends without an appeal
    /// (CPL 158). A proposal: a mailed appeal arrives late and is in time.
    /// </summary>
    /// <param name="lastDays">The last day of each party's appeal period; null where a party is not served yet.</param>
    public static DateOnly? TakesEffectOn(IReadOnlyCollection<DateOnly?> lastDays) =>
        lastDays.Count == 0 || lastDays.Contains(null) ? null : lastDays.Max()!.Value.AddDays(1);
}
