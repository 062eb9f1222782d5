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
                (after, take) => kind.Open(db, after, take, ct),
                after => kind.OpenIds(db, after, PageSize, ct),
                thing => thing.IsPutOff(AtMost),
                "the next step of supervision is not when the clock gives it",
                findings,
                ct
            );
        var plans = await Plans(findings, ct);
        await Page(
            (after, take) => Waiting(after, take).Include(s => s.Copies).Include(s => s.Attempts).AsSplitQuery().ToListAsync(ct),
            after => Waiting(after, PageSize).Select(s => s.Id).ToListAsync(ct),
            service =>
                service.Copies.MinBy(c => c.Position)?.Kind is { } kind // one whose copies are gone is found by its facts
                && service.IsPutOff([FallbackSteps.National(kind), .. plans[(service.CourtId, kind)]], AtMost),
            "the next channel is not when any plan gives it",
            findings,
            ct
        );
        await Page(
            (after, take) => Unread(after, take).ToListAsync(ct),
            after => Unread(after, PageSize).Select(s => s.Id).ToListAsync(ct),
            _ => true,
            "it is not read before a time that no failed try gives",
            findings,
            ct
        );
        await Claims(findings, ct);
    }

    /// <param name="read">So many of the next by id after the given one.</param>
    /// <param name="ids">Of the page after the given one, in the same order.</param>
    private async Task Page<T>(
        Func<Guid, int, Task<List<T>>> read,
        Func<Guid, Task<List<Guid>>> ids,
        Func<T, bool> isPutOff,
        string problem,
        TraceFindings findings,
        CancellationToken ct
    )
        where T : Aggregate
    {
        var after = Guid.Empty;
        int count;
        do
        {
            db.Forget();
            await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            List<Guid> page;
            try
            {
                var things = await read(after, PageSize);
                NamePutOff(things);
                page = things.ConvertAll(t => t.Id);
            }
            catch (Exception e) when (Unreadable.Is(e))
            {
                page = await ids(after);
                await OneByOne(page);
            }

            await snapshot.CommitAsync(ct);
            (after, count) = (page.LastOrDefault(after), page.Count);
        } while (count == PageSize);
        db.Forget();

        async Task OneByOne(List<Guid> page)
        {
            foreach (var (before, id) in page.Prepend(after).Zip(page))
            {
                db.Forget();
                try
                {
                    NamePutOff(await read(before, 1));
                }
                catch (Exception e) when (Unreadable.Is(e))
                {
                    var trace = db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence);
                    var newest = await trace.LastOrDefaultAsync(ct);
                    findings.Add(newest?.Called() ?? $"{id}", newest?.Sequence ?? 0, Unreadable.Problem(e));
                }
            }
        }

        void NamePutOff(IEnumerable<T> things)
        {
            foreach (var thing in things.Where(isPutOff).ToList())
                findings.Add(TableOf(thing).Called(thing), thing.Version, problem);
        }
    }

    private IQueryable<Service> Waiting(Guid after, int take) =>
        db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.Id > after && s.HandedToClerkAt == null)
            .Where(s => s.State == ServiceState.UnderWay || s.State == ServiceState.Failed)
            .OrderBy(s => s.Id)
            .Take(take);

    private IQueryable<InboundSms> Unread(Guid after, int take)
    {
        var atMost = AtMost;
        return db.Set<InboundSms>()
            .AsNoTracking()
            .Where(s => s.Id > after && s.Outcome == InboundOutcome.Waiting && s.NotBefore > atMost)
            .OrderBy(s => s.Id)
            .Take(take);
    }

    /// <summary>All orders of channels that a court ever had.</summary>
    private async Task<ILookup<(Guid, DocumentKind), IReadOnlyList<FallbackStep>>> Plans(TraceFindings findings, CancellationToken ct)
    {
        var facts = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => t.Kind == FallbackFacts.Set && db.Set<FallbackPlan>().Any(p => p.Id == t.SubjectId))
            .ToListAsync(ct);
        return facts
            .SelectMany(f => Unreadable.Try(f, r => r.Read<FallbackSetData>(), findings))
            .ToLookup(d => (d.CourtId, d.Kind), d => d.Steps);
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
            .Concat(db.Set<Domain.Attachments.FilePreview>().Where(p => p.ClaimedUntil > atMost).Select(p => "file_previews " + p.FileHash))
            .Concat(db.Set<Domain.Uploads.Upload>().Where(u => u.WriterUntil > atMost).Select(u => "uploads " + u.Id))
            .Concat(db.Set<ServiceOutcome>().Where(o => o.ClaimedUntil > atMost).Select(o => "service_outcomes " + o.Id));
        await foreach (var claim in claims.AsAsyncEnumerable().WithCancellation(ct))
            findings.Add(claim, 0, "is held for longer than any worker holds it");
    }

    private SealedTable TableOf(Aggregate thing) => SealModel.Of(db.Model).RecordOf(db.Model.FindEntityType(thing.GetType())!).Table;
}
