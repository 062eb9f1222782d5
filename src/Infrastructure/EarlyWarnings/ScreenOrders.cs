using Domain.EarlyWarnings;
using Domain.Figures;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.EarlyWarnings;

/// <summary>
/// Looks at orders that were not screened yet, outside the request that made them: listed words, repeated complaints, a sudden
/// rise; and marks repeated orders. Candidates are saved before the order counts as screened: a round that dies in between is
/// done again, and each cause is found once.
/// </summary>
public sealed class ScreenOrders(CourtDb db, WorkerLeases leases, EarlyWarningSettings settings, TimeProvider clock)
{
    private const int BatchSize = 200;
    private const string Lease = "screening";
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(60);

    /// <summary>Everything that waits.</summary>
    /// <returns>How many orders were screened.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var screened = 0;
        while (
            await db.Set<WorkOrder>().AnyAsync(o => o.ScreenedAt == null, ct)
            && await leases.Alone(Lease, s_lease, _ => Batch(ct), ct) is { } batch
        )
            screened += batch;

        return screened;
    }

    /// <returns>How many orders were screened.</returns>
    public async Task<int> Batch(CancellationToken ct)
    {
        var orders = await Look(ct);
        if (orders.Count == 0)
            return 0;
        foreach (var found in await Candidates(orders, ct))
            await Keep(found, ct);
        return await MarkScreened([.. orders.Where(o => o.IsRepeat)], isRepeat: true, ct)
            + await MarkScreened([.. orders.Where(o => !o.IsRepeat)], isRepeat: false, ct);
    }

    /// <summary>An order with a supplement that was not read is looked at again.</summary>
    private async Task<int> MarkScreened(List<Seen> orders, bool isRepeat, CancellationToken ct)
    {
        if (orders.Count == 0)
            return 0;
        var (now, ids, read) = (clock.GetUtcNow(), orders.Select(o => o.Id).ToList(), orders.SelectMany(o => o.Supplements).ToList());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var others = await db.Set<WorkOrder>().Where(o => ids.Contains(o.Id) && o.IsRepeat != isRepeat).Select(o => o.Id).ToListAsync(ct);
        var marked = await db.Set<WorkOrder>()
            .Where(o =>
                ids.Contains(o.Id)
                && !db.Set<WorkOrderEntry>().Any(e => e.WorkOrderId == o.Id && e.Kind == EntryKind.Supplement && !read.Contains(e.Id))
            )
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.ScreenedAt, now).SetProperty(x => x.IsRepeat, isRepeat), ct);
        // The rows are ours until the commit: what the figures say of them changes in this mark and nothing else.
        var changed = await db.Set<WorkOrder>()
            .Where(o => others.Contains(o.Id) && o.IsRepeat == isRepeat)
            .Select(CountedOrder.From)
            .ToListAsync(ct);
        var today = ChinaTime.DayOf(now);
        db.AddRange(changed.SelectMany(after => FigureRows.Between(after with { IsRepeat = !isRepeat }, after, today).All));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return marked;
    }

    private async Task<List<Seen>> Look(CancellationToken ct)
    {
        var (repeat, complaints, rise) = (-settings.RepeatDays, -settings.ComplaintDays, -settings.RiseDays);
        var rows = await (
            from o in db.Set<WorkOrder>().AsNoTracking()
            where o.ScreenedAt == null
            orderby o.ReceivedAt, o.Id
            select new
            {
                o.Id,
                o.CourtId,
                o.CaseId,
                o.LitigantId,
                o.RequesterPhone,
                o.Category,
                o.Text,
                // The same person about the same case, or without one about the same kind of thing.
                PersonBefore = o.LitigantId != null
                    && db.Set<WorkOrder>()
                        .Any(p =>
                            p.LitigantId == o.LitigantId
                            && p.CaseId == o.CaseId
                            && (o.CaseId != null || p.Category == o.Category)
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(repeat)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id < o.Id)
                        ),
                PhoneBefore = o.RequesterPhone != ""
                    && db.Set<WorkOrder>()
                        .Any(p =>
                            p.RequesterPhone == o.RequesterPhone
                            && p.CaseId == o.CaseId
                            && (o.CaseId != null || p.Category == o.Category)
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(repeat)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id < o.Id)
                        ),
                Complaints = o.CaseId == null || o.Category != Category.Complaint
                    ? 0
                    : db.Set<WorkOrder>()
                        .Count(p =>
                            p.CaseId == o.CaseId
                            && p.Category == Category.Complaint
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(complaints)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id <= o.Id)
                        ),
                OfCase = o.CaseId == null
                    ? 0
                    : db.Set<WorkOrder>()
                        .Count(p =>
                            p.CaseId == o.CaseId
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(rise)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id <= o.Id)
                        ),
                OfPerson = o.LitigantId == null
                    ? 0
                    : db.Set<WorkOrder>()
                        .Count(p =>
                            p.LitigantId == o.LitigantId
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(rise)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id <= o.Id)
                        ),
                OfPhone = o.LitigantId != null || o.RequesterPhone == ""
                    ? 0
                    : db.Set<WorkOrder>()
                        .Count(p =>
                            p.RequesterPhone == o.RequesterPhone
                            && p.ReceivedAt >= o.ReceivedAt.AddDays(rise)
                            && (p.ReceivedAt < o.ReceivedAt || p.ReceivedAt == o.ReceivedAt && p.Id <= o.Id)
                        ),
            }
        )
            .Take(BatchSize)
            .ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var added = (
            await db.Set<WorkOrderEntry>()
                .AsNoTracking()
                .Where(e => ids.Contains(e.WorkOrderId) && e.Kind == EntryKind.Supplement)
                .Select(e => new
                {
                    e.WorkOrderId,
                    e.Id,
                    e.Text,
                })
                .ToListAsync(ct)
        ).ToLookup(e => e.WorkOrderId, e => (e.Id, e.Text));
        return
        [
            .. rows.Select(r => new Seen(r.RequesterPhone)
            {
                Id = r.Id,
                CourtId = r.CourtId,
                CaseId = r.CaseId,
                LitigantId = r.LitigantId,
                Texts = [(Guid.Empty, r.Text), .. added[r.Id]],
                IsRepeat = r.PersonBefore || r.PhoneBefore,
                Complaints = r.Complaints,
                OfCase = r.OfCase,
                OfPerson = Math.Max(r.OfPerson, r.OfPhone),
            }),
        ];
    }

    private async Task<List<Found>> Candidates(List<Seen> orders, CancellationToken ct)
    {
        var courts = orders.Select(o => o.CourtId).Distinct().ToList();
        var words = await Words(courts, ct);
        var filing = (
            await db.Set<Division>()
                .AsNoTracking()
                .Where(d => courts.Contains(d.CourtId) && d.Kind == DivisionKind.Filing)
                .OrderBy(d => d.Position)
                .ToListAsync(ct)
        )
            .GroupBy(d => d.CourtId)
            .ToDictionary(g => g.Key, g => g.First().Id);
        return
        [
            .. orders
                .Where(o => filing.ContainsKey(o.CourtId))
                .SelectMany(o => Causes(o, words[o.CourtId]).Select(c => new Found(o, c, filing[o.CourtId]))),
        ];
    }

    /// <summary>The city's words, and each court's own beside them.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<string>>> Words(List<Guid> courts, CancellationToken ct)
    {
        var lists = await db.Set<WarningWordList>()
            .AsNoTracking()
            .Where(l => l.Id == WarningWordList.City || courts.Contains(l.Id))
            .ToDictionaryAsync(l => l.Id, l => l.Words, ct);
        var city = lists.GetValueOrDefault(WarningWordList.City) ?? WarningWordList.BuiltIn;
        return courts.ToDictionary(c => c, c => WarningWordList.Together(city, lists.GetValueOrDefault(c) ?? []));
    }

    private IEnumerable<Cause> Causes(Seen order, IReadOnlyList<string> words)
    {
        foreach (var (entry, text) in order.Texts)
        {
            // The subject is the text itself: words in a later supplement are news, though the message is not decided yet.
            if (WarningWordList.Find(words, text) is { Count: > 0 } found)
                yield return new(CandidateKind.Words, $"words:{order.Id:N}:{entry:N}", $"words:{order.Id:N}:{entry:N}", found.Count, found);
        }

        // At the threshold and each multiple of it, so that the same rise is told again only when it has grown as much again.
        if (order.Complaints > 0 && order.Complaints % settings.Complaints == 0)
            yield return new(CandidateKind.Complaints, $"complaints:{order.Id:N}", $"complaints:{order.CaseId:N}", order.Complaints, []);
        if (order.OfCase > 0 && order.OfCase % settings.RiseOrders == 0)
            yield return new(CandidateKind.Rise, $"rise:case:{order.Id:N}", $"rise:case:{order.CaseId:N}", order.OfCase, []);
        else if (order.OfPerson > 0 && order.OfPerson % settings.RiseOrders == 0)
            yield return new(CandidateKind.Rise, $"rise:person:{order.Id:N}", $"rise:person:{order.Person}", order.OfPerson, []);
    }

    private WarningCandidate Candidate(Found found)
    {
        var (order, cause, division) = found;
        return new WarningCandidate
        {
            Id = Guid.CreateVersion7(),
            Cause = cause.Key,
            Subject = cause.Subject,
            Kind = cause.Kind,
            CourtId = order.CourtId,
            DivisionId = division,
            WorkOrderId = order.Id,
            CaseId = order.CaseId,
            Words = cause.Words,
            Count = cause.Count,
            FoundAt = clock.GetUtcNow(),
        }.Found();
    }

    /// <summary>Unless another worker has found it.</summary>
    private async Task Keep(Found found, CancellationToken ct)
    {
        await db.Change(
            async () =>
            {
                if (
                    !await db.Set<WarningCandidate>()
                        .AnyAsync(c => c.Cause == found.Cause.Key || (c.Subject == found.Cause.Subject && c.DecidedAt == null), ct)
                )
                    db.Set<WarningCandidate>().Add(Candidate(found));
            },
            ct
        );
        db.Forget();
    }

    private sealed record Seen(string Phone)
    {
        public required Guid Id { get; init; }
        public required Guid CourtId { get; init; }
        public required Guid? CaseId { get; init; }
        public required Guid? LitigantId { get; init; }
        public required IReadOnlyList<(Guid Entry, string Text)> Texts { get; init; }
        public bool IsRepeat { get; init; }
        public int Complaints { get; init; }
        public int OfCase { get; init; }
        public int OfPerson { get; init; }
        public string Person => LitigantId is { } id ? id.ToString("N") : Phone;
        public IEnumerable<Guid> Supplements => Texts.Skip(1).Select(t => t.Entry);
    }

    private sealed record Found(Seen Order, Cause Cause, Guid Division);

    private sealed record Cause(CandidateKind Kind, string Key, string Subject, int Count, List<string> Words);
}
