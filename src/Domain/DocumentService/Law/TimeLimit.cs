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
}

/// <summary>The branch of procedure; a case number's type code begins with it: 民初, 刑终, 行初.</summary>
public enum Procedure
{
    Civil,
    Criminal,
    Administrative,
    Other,
}

public enum TimeLimitKind
{
    Defence,
    Appeal,
    AppealReply,
    AppealFee,
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
            _ => "上诉费交纳期限",
        };

    /// <param name="typeCode">类型代字 of the case number: 民初, 刑终, 行初.</param>
    public static Procedure ProcedureOf(string typeCode) =>
        typeCode switch
        {
            ['民', ..] => Procedure.Civil,
            ['刑', ..] => Procedure.Criminal,
            ['行', ..] => Procedure.Administrative,
            _ => Procedure.Other,
        };

    /// <param name="caseNumber">Normal form; one from before 2016 tells no procedure.</param>
    public static Procedure ProcedureOfCase(string caseNumber) =>
        ProcedureOf(CaseNumber.Read(caseNumber, int.MaxValue - 1).Number?.TypeCode ?? "");

    /// <summary>A last day that is a rest day rolls to the first working day after it; a make-up working Saturday is none.</summary>
    public DateOnly LastDay(WorkCalendar calendar, DateOnly servedOn) => calendar.LastDayOfPeriod(servedOn, Days);

    /// <summary>The limits that a served document starts for its recipient (domain facts §3.6).</summary>
    /// <param name="isFirstInstance">Only a first instance's judgments and rulings can be appealed.</param>
    /// <param name="isAppealable">Of a ruling: only some kinds may be appealed (不予受理、管辖权异议、驳回起诉).</param>
    /// <param name="hasDomicile">The recipient has a domicile in China.</param>
    public static IReadOnlyList<TimeLimit> Of(
        DocumentKind document,
        Procedure procedure,
        bool isFirstInstance,
        bool isAppealable = true,
        bool hasDomicile = true
    ) =>
        (document, procedure) switch
        {
            (DocumentKind.Complaint, Procedure.Civil) when isFirstInstance =>
            [
                hasDomicile
                    ? By(TimeLimitKind.Defence, 15, LawPoint.Defence, procedure)
                    : By(TimeLimitKind.Defence, 30, LawPoint.DefenceAbroad, procedure),
            ],
            (DocumentKind.Complaint, Procedure.Administrative) when isFirstInstance =>
            [
                By(TimeLimitKind.Defence, 15, LawPoint.Defence, procedure),
            ],
            (DocumentKind.AppealPetition, Procedure.Civil) => [By(TimeLimitKind.AppealReply, 15, LawPoint.AppealReply, procedure)],
            (DocumentKind.AppealFeeNotice, _) => [By(TimeLimitKind.AppealFee, 7, LawPoint.AppealFee, procedure)],
            (DocumentKind.Judgment or DocumentKind.Ruling, _) when isFirstInstance && isAppealable => Appeal(
                document == DocumentKind.Judgment,
                procedure,
                hasDomicile
            ),
            _ => [],
        };

    private static IReadOnlyList<TimeLimit> Appeal(bool isJudgment, Procedure procedure, bool hasDomicile)
    {
        var point = isJudgment ? LawPoint.AppealJudgment : LawPoint.AppealRuling;
        return procedure switch
        {
            Procedure.Civil when !hasDomicile => [By(TimeLimitKind.Appeal, 30, LawPoint.AppealAbroad, procedure)],
            Procedure.Civil or Procedure.Administrative => [By(TimeLimitKind.Appeal, isJudgment ? 15 : 10, point, procedure)],
            Procedure.Criminal => [By(TimeLimitKind.Appeal, isJudgment ? 10 : 5, point, procedure)],
            _ => [],
        };
    }

    private static TimeLimit By(TimeLimitKind kind, int days, LawPoint point, Procedure procedure) =>
        new(kind, days, LawTable.Of(point, procedure).Cite);

    /// <summary>
    /// Each party's period runs from its own service (JI 244); the judgment takes effect the day after the last one ends without an appeal
    /// (CPL 158). A proposal: a mailed appeal arrives late and is in time.
    /// </summary>
    /// <param name="lastDays">The last day of each party's appeal period; null where a party is not served yet.</param>
    public static DateOnly? TakesEffectOn(IReadOnlyCollection<DateOnly?> lastDays) =>
        lastDays.Count == 0 || lastDays.Contains(null) ? null : lastDays.Max()!.Value.AddDays(1);
}
