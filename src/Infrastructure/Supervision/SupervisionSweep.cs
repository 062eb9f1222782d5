using System.Diagnostics.Metrics;
using Domain.Supervision;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Supervision;

/// <summary>
/// Takes the steps that are due: reminders and levels. Any host may run it, in any number: a lease keeps two from doing the
/// same work for nothing, the rows' versions decide when it fails to, and a step is saved with its trace and its notices or
/// not at all.
/// </summary>
public sealed partial class SupervisionSweep(
    CourtDb db,
    SupervisionChains chains,
    IEnumerable<ISupervisedKind> kinds,
    WorkerLeases leases,
    TimeProvider clock,
    ILogger<SupervisionSweep> log
)
{
    private const int ChunkSize = 500;
    private const string Lease = "supervision";
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromHours(1);
    private static readonly Meter s_meter = new("Court");
    private static readonly Counter<int> s_steps = s_meter.CreateCounter<int>(
        "court.supervision.steps",
        description: "Reminders and levels told"
    );
    private static readonly Counter<int> s_failures = s_meter.CreateCounter<int>(
        "court.supervision.failures",
        description: "Steps that could not be taken and are tried again"
    );

    /// <summary>One round: everything that is due now.</summary>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        if (await NextStepAt(ct) is not { } next || next > clock.GetUtcNow())
            return 0;
        return await leases.Alone(
                Lease,
                s_lease,
                async stillOurs =>
                {
                    var steps = 0;
                    foreach (var kind in kinds)
                        steps += await Run(kind, stillOurs, ct);
                    return steps;
                },
                ct
            ) ?? 0;
    }

    /// <returns>When the next step is due; null when none is left.</returns>
    public async Task<DateTimeOffset?> NextStepAt(CancellationToken ct)
    {
        DateTimeOffset? first = null;
        foreach (var kind in kinds)
        {
            if (await kind.NextStepAt(db, ct) is { } next && !(first <= next))
                first = next;
        }

        return first;
    }

    private async Task<int> Run(ISupervisedKind kind, Func<Task<bool>> stillOurs, CancellationToken ct)
    {
        var steps = 0;
        while (true)
        {
            db.Forget();
            var now = clock.GetUtcNow();
            var due = await kind.Due(db, now, ChunkSize, ct);
            if (due.Count == 0)
                return steps;
            var taken = await Chunk(kind, due, now, ct);
            steps += taken;
            s_steps.Add(taken);
            if (due.Count < ChunkSize || !await stillOurs())
                return steps;
        }
    }

    private async Task<int> Chunk(ISupervisedKind kind, List<Supervised> due, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var chain = await chains.Of([.. due.Select(d => d.SupervisedDivisionId).Distinct()], ct);
            var taken = due.Sum(d => TakeAll(d, chain[d.SupervisedDivisionId], now));
            await db.SaveChangesAsync(ct);
            return taken;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            ChunkFailed(log, e, kind.Name, due.Count);
            var taken = 0;
            foreach (var id in due.Select(d => d.Id).ToList())
                taken += await One(kind, id, now, ct);
            return taken;
        }
    }

    /// <summary>By itself, so that one that fails stops no other; it is tried again later, less and less often.</summary>
    private async Task<int> One(ISupervisedKind kind, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            db.Forget();
            if (await kind.DueOne(db, id, now, ct) is not { } thing)
                return 0;
            var taken = TakeAll(thing, await chains.Of(thing.SupervisedDivisionId, ct), now);
            await db.SaveChangesAsync(ct);
            return taken;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            db.Forget();
            // Somebody else acted on it meanwhile: the next round sees it if it is still due.
            if (e is DbUpdateConcurrencyException || await kind.DueOne(db, id, now, ct) is not { } thing)
                return 0;
            StepFailed(log, e, kind.Name, id);
            s_failures.Add(1);
            var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(thing.StepFailures, 6)));
            thing.StepFailed(now + (wait < s_longestWait ? wait : s_longestWait));
            await db.SaveChangesAsync(ct);
            return 0;
        }
    }

    /// <summary>Several that are due follow one after another.</summary>
    private static int TakeAll(Supervised thing, SupervisionChain chain, DateTimeOffset now)
    {
        var taken = 0;
        while (thing.TakeStep(chain, now))
            taken++;
        return taken;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A chunk of {Count} {Kind} could not be saved as one; each is taken by itself")]
    private static partial void ChunkFailed(ILogger log, Exception exception, string kind, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The step of {Kind} {Id} could not be taken; it is tried again later")]
    private static partial void StepFailed(ILogger log, Exception exception, string kind, Guid id);
}
