using Domain.DocumentService;

namespace Domain.Submissions;

/// <summary>退费 and 缓减免.</summary>
internal static class FeeAvailability
{
    public static Availability OfRefund(CaseStanding of)
    {
        if (of.Procedure == Procedure.Criminal)
            return Availability.Never("刑事案件不收受理费。");
        var refund = FeeRefunds.Of(of);
        if (refund.Amount > 0)
            return Availability.Yes with
            {
                Note = $"查到 {Money.Words(refund.Amount)} 元可退，填银行卡就行。这是系统先算的，以法院核定为准。",
                Rule = LawTable.Of(refund.Law!.Value, of.Procedure).Cite,
                Reckoning = refund.Lines,
                Known = new Dictionary<string, string> { ["amount"] = Money.Answer(refund.Amount) },
            };
        var rule = LawTable.Of(LawPoint.FeeReturn, of.Procedure).Cite;
        return of.Case.IsOpen
            ? Availability.No("案件还没有结果。结案后多交的、不该您负担的可以退。") with
            {
                Rule = rule,
                Reckoning = refund.Lines,
            }
            : Availability.Yes with
            {
                Note =
                    refund.Lines.Count == 0
                        ? "没有查到您交费的记录，请写明交了多少、为什么退。"
                        : "没有算出可退的，认为应当退的请写明理由。",
                Rule = rule,
                Reckoning = refund.Lines,
            };
    }

    public static Availability OfRelief(CaseStanding of) =>
        of.Procedure == Procedure.Criminal ? Availability.Never("刑事案件不收受理费。")
        : !of.IsTrial ? Availability.Never("起诉、上诉时才交受理费。")
        : !of.Case.IsOpen ? Availability.No("案件已经结了。上诉的，和上诉状一起交。")
        : Availability.Yes with
        {
            Rule = LawTable.Of(LawPoint.FeeRelief, of.Procedure).Cite,
            Note = "起诉或者上诉时提出；免交只适用于个人。",
        };
}
