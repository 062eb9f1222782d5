using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

public enum Handwork
{
    /// <summary>待交寄: in no batch yet.</summary>
    ToPost,

    /// <summary>在途: with the post, from the batch to the last status.</summary>
    OnItsWay,

    /// <summary>待当面送达.</summary>
    ToHandOver,

    /// <summary>传真: to send, or without a report yet.</summary>
    Fax,

    /// <summary>公告: being drawn up, or in its period.</summary>
    Notice,
}

/// <summary>What people carry and have to enter the outcome of.</summary>
public sealed class HandworkQueries(CourtDb db)
{
    private const int BatchesSize = 5;

    /// <summary>The oldest first.</summary>
    public async Task<Page<HandworkRow>> List(Handwork what, Cursor? after, Actor by, CancellationToken ct)
    {
        var waiting = Of(what, by, await CasesOf(by, ct));
        var found = await waiting
            .EarliestFirst(after, x => x.Attempt.QueuedAt, x => x.Attempt.Id)
            .Select(x => new
            {
                x.Attempt,
                x.Service.TaskId,
                x.Service.TaskNumber,
                x.Service.CaseNumber,
                x.Service.RecipientName,
                x.Service.IsSensitive,
                x.Service.RecipientRole,
                x.Service.DocumentTitles,
                Batch = db.Set<PostBatch>().Where(b => b.Id == x.Attempt.PostBatchId).Select(b => b.Number).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return Page<HandworkRow>.Of(
            found.ConvertAll(f => new HandworkRow(
                f.Attempt,
                f.TaskId,
                f.TaskNumber,
                f.CaseNumber,
                ShownName.Of(f.RecipientName, f.IsSensitive),
                f.RecipientRole,
                f.DocumentTitles,
                Service.Mask(f.Attempt),
                f.Batch
            )),
            r => new Cursor(r.Attempt.QueuedAt, r.Attempt.Id)
        );
    }

    public async Task<IReadOnlyDictionary<Handwork, int>> Counts(Actor by, CancellationToken ct)
    {
        var groups = await Waiting(by, await CasesOf(by, ct))
            .GroupBy(x => new { x.Attempt.Channel, IsBegun = x.Attempt.State == AttemptState.Sent || x.Attempt.PostBatchId != null })
            .Select(g => new
            {
                g.Key.Channel,
                g.Key.IsBegun,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var counts = groups.ToLookup(
            g =>
                g.Channel switch
                {
                    ServiceChannel.Post => g.IsBegun ? Handwork.OnItsWay : Handwork.ToPost,
                    ServiceChannel.InPerson => Handwork.ToHandOver,
                    ServiceChannel.Fax => Handwork.Fax,
                    _ => Handwork.Notice,
                },
            g => g.Count
        );
        return Enum.GetValues<Handwork>().ToDictionary(what => what, what => counts[what].Sum());
    }

    /// <summary>What somebody has to begin: to post, to hand over, to fax, to publish.</summary>
    public Task<Tally> ToBegin(Actor by, CancellationToken ct) => new[] { Tallies(by) }.Sum(ct);

    /// <summary>The same, to be asked together with others.</summary>
    internal IQueryable<Tallied> Tallies(Actor by, int kind = 0) =>
        ByHand(by, null).Where(x => x.Attempt.State == AttemptState.Queued && x.Attempt.PostBatchId == null).Tallied(kind);

    /// <summary>Batches of the division, the newest first.</summary>
    public async Task<Page<PostBatch>> Batches(Cursor? after, Actor by, CancellationToken ct)
    {
        var division = by.Post!.DivisionId;
        var batches = db.Set<PostBatch>().AsNoTracking().Where(b => b.DivisionId == division);
        return Page<PostBatch>.Of(
            await batches.NewestFirst(after, b => b.At, b => b.Id, BatchesSize).ToListAsync(ct),
            b => new Cursor(b.At, b.Id),
            BatchesSize
        );
    }

    /// <summary>A judge's, looked up first: else the database goes through all that waits in the city. Null for others.</summary>
    private async Task<List<Guid>?> CasesOf(Actor by, CancellationToken ct) =>
        by.ExtentOf(Feature.Serving) == Extent.Cases
            ? await db.Set<Case>().Where(c => c.JudgeId == by.Id).Select(c => c.Id).ToListAsync(ct)
            : null;

    private IQueryable<Pair> Of(Handwork what, Actor by, List<Guid>? cases)
    {
        var waiting = Waiting(by, cases);
        return what switch
        {
            Handwork.ToPost => waiting.Where(x =>
                x.Attempt.Channel == ServiceChannel.Post && x.Attempt.State == AttemptState.Queued && x.Attempt.PostBatchId == null
            ),
            Handwork.OnItsWay => waiting.Where(x =>
                x.Attempt.Channel == ServiceChannel.Post && (x.Attempt.State == AttemptState.Sent || x.Attempt.PostBatchId != null)
            ),
            Handwork.ToHandOver => waiting.Where(x => x.Attempt.Channel == ServiceChannel.InPerson),
            Handwork.Fax => waiting.Where(x => x.Attempt.Channel == ServiceChannel.Fax),
            _ => waiting.Where(x => x.Attempt.Channel == ServiceChannel.PublicNotice),
        };
    }

    /// <summary>A public notice that served somebody is over, though nothing came back.</summary>
    private IQueryable<Pair> Waiting(Actor by, List<Guid>? cases) =>
        ByHand(by, cases)
            .Where(x =>
                x.Attempt.Channel != ServiceChannel.PublicNotice
                || x.Attempt.State == AttemptState.Queued
                || !db.Set<ServiceCopy>().Any(c => c.ServedByAttemptId == x.Attempt.Id)
            );

    /// <summary>By the attempts of the division, the clerk or the judge's cases, which an index holds; who may is said by the services.</summary>
    private IQueryable<Pair> ByHand(Actor by, List<Guid>? cases)
    {
        var (me, division) = (by.Id, by.Post!.DivisionId);
        var attempts = db.Set<ServiceAttempt>()
            .AsNoTracking()
            .Where(a =>
                (
                    a.Channel == ServiceChannel.Post
                    || a.Channel == ServiceChannel.InPerson
                    || a.Channel == ServiceChannel.Fax
                    || a.Channel == ServiceChannel.PublicNotice
                ) && (a.State == AttemptState.Queued || a.State == AttemptState.Sent)
            );
        if (by.ExtentOf(Feature.Serving) == Extent.Division)
            attempts = attempts.Where(a => a.DivisionId == division || a.ClerkId == me);
        if (cases is not null)
            attempts = attempts.Where(a => cases.Contains(a.CaseId));
        return db.ServicesHandledBy(by)
            .AsNoTracking()
            .Where(s => s.State != ServiceState.Withdrawn)
            .Join(attempts, s => s.Id, a => a.ServiceId, (s, a) => new Pair { Service = s, Attempt = a });
    }

    private sealed class Pair
    {
        public required Service Service { get; init; }
        public required ServiceAttempt Attempt { get; init; }
    }
}

/// <param name="Name">Masked.</param>
/// <param name="Address">Masked.</param>
/// <param name="Batch">The batch in which it went to the post.</param>
public sealed record HandworkRow(
    ServiceAttempt Attempt,
    Guid TaskId,
    string TaskNumber,
    string CaseNumber,
    string Name,
    string Role,
    string Documents,
    string Address,
    string? Batch
);
