using Infrastructure.Persistence;

namespace Infrastructure.Supervision;

/// <summary>Who runs a worker's round at the moment, by the database's clock: the clocks of hosts may differ.</summary>
public sealed class WorkerLease
{
    public required string Name { get; init; }
    public Guid Holder { get; init; }
    public DateTimeOffset Until { get; init; }
}

/// <summary>A lease that is lost costs work done twice for nothing, never a wrong result.</summary>
public sealed class WorkerLeases(CourtDb db)
{
    /// <summary>Takes it, or keeps it for longer.</summary>
    /// <returns>False while another holds it.</returns>
    public Task<bool> Take(string name, Guid holder, TimeSpan lifetime, CancellationToken ct) => db.TakeLease(name, holder, lifetime, ct);

    public Task Release(string name, Guid holder, CancellationToken ct) => db.TakeLease(name, holder, TimeSpan.Zero, ct);
}
