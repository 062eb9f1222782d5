using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Reading;

/// <summary>Who reads, and for whom.</summary>
/// <param name="Agent">Null where the party reads.</param>
public sealed record Reader(Guid LitigantId, CaseParty Party, CaseAgent? Agent)
{
    public required string Name { get; init; }
    public required string Phone { get; init; }
    public required string IdentityKey { get; init; }

    /// <summary>See <see cref="ReadingRequest.ReaderMark"/>.</summary>
    public required string Mark { get; init; }

    public string Role => Agent is null ? Party.Role.Chinese() : Party.Role.Chinese() + "的代理人";
}

public sealed record NewReading(Guid Id, string Number, Case Case, Reader Reader, IReadOnlyList<CaseFile> Files, string Purpose)
{
    public Channel Channel { get; init; }
}

/// <param name="Until">The last day, whole.</param>
/// <param name="Under">Of the case as the court looked at it.</param>
public sealed record Release(IReadOnlyList<CaseFile> Files, DateOnly Until, bool IsMasked, CaseRestriction Under, int MostDays);

/// <summary>Who decides.</summary>
/// <param name="IsAllowed">By the court's rule, for this case.</param>
public sealed record Releaser(Actor By, bool IsAllowed, string DivisionName)
{
    /// <summary>The case has neither a judge nor a clerk who holds a post.</summary>
    public bool CaseHasNobody { get; init; }
}
