using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>A litigant's messages as the phone shows them; the litigant is in every query.</summary>
public sealed class LitigantOrderQueries(CourtDb db, LitigantCaseQueries cases, ICalendars calendars, TimeProvider clock)
{
    /// <param name="after">Null begins with the newest.</param>
    /// <param name="open">Null for all.</param>
    /// <param name="words">Typed to find some of them; see <see cref="SearchWords"/>.</param>
    /// <param name="caseId">About this case; null for all.</param>
    public async Task<LitigantOrderPage> List(
        Actor by,
        Cursor? after,
        int limit,
        bool? open,
        string? words,
        CancellationToken ct,
        Guid? caseId = null
    )
    {
        var orders = db.OwnOrders(by).AsNoTracking().Matching(words);
        if (caseId is { } about)
            orders = orders.Where(o => o.CaseId == about);
        if (open is { } isOpen)
            orders = orders.Where(o => (o.State != WorkOrderState.Closed) == isOpen);
        // A join: the first of a subquery would number all orders there are.
        var found = await (
            from o in orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id, limit)
            join m in db.Set<WorkOrder>() on o.MergedIntoId equals m.Id into mains
            from main in mains.DefaultIfEmpty()
            orderby o.ReceivedAt descending, o.Id descending
            select new
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
                o.OwnerRole,
                o.ReopenCount,
                MergedInto = main == null ? null : new MergedInto(main.Id, main.Number, main.ClosedAt != null),
                Unread = o.LastReplyAt != null && o.RequesterReadAt == null,
            }
        ).ToListAsync(ct);
        var due = await Reading(ct);
        var rows = found
            .Take(limit)
            .Select(o => new LitigantOrderRow
            {
                Id = o.Id,
                Number = o.Number,
                Title = o.Title,
                CategoryName = o.Category.Chinese(),
                CaseNumber = o.CaseNumber is null ? null : CaseNumber.DisplayOf(o.CaseNumber),
                State = o.State,
                StateText = StateText(o.State, o.MergedInto, o.ReopenCount),
                CreatedAt = o.ReceivedAt,
                CreatedText = Moment.Full(o.ReceivedAt),
                AnswerBy = due.Read(o.DueDay, o.DueIsProvisional, o.StartedOn ?? ChinaTime.DayOf(o.ReceivedAt), o.ClosedAt),
                Unread = o.Unread,
                Answerer = Wording.Answerer(o.OwnerRole),
                MergedInto = o.MergedInto,
                ReopenCount = o.ReopenCount,
            })
            .ToList();
        return new LitigantOrderPage(
            rows,
            found.Count > limit ? new Cursor(rows[^1].CreatedAt, rows[^1].Id).For(LitigantLists.Messages) : null
        );
    }

    /// <exception cref="RefusedException"><c>work_order.not_found</c>, also for another person's order.</exception>
    public async Task<LitigantOrder> Detail(Guid id, Actor by, CancellationToken ct)
    {
        var own = db.OwnOrders(by).Include(o => o.Entries).Include(o => o.FormerRatings).AsSplitQuery();
        var found =
            await (
                from o in own
                join court in db.Set<Court>() on o.CourtId equals court.Id
                join division in db.Set<Division>() on o.DivisionId equals division.Id
                join litigant in db.Set<Litigant>() on o.LitigantId equals (Guid?)litigant.Id
                where o.Id == id
                select new
                {
                    Order = o,
                    Court = court.FullName,
                    Division = division.Name,
                    Litigant = litigant,
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            ?? throw WorkOrder.Declared.Errors.NotFound();
        var order = found.Order;
        var main = order.IsMerged
            ? await db.OwnOrders(by).AsNoTracking().Include(o => o.Entries).SingleOrDefaultAsync(o => o.Id == order.MergedIntoId, ct)
            : null;
        var merged =
            order.MergedCount == 0
                ? []
                : await db.Set<WorkOrder>().AsNoTracking().Include(o => o.Entries).Where(o => o.MergedIntoId == id).ToListAsync(ct);
        List<Guid> ids = [id, .. merged.Select(o => o.Id), .. main is null ? Array.Empty<Guid>() : [main.Id]];
        var files = (
            await db.Set<Attachment>()
                .AsNoTracking()
                .Where(a => a.SubjectId != null && ids.Contains(a.SubjectId.Value))
                .OrderBy(a => a.Id)
                .ToListAsync(ct)
        ).ToLookup(a => a.EntryId ?? a.SubjectId!.Value, AttachmentView.Of);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(r => r.SubjectId == id).OrderBy(r => r.Sequence).ToListAsync(ct);
        var @case = order.CaseId is { } caseId
            ? (await cases.Rows(found.Litigant, db.CasesOf(found.Litigant).Where(c => c.Id == caseId), ct)).SingleOrDefault()
            : null;
        return View(
            new ReadOrder(order, found.Court, found.Division, found.Litigant.Name, @case)
            {
                Main = main,
                Merged = merged,
                Files = files,
                Trace = trace,
            },
            await Reading(ct)
        );
    }

    /// <summary>The same of a message that was just left, from what was written.</summary>
    public async Task<LitigantOrder> Detail(LeaveMessage.Left left, Actor by, CancellationToken ct)
    {
        var order = left.Order;
        if (left.Written is not { } written)
            return await Detail(order.Id, by, ct);
        var target = written.Target;
        var known = target.Case is { } own ? CaseRow.Of(own, target.CourtName, target.DivisionName, target.Litigant) : null;
        var court =
            target.Case is not null && target.CourtId == order.CourtId
                ? target.CourtName
                : await db.Set<Court>().Where(c => c.Id == order.CourtId).Select(c => c.FullName).SingleAsync(ct);
        return View(
            new ReadOrder(order, court, written.Owner.DivisionName, target.Litigant.Name, known)
            {
                Files = written.Attachments.OrderBy(a => a.Id).ToLookup(_ => order.Id, AttachmentView.Of),
            },
            await Reading(ct)
        );
    }

    private static LitigantOrder View(ReadOrder read, DueReading due)
    {
        var (order, court, files) = (read.Order, Wording.Court(read.Court), read.Files);
        var mergedInto = order.IsMerged
            ? new MergedInto(order.MergedIntoId!.Value, order.MergedIntoNumber!, read.Main?.IsClosed ?? false)
            : null;
        return new LitigantOrder
        {
            Id = order.Id,
            Number = order.Number,
            Title = order.Title,
            CategoryName = order.Category.Chinese(),
            CategoryCode = order.Category,
            CaseNumber = order.CaseNumber is null ? null : CaseNumber.DisplayOf(order.CaseNumber),
            Case = read.Case,
            State = order.State,
            StateText = StateText(order.State, mergedInto, order.ReopenCount),
            CreatedAt = order.ReceivedAt,
            CreatedText = Moment.Full(order.ReceivedAt),
            AnswerBy = due.Read(order.DueDay, order.DueIsProvisional, order.StartedOn ?? ChinaTime.DayOf(order.ReceivedAt), order.ClosedAt),
            Unread = order.IsUnreadByRequester,
            Answerer = Wording.Answerer(order.OwnerRole),
            MergedInto = mergedInto,
            ReopenCount = order.ReopenCount,
            CourtName = court,
            DivisionName = read.Division,
            OwnerRole = order.OwnerRole.Chinese(),
            Text = order.Text,
            Attachments = [.. files[order.Id]],
            Timeline = OrderTimeline.Of(order, court, read.Division, read.Trace, ChinaTime.DayOf(due.Now)),
            Conversation = [.. OrderConversation.Of(order, read.Merged, files)],
            Answer = AnswerView.Of(read.Main ?? order, read.Court, files),
            Urge = UrgeOf(order, due),
            Rating = new RatingView(order.CanBeRated, order.Satisfaction, order.SatisfactionWords),
            FormerRatings =
            [
                .. order
                    .FormerRatings.OrderBy(r => r.Sequence)
                    .Select(r => new FormerRatingView(r.Satisfaction, r.Words, Moment.Short(r.RatedAt))),
            ],
            CanSupplement = order.CanBeSupplemented,
            Version = order.Version,
        };
    }

    /// <returns>越秀区人民法院.</returns>
    public async Task<string> CourtName(Guid id, CancellationToken ct) =>
        Wording.Court(await db.Set<Court>().Where(c => c.Id == id).Select(c => c.FullName).SingleAsync(ct));

    public async Task<DueReading> Reading(CancellationToken ct) => new(await calendars.Current(ct), clock.GetUtcNow());

    private static string StateText(WorkOrderState state, MergedInto? mergedInto, int reopened) =>
        state switch
        {
            _ when mergedInto is not null => "已并入",
            WorkOrderState.ToAssign or WorkOrderState.ToAnswer when reopened > 0 => "重新办理中",
            WorkOrderState.ToAssign => "待分派",
            WorkOrderState.ToAnswer => "待答复",
            WorkOrderState.AwaitingRequester => "等您补充",
            WorkOrderState.Closed => "已答复",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    private static UrgeView UrgeOf(WorkOrder order, DueReading due)
    {
        var reason =
            order.IsMerged ? $"已并到 {order.MergedIntoNumber}，请到那一条里催"
            : order.IsClosed ? "法院已经答复，不用再催"
            : order.UrgeRefusal(due.Calendar, due.Now)?.Message;
        return new UrgeView(reason is null, order.UrgeCount, reason);
    }

    /// <param name="Court">广州市越秀区人民法院.</param>
    /// <param name="Litigant">Their name; null before they are verified.</param>
    private sealed record ReadOrder(WorkOrder Order, string Court, string Division, string? Litigant, CaseRow? Case)
    {
        /// <summary>In which it goes on; null for most.</summary>
        public WorkOrder? Main { get; init; }

        public IReadOnlyList<WorkOrder> Merged { get; init; } = [];
        public required ILookup<Guid, AttachmentView> Files { get; init; }

        /// <summary>Empty of an order that nobody has touched yet.</summary>
        public IReadOnlyList<TraceRow> Trace { get; init; } = [];
    }
}
