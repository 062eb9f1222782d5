using Domain.DocumentService;
using Domain.InboundMessages;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.InboundMessages;

/// <summary>What people wrote to the platform's number, for those whom it concerns.</summary>
public sealed class InboundSmsQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="onlyOpen">Only what still needs somebody to look: not marked, and not settled by an answer since.</param>
    public async Task<Page<InboundSmsRow>> Newest(bool onlyOpen, Cursor? after, Actor by, CancellationToken ct)
    {
        var visible = db.InboundSmsVisibleTo(by).AsNoTracking();
        if (onlyOpen)
            visible = visible.Open(db);
        var tasks = db.ServiceTasksVisibleTo(by);
        // A join: the first of a subquery would number all orders there are.
        var found = await (
            from s in visible.NewestFirst(after, s => s.ReceivedAt, s => s.Id)
            join o in db.Set<WorkOrder>() on s.WorkOrderId equals o.Id into orders
            from order in orders.DefaultIfEmpty()
            orderby s.ReceivedAt descending, s.Id descending
            select new
            {
                Sms = s,
                Sender = db.Set<Staff>().Where(p => p.Id == s.StaffId).Select(p => p.Name).FirstOrDefault(),
                Number = (string?)order.Number,
                order.ClosedAt,
                Task = tasks.Where(t => t.Id == s.ServiceTaskId).Select(t => t.Number).FirstOrDefault(),
            }
        ).ToListAsync(ct);
        var rows = found
            .Select(f => new InboundSmsRow(
                f.Sms.Id,
                f.Sms.ReceivedAt,
                Masking.Phone(f.Sms.From),
                f.Sender,
                f.Sms.Text,
                f.Sms.Outcome,
                f.Sms.WasAnswered,
                f.Sms.WorkOrderId,
                f.Number,
                f.Sms is { NeedsPerson: true, HandledAt: null } && !IsSettled(f.Sms.Outcome, f.ClosedAt),
                f.Sms.HandledAt,
                f.Sms.HandledByName
            )
            {
                ServiceTaskId = f.Task is null ? null : f.Sms.ServiceTaskId,
                ServiceTaskNumber = f.Task,
                IsLetter = f.Sms is { IsLetter: true, HandledAt: null },
                Handling = f.Sms.Handling,
            })
            .ToList();
        return Page<InboundSmsRow>.Of(rows, r => new Cursor(r.ReceivedAt, r.Id));
    }

    /// <summary>The orders of the number that a letter came from, the newest first: those it may go into.</summary>
    public async Task<IReadOnlyList<LetterOrder>> OrdersOf(Guid id, Actor by, CancellationToken ct)
    {
        var from = await db.InboundSmsVisibleTo(by).Where(s => s.Id == id).Select(s => s.From).SingleOrDefaultAsync(ct);
        return await db.VisibleTo(by)
            .Where(o => o.RequesterPhone == from && o.MergedIntoId == null)
            .OrderByDescending(o => o.ReceivedAt)
            .Take(MostOrders)
            .Select(o => new LetterOrder(o.Number, o.CaseNumber, o.Title, o.ClosedAt != null))
            .ToListAsync(ct);
    }

    private const int MostOrders = 100;

    private static bool IsSettled(InboundOutcome outcome, DateTimeOffset? closedAt) =>
        outcome == InboundOutcome.NotAnAnswer && closedAt is not null;
}

internal static class OpenInboundSms
{
    /// <summary>Those that want a person, and that nobody has dealt with.</summary>
    public static IQueryable<InboundSms> Open(this IQueryable<InboundSms> messages, CourtDb db) =>
        messages.Where(s =>
            s.NeedsPerson
            && s.HandledAt == null
            && (s.Outcome != InboundOutcome.NotAnAnswer || !db.Set<WorkOrder>().Any(o => o.Id == s.WorkOrderId && o.ClosedAt != null))
        );
}

/// <summary>An order that a letter may go into.</summary>
public sealed record LetterOrder(string Number, string? CaseNumber, string Title, bool IsClosed);

/// <param name="From">Masked.</param>
/// <param name="Sender">Name of a member of staff; null for anybody else.</param>
/// <param name="WasAnswered">An SMS went back.</param>
/// <param name="IsOpen">Somebody should look.</param>
public sealed record InboundSmsRow(
    Guid Id,
    DateTimeOffset ReceivedAt,
    string From,
    string? Sender,
    string Text,
    InboundOutcome Outcome,
    bool WasAnswered,
    Guid? WorkOrderId,
    string? WorkOrderNumber,
    bool IsOpen,
    DateTimeOffset? HandledAt,
    string? HandledByName
)
{
    /// <summary>Of somebody outside, and nobody has dealt with it.</summary>
    public bool IsLetter { get; init; }

    public LetterHandling? Handling { get; init; }

    /// <summary>The service whose documents it refuses; null where the reader may not see it.</summary>
    public Guid? ServiceTaskId { get; init; }

    public string? ServiceTaskNumber { get; init; }
}
