using System.Collections.Frozen;

namespace Domain.Cases;

/// <summary>
/// 类型代字 of <see cref="CaseTypes"/>. One is matched whole, so 执恢 is never read as 执, nor 民辖终 as 民辖.
/// </summary>
public static class CaseTypeCodes
{
    /// <summary>死刑复核: the one type with a random number of fixed length instead of a running one.</summary>
    public const string DeathPenaltyReview = "刑核";

    public static FrozenSet<string> All { get; } = CaseTypes.All.Select(t => t.TypeCode).ToFrozenSet();
}
