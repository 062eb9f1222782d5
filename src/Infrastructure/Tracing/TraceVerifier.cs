using Domain.DocumentService;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>
/// Checks every hash chain in one forward pass over the trace, joined with what each row speaks of; then, by sets, what
/// no row speaks of. Memory does not grow with the table.
/// </summary>
public sealed class TraceVerifier(CourtDb db)
{
    private const int ProgressEvery = 200_000;

    /// <param name="progress">Told the number of rows checked, now and then.</param>
    public async Task<TraceFindings> Verify(Action<long> progress, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var findings = new TraceFindings();
        ChainCheck? chain = null;
        await foreach (var link in Links().AsAsyncEnumerable().WithCancellation(ct))
        {
            if (chain?.Subject != link.Row.SubjectId)
            {
                chain?.End(findings);
                chain = new ChainCheck(link);
                findings.Chains++;
            }

            chain.Add(link, findings);
            if (++findings.Rows % ProgressEvery == 0)
                progress(findings.Rows);
        }

        chain?.End(findings);
        await FindUntraced(findings, ct);
        return findings;
    }

    private IQueryable<TraceLink> Links() =>
        from row in db.Set<TraceRow>().AsNoTracking()
        join o in db.Set<WorkOrder>() on row.SubjectId equals o.Id into orders
        from order in orders.DefaultIfEmpty()
        join l in db.Set<Litigant>() on row.SubjectId equals l.Id into litigants
        from litigant in litigants.DefaultIfEmpty()
        join s in db.Set<LitigantSession>() on row.SubjectId equals s.Id into sessions
        from session in sessions.DefaultIfEmpty()
        join t in db.Set<ServiceTask>() on row.SubjectId equals t.Id into tasks
        from task in tasks.DefaultIfEmpty()
        join v in db.Set<Service>() on row.SubjectId equals v.Id into services
        from service in services.DefaultIfEmpty()
        join a in db.Set<AddressConfirmation>() on row.SubjectId equals a.Id into confirmations
        from confirmation in confirmations.DefaultIfEmpty()
        join e in db.Set<WorkOrderEntry>() on row.EntryId equals e.Id into entries
        from entry in entries.DefaultIfEmpty()
        join r in db.Set<FormerRating>()
            on new { row.SubjectId, row.Sequence } equals new { SubjectId = r.WorkOrderId, r.Sequence }
            into ratings
        from rating in ratings.DefaultIfEmpty()
        orderby row.SubjectId, row.Sequence
        select new TraceLink(
            row,
            order != null ? order.Number
                : task != null ? task.Number
                : service != null ? service.TaskNumber + " " + service.CaseNumber
                : null,
            order != null ? order.TraceHash
                : litigant != null ? litigant.TraceHash
                : session != null ? session.TraceHash
                : task != null ? task.TraceHash
                : service != null ? service.TraceHash
                : confirmation != null ? confirmation.TraceHash
                : null,
            order != null ? order.Version
                : litigant != null ? litigant.Version
                : session != null ? session.Version
                : task != null ? task.Version
                : service != null ? service.Version
                : confirmation != null ? confirmation.Version
                : 0,
            row.Kind == WorkOrderFacts.Received ? order!.Text
                : row.Kind != WorkOrderFacts.Rated ? null
                : rating != null ? rating.Words
                : order!.SatisfactionWords,
            entry == null || entry.WorkOrderId != row.SubjectId ? null : entry.Text
        );

    private async Task FindUntraced(TraceFindings findings, CancellationToken ct)
    {
        IQueryable<string>[] silent =
        [
            db.Set<WorkOrder>().Where(o => !db.Set<TraceRow>().Any(t => t.SubjectId == o.Id)).OrderBy(o => o.Id).Select(o => o.Number),
            db.Set<Litigant>()
                .Where(l => l.Version > 0 && !db.Set<TraceRow>().Any(t => t.SubjectId == l.Id))
                .OrderBy(l => l.Id)
                .Select(l => l.Id.ToString()),
            db.Set<ServiceTask>().Where(s => !db.Set<TraceRow>().Any(t => t.SubjectId == s.Id)).OrderBy(s => s.Id).Select(s => s.Number),
            db.Set<Service>()
                .Where(s => !db.Set<TraceRow>().Any(t => t.SubjectId == s.Id))
                .OrderBy(s => s.Id)
                .Select(s => s.TaskNumber + " " + s.CaseNumber),
            db.Set<AddressConfirmation>()
                .Where(c => c.Version > 0 && !db.Set<TraceRow>().Any(t => t.SubjectId == c.Id))
                .OrderBy(c => c.Id)
                .Select(c => c.Id.ToString()),
            db.Set<LitigantSession>()
                .Where(s => !db.Set<TraceRow>().Any(t => t.SubjectId == s.Id))
                .OrderBy(s => s.Id)
                .Select(s => s.Id.ToString()),
        ];
        foreach (var names in silent)
        {
            await foreach (var name in names.AsAsyncEnumerable().WithCancellation(ct))
                findings.Add(name, 1, "there is no trace at all");
        }

        var unheard =
            from entry in db.Set<WorkOrderEntry>()
            where !db.Set<TraceRow>().Any(t => t.SubjectId == entry.WorkOrderId && t.EntryId == entry.Id)
            join order in db.Set<WorkOrder>() on entry.WorkOrderId equals order.Id
            orderby order.Id
            select new
            {
                order.Number,
                order.Version,
                entry.Kind,
            };
        await foreach (var entry in unheard.AsAsyncEnumerable().WithCancellation(ct))
            findings.Add(entry.Number, entry.Version, $"an entry ({entry.Kind}) that no row of the trace speaks of");
    }
}

/// <summary>
/// A row with what it should agree with: of a work order, an account, a session, a service of documents, its task or an address
/// confirmation.
/// </summary>
/// <param name="Number">Of the order, task or service; null for anything else.</param>
/// <param name="TraceHash">The newest hash by the subject's own word; null when the subject is gone.</param>
/// <param name="OwnText">What the row's fact put into the order itself, if any.</param>
/// <param name="EntryText">Null when the row names no entry, or one that is gone.</param>
internal sealed record TraceLink(TraceRow Row, string? Number, string? TraceHash, long Version, string? OwnText, string? EntryText);

/// <summary>One subject's rows in their order.</summary>
internal sealed class ChainCheck(TraceLink first)
{
    private TraceRow? _last;

    public Guid Subject { get; } = first.Row.SubjectId;

    private string Name { get; } = first.Number ?? first.Row.SubjectId.ToString();

    public void Add(TraceLink link, TraceFindings findings)
    {
        if (Problem(link) is { } problem)
            findings.Add(Name, link.Row.Sequence, problem);
        _last = link.Row;
    }

    public void End(TraceFindings findings)
    {
        if (first.TraceHash is null || _last is not { } last)
            return;
        if (last.Sequence < first.Version)
            findings.Add(
                Name,
                last.Sequence + 1,
                $"rows are missing at the end: the subject counts {first.Version}, the trace ends at {last.Sequence}"
            );
        else if (last.Hash != first.TraceHash || last.Sequence != first.Version)
            findings.Add(Name, last.Sequence, "the newest row is not the one that the subject names");
    }

    private string? Problem(TraceLink link)
    {
        var row = link.Row;
        var expected = (_last?.Sequence ?? 0) + 1;
        // An account may be gone: joined with the person's other one. An order never is.
        if (link.TraceHash is null && first.Row.Kind == WorkOrderFacts.Received)
            return "the order of this row is gone";
        if (link.TraceHash is null && first.Row.Kind is ServiceFacts.Confirmed or ServiceFacts.Begun)
            return "the service or task of this row is gone";
        if (row.Sequence != expected)
            return $"row {expected} is missing";
        if (row.PreviousHash != (_last?.Hash ?? ""))
            return "does not follow the row before it";
        if (!row.IsIntact())
            return "the row was changed after it was written";
        if (row.EntryId is not null && link.EntryText is null)
            return "the entry of this row is gone";
        return SaysTheSame(link) ? null
            : row.EntryId is null ? "the order's text was changed"
            : "the text of the entry was changed";
    }

    /// <summary>An assignment without a remark says nothing, though its entry names the judge.</summary>
    private static bool SaysTheSame(TraceLink link) =>
        link.Row.Kind switch
        {
            WorkOrderFacts.Assigned when link.Row.ContentHash.Length == 0 => true,
            WorkOrderFacts.Received or WorkOrderFacts.Rated => link.Row.ContentHash == TraceRow.HashOf(link.OwnText ?? ""),
            _ => link.EntryText is null || link.Row.ContentHash == TraceRow.HashOf(link.EntryText),
        };
}
