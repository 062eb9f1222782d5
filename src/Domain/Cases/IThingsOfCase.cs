namespace Domain.Cases;

/// <summary>What one feature keeps of a case, as far as the case must know when people leave it or it becomes secret.</summary>
public interface IThingsOfCase
{
    /// <summary>What notices about it name.</summary>
    IQueryable<Guid> Ids(Guid caseId);

    /// <summary>The case is not for this platform any more: what is open of it ends. Saved by the caller.</summary>
    Task End(Guid caseId, DateTimeOffset now, CancellationToken ct);
}
