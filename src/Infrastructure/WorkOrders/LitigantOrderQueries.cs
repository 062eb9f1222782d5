using Domain.Calendar;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>A litigant's messages as the phone shows them; the litigant is in every query.</summary>
public sealed class LitigantOrderQueries(CourtDb db, LitigantCaseQueries cases, ICalendars calendars, TimeProvider clock)
{
    /// <param name="after">Null begins with the newest.</param>
    /// <param name="open">Null for all.</param>
    public async Task<LitigantOrderPage> List(Actor by, OrderCursor? after, int limit, bool? open, CancellationToken ct)
    {
        var orders = db.OwnOrders(by).AsNoTracking();
        if (open is { } isOpen) orders = orders.Where(o => (o.State != WorkOrderState.Closed) == isOpen);
        if (after is var (at, id)) orders = orders.Where(o => o.ReceivedAt < at || (o.ReceivedAt == at && o.Id.CompareTo(id) < 0));
        var found = await orders.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(limit + 1)
            .Select(o => new
            {
                o.Id,
                o.Number,
                o.Title,
                o.Category,
                o.CaseNumber,
                o.State,
                o.ReceivedAt,
                o.DueDay,
                o.DueIsProvisional,
                o.ClosedAt,
                o.StartedOn,
                Unread = o.LastReplyAt != null && o.RequesterReadAt == null,
            }).ToListAsync(ct);
        var due = await Reading(ct);
        var rows = found.Take(limit).Select(o => new LitigantOrderRow
        {
            Id = o.Id,
            Number = o.Number,
            Title = o.Title,
            CategoryName = o.Category.Chinese(),
            CaseNumber = o.CaseNumber is null ? null : CaseNumber.DisplayOf(o.CaseNumber),
            State = o.State,
            StateText = StateText(o.State),
            CreatedAt = o.ReceivedAt,
            CreatedText = Moment.Full(o.ReceivedAt),
            AnswerBy = due.Read(o.DueDay, o.DueIsProvisional, o.StartedOn ?? ChinaTime.DayOf(o.ReceivedAt), o.ClosedAt),
            Unread = o.Unread,
        }).ToList();
        return new LitigantOrderPage(rows, found.Count > limit ? new OrderCursor(rows[^1].CreatedAt, rows[^1].Id).ToString() : null);
    }

    /// <exception cref="RefusedException"><c>work_order.not_found</c>, also for another person's order.</exception>
    public async Task<LitigantOrder> Detail(Guid id, Actor by, CancellationToken ct)
    {
        var own = db.OwnOrders(by).Include(o => o.Entries);
        var found = await (from o in own
                           join court in db.Courts on o.CourtId equals court.Id
                           join division in db.Divisions on o.DivisionId equals division.Id
                           join litigant in db.Litigants on o.LitigantId equals (Guid?)litigant.Id
                           where o.Id == id
                           select new { Order = o, Court = court.FullName, Division = division.Name, Litigant = litigant }).AsNoTracking().SingleOrDefaultAsync(ct)
            ?? throw WorkOrderErrors.NotFound();
        var order = found.Order;
        var files = (await db.Attachments.AsNoTracking().Where(a => a.WorkOrderId == id).OrderBy(a => a.Id).ToListAsync(ct)).ToLookup(a => a.EntryId, AttachmentView.Of);
        var trace = await db.Trace.AsNoTracking().Where(r => r.SubjectId == id).OrderBy(r => r.Sequence)
            .Select(r => new OrderTimeline.Row(r.Kind, r.At)).ToListAsync(ct);
        var @case = order.CaseId is { } caseId ? (await cases.Rows(found.Litigant, db.CasesOf(found.Litigant).Where(c => c.Id == caseId), ct)).SingleOrDefault() : null;
        var due = await Reading(ct);
        return new LitigantOrder
        {
            Id = order.Id,
            Number = order.Number,
            Title = order.Title,
            CategoryName = order.Category.Chinese(),
            CategoryCode = order.Category,
            CaseNumber = order.CaseNumber is null ? null : CaseNumber.DisplayOf(order.CaseNumber),
            Case = @case,
            State = order.State,
            StateText = StateText(order.State),
            CreatedAt = order.ReceivedAt,
            CreatedText = Moment.Full(order.ReceivedAt),
            AnswerBy = due.Read(order.DueDay, order.DueIsProvisional, order.StartedOn ?? ChinaTime.DayOf(order.ReceivedAt), order.ClosedAt),
            Unread = order.IsUnreadByRequester,
            CourtName = Wording.Court(found.Court),
            DivisionName = found.Division,
            OwnerRole = order.OwnerRole.Chinese(),
            Text = order.Text,
            Attachments = [.. files[null]],
            Timeline = OrderTimeline.Of(order, Wording.Court(found.Court), found.Division, trace),
            Conversation = [.. Conversation(order, files)],
            Answer = AnswerOf(order, found.Court, found.Litigant.Name, files),
            Urge = UrgeOf(order, due),
            Rating = new RatingView(order.CanBeRated, order.Satisfaction, order.SatisfactionWords),
            CanSupplement = order.CanBeSupplemented,
            Version = order.Version,
        };
    }

    /// <returns>越秀区人民法院.</returns>
    public async Task<string> CourtName(Guid id, CancellationToken ct) =>
        Wording.Court(await db.Courts.Where(c => c.Id == id).Select(c => c.FullName).SingleAsync(ct));

    public async Task<DueReading> Reading(CancellationToken ct) => new(await calendars.Current(ct), clock.GetUtcNow());

    private static string StateText(WorkOrderState state) => state switch
    {
        WorkOrderState.ToAssign => "待分派",
        WorkOrderState.ToAnswer => "待答复",
        WorkOrderState.AwaitingRequester => "等您补充",
        WorkOrderState.Closed => "已答复",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static IEnumerable<Said> Conversation(WorkOrder order, ILookup<Guid?, AttachmentView> files)
    {
        yield return new Said(order.Id, Speaker.Me, SaidKind.Message, order.Text, Moment.Short(order.ReceivedAt), "您", [.. files[null]]);
        foreach (var entry in order.Entries.Where(e => e.IsForLitigant).OrderBy(e => e.At).ThenBy(e => e.Id))
        {
            var kind = KindOf(entry.Kind);
            var isMine = kind is SaidKind.Supplement or SaidKind.Urge;
            var by = !isMine ? entry.AuthorTitle : entry.AuthorId == order.LitigantId ? "您" : "12368 代您";
            yield return new Said(entry.Id, isMine ? Speaker.Me : Speaker.Court, kind, entry.Text, Moment.Short(entry.At), by, [.. files[entry.Id]]);
        }
    }

    private static SaidKind KindOf(EntryKind kind) => kind switch
    {
        EntryKind.Supplement => SaidKind.Supplement,
        EntryKind.Urge => SaidKind.Urge,
        EntryKind.Interim => SaidKind.Interim,
        EntryKind.Answer => SaidKind.Answer,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not for litigants"),
    };

    private static AnswerView? AnswerOf(WorkOrder order, string court, string? name, ILookup<Guid?, AttachmentView> files) =>
        order.Entries.Find(e => e.Kind == EntryKind.Answer) is { } answer
            ? new AnswerView(
                answer.Text, Moment.Short(answer.At), ChinaTime.DayWithYear(ChinaTime.DayOf(answer.At)), court, answer.AuthorTitle,
                name is null ? "当事人" : Masking.NameForSelf(name), [.. files[answer.Id]])
            : null;

    private static UrgeView UrgeOf(WorkOrder order, DueReading due)
    {
        var reason = order.IsClosed ? "法院已经答复，不用再催" : order.UrgeRefusal(due.Calendar, due.Now)?.Message;
        return new UrgeView(reason is null, order.UrgeCount, reason);
    }
}
