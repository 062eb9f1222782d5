using System.Globalization;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Refusals of what the court decides of a period.</summary>
public static class LimitErrors
{
    public static RefusedException NothingToExtend() =>
        new(Refusal.Unprocessable, "service_limit.nothing_to_extend", "这份文书没有可以延长的答辩期或者上诉期。");

    public static RefusedException OnlyWithoutDomicile() =>
        new(
            Refusal.Unprocessable,
            "service_limit.only_without_domicile",
            $"只有{LimitFacts.PartiesWithoutDomicile}可以申请延长答辩期、上诉期（{LawTable.Of(LawPoint.Extension, Procedure.Civil).Cite}）。"
        );

    public static RefusedException NotLater(DateOnly ends) =>
        new(
            Refusal.Unprocessable,
            "service_limit.not_later",
            $"延长后的最后一日应当晚于 {ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}。"
        );
}
