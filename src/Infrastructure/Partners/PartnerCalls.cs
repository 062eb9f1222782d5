using System.Threading.Channels;
using Domain.Partners;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Partners;

/// <summary>
/// Calls of partners on their way to the database, in memory: a call does not wait for its row, and a host that is killed loses the rows of
/// its last second. What a call did has its own trace.
/// </summary>
public sealed class PartnerCalls
{
    private readonly Channel<PartnerCall> _calls = Channel.CreateBounded<PartnerCall>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Note(PartnerCall call) => _calls.Writer.TryWrite(call);

    internal List<PartnerCall> Take(int most)
    {
        List<PartnerCall> taken = [];
        while (taken.Count < most && _calls.Reader.TryRead(out var call))
            taken.Add(call);
        return taken;
    }
}

/// <summary>Writes down what came in.</summary>
public sealed class KeepPartnerCalls(CourtDb db, PartnerCalls calls)
{
    private const int Batch = 500;

    public async Task<int> Run(CancellationToken ct)
    {
        var taken = calls.Take(Batch);
        if (taken.Count == 0)
            return 0;
        db.Set<PartnerCall>().AddRange(taken);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return taken.Count;
    }
}

/// <summary>On every host that partners call: the rows lie in its memory.</summary>
public sealed class PartnerCallWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<PartnerCallWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    protected override IEnumerable<Round> Rounds => [Round.Of<KeepPartnerCalls>(s_every, (keep, ct) => keep.Run(ct))];
}
