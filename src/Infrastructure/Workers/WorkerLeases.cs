using Infrastructure.Persistence;

namespace Infrastructure.Workers;

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
    private readonly Guid _me = Guid.CreateVersion7();

    /// <summary>Does the work while nobody else does it.</summary>
    /// <param name="work">Given what keeps the lease for longer, and says whether it is still ours.</param>
    /// <returns>Null while another is at it.</returns>
    public async Task<int?> Alone(string name, TimeSpan lifetime, Func<Func<Task<bool>>, Task<int>> work, CancellationToken ct)
    {
        if (!await Take(name, _me, lifetime, ct))
            return null;
        try
        {
            return await work(() => Take(name, _me, lifetime, ct));
        }
        finally
        {
            await db.TakeLease(name, _me, TimeSpan.Zero, CancellationToken.None);
        }
    }

    /// <returns>False while another holds it.</returns>
    internal Task<bool> Take(string name, Guid holder, TimeSpan lifetime, CancellationToken ct) => db.TakeLease(name, holder, lifetime, ct);
}
