using System.Data;
using Domain.DocumentService;
using Domain.InboundMessages;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Infrastructure.Tracing.Seals;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>
/// Whether a step to come still comes when the sealed facts give it: the workers look at columns that no seal covers (since they change
/// without a fact), and one set years ahead would silence the platform. Compared by the domain's own reckoning, so that what other
/// settings or an earlier clock gave is none; only what is too late is named, since what is early tells of itself.
/// </summary>
public sealed class PutOffVerifier(CourtDb db, IEnumerable<ISupervisedKind> kinds, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>A try that failed waits for an hour at most; the other is for hosts whose clocks differ.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(2);

    private DateTimeOffset AtMost => clock.GetUtcNow() + s_patience;

    /// <param name="findings">Gets what was found.</param>
    public async Task Verify(TraceFindings findings, CancellationToken ct)
    {
        foreach (var kind in kinds)
            await Page(
                (after, stop) => kind.Open(db, after, PageSize, stop),
                thing => thing.IsPutOff(AtMost),
                "the next step of supervision is not when the clock gives it",
                findings,
                ct
            );
        ILookup<(Guid, DocumentKind), IReadOnlyList<FallbackStep>> plans = null!;
        await Page(
            async (after, stop) =>
            {
                plans = await Plans(stop);
                return await Waiting(after, stop);
            },
            service =>
            {
                var kind = service.Copies.MinBy(c => c.Position)!.Kind;
                return service.IsPutOff([FallbackSteps.National(kind), .. plans[(service.CourtId, kind)]], AtMost);
            },
            "the next channel is not when any plan gives it",
            findings,
            ct
        );
        await Page(
            (after, stop) => Unread(after, AtMost, stop),
            _ => true,
            "it is not read before a time that no failed try gives",
            findings,
            ct
        );
        await Claims(findings, ct);
    }

    /// <param name="read">The next by id after the given one.</param>
    private async Task Page<T>(
        Func<Guid, CancellationToken, Task<List<T>>> read,
        Func<T, bool> isPutOff,
        string problem,
        TraceFindings findings,
        CancellationToken ct
    )
        where T : Aggregate
    {
        var after = Guid.Empty;
        List<T> page;
        do
        {
            db.Forget();
            await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            page = await read(after, ct);
            await snapshot.CommitAsync(ct);
            foreach (var thing in page.Where(isPutOff))
                findings.Add(TableOf(thing).Called(thing), thing.Version, problem);
            after = page.LastOrDefault()?.Id ?? after;
        } while (page.Count == PageSize);
        db.Forget();
    }

    private Task<List<Service>> Waiting(Guid after, CancellationToken ct) =>
        db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.Id > after && s.HandedToClerkAt == null)
            .Where(s => s.State == ServiceState.UnderWay || s.State == ServiceState.Failed)
            .OrderBy(s => s.Id)
            .Take(PageSize)
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .AsSplitQuery()
            .ToListAsync(ct);

    private Task<List<InboundSms>> Unread(Guid after, DateTimeOffset atMost, CancellationToken ct) =>
        db.Set<InboundSms>()
            .AsNoTracking()
            .Where(s => s.Id > after && s.Outcome == InboundOutcome.Waiting && s.NotBefore > atMost)
            .OrderBy(s => s.Id)
            .Take(PageSize)
            .ToListAsync(ct);

    /// <summary>All orders of channels that a court ever had.</summary>
    private async Task<ILookup<(Guid, DocumentKind), IReadOnlyList<FallbackStep>>> Plans(CancellationToken ct)
    {
        var facts = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => t.Kind == FallbackFacts.Set && db.Set<FallbackPlan>().Any(p => p.Id == t.SubjectId))
            .ToListAsync(ct);
        return facts.Select(f => f.Read<FallbackSetData>()).ToLookup(d => (d.CourtId, d.Kind), d => d.Steps);
    }

    /// <summary>What a worker holds is let go within minutes, by the database's clock; held for years, it would be done by nobody.</summary>
    private async Task Claims(TraceFindings findings, CancellationToken ct)
    {
        var atMost = TimeProvider.System.GetUtcNow() + s_patience;
        var claims = db.Set<WorkerLease>()
            .Where(l => l.Until > atMost)
            .Select(l => "worker_leases " + l.Name)
            .Concat(db.Set<Domain.Notifications.Notice>().Where(n => n.ClaimedUntil > atMost).Select(n => "notices " + n.Id))
            .Concat(db.Set<ServicePlan>().Where(p => p.ClaimedUntil > atMost).Select(p => "service_plans " + p.Id))
            .Concat(db.Set<ServiceOutcome>().Where(o => o.ClaimedUntil > atMost).Select(o => "service_outcomes " + o.Id));
        await foreach (var claim in claims.AsAsyncEnumerable().WithCancellation(ct))
            findings.Add(claim, 0, "is held for longer than any worker holds it");
    }

    private SealedTable TableOf(Aggregate thing) => SealModel.Of(db.Model).RecordOf(db.Model.FindEntityType(thing.GetType())!).Table;
}
