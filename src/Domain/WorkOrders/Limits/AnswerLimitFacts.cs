using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

public static class AnswerLimitFacts
{
    public const string Set = "limit_set";
    public const string Lifted = "limit_lifted";

    /// <returns>3+2+2 改为 5+2+2，案件多.</returns>
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            Set => Words(row.Read<LimitSetData>()),
            Lifted => Words(row.Read<LimitLiftedData>()),
            _ => "",
        };

    private static string Words(LimitSetData data) =>
        $"{AnswerLimit.Words(data.Before)} 改为 {AnswerLimit.Words(data.Limits)}，{data.Reason}";

    private static string Words(LimitLiftedData data) => $"取消单独规定的 {AnswerLimit.Words(data.Limits)}，{data.Reason}";
}

/// <param name="CourtId">Null is every court.</param>
/// <param name="Category">Null is every kind.</param>
/// <param name="Before">What held until then, set here or less specifically.</param>
/// <param name="Approval">Of what holds for all courts; a court's own needs none.</param>
public sealed record LimitSetData(
    Guid? CourtId,
    Category? Category,
    SupervisionLimits Before,
    SupervisionLimits Limits,
    string Reason,
    ApprovalData? Approval
) : FactData;

/// <param name="Limits">What holds no more; what is less specific holds again.</param>
public sealed record LimitLiftedData(Guid? CourtId, Category? Category, SupervisionLimits Limits, string Reason, ApprovalData? Approval)
    : FactData;
