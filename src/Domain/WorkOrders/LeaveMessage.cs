using Domain.Attachments;
using Domain.Calendar;
using Domain.Handling;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>A litigant leaves a message: it becomes a work order with an owner and a deadline at once.</summary>
public sealed class LeaveMessage(
    ICourtDb db,
    CaseOfMessage cases,
    Dispatcher dispatcher,
    ICalendars calendars,
    IAnswerLimits limits,
    UnverifiedLimits unverified,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the phone: sending the same again returns the order that is there.</param>
    /// <exception cref="RefusedException"><c>request.id_reused</c>, <c>work_order.sent_with_other_words</c>.</exception>
    public async Task<Left> Handle(Guid id, Message message, Actor by, CancellationToken ct) =>
        (await db.Once(() => Sent(id, message, by, ct), () => Open(id, message, by, ct), ct, isLikelyNew: true)).Result;

    private async Task<Left> Open(Guid id, Message message, Actor by, CancellationToken ct)
    {
        var target = await cases.Find(message.CaseId, message.CaseNumber, message.CourtId, by, ct);
        var owner = await dispatcher.For(target, ct);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()); // what every engine gives back
        var today = ChinaTime.DayOf(now);
        await RefuseTooMany(target.Litigant, now, ct);
        var attachments = await db.UnsentAttachments(message.AttachmentIds, by, ct);
        var order = WorkOrder.Open(
            new NewWorkOrder(
                id,
                await numbers.Next(WorkOrder.Numbers, today, ct),
                message.Channel,
                message.Category,
                RequesterFrom(target.Litigant, target.Role),
                message.Text
            )
            {
                CaseId = target.Case?.Id,
                CaseNumber = target.Case?.Number ?? target.UnconfirmedNumber,
                IsSensitive = target.Case?.IsSensitive ?? false,
                Attachments = attachments,
            },
            owner,
            (await limits.Current(ct)).Ladder(await calendars.Current(ct), owner.CourtId, message.Category, today),
            by,
            now
        );
        db.Set<WorkOrder>().Add(order);
        return new Left(order, new Written(target, owner, attachments));
    }

    private async Task RefuseTooMany(Litigant litigant, DateTimeOffset now, CancellationToken ct)
    {
        if (litigant.IsVerified)
            return;
        var since = now.AddDays(-1);
        if (await db.Set<WorkOrder>().CountAsync(o => o.LitigantId == litigant.Id && o.ReceivedAt > since, ct) >= unverified.MessagesADay)
            throw LitigantErrors.TooManyMessages(unverified.MessagesADay);
    }

    private async Task<Left?> Sent(Guid id, Message message, Actor by, CancellationToken ct)
    {
        var order = await db.Set<WorkOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (order is null)
            return null;
        if (order.LitigantId != by.Id)
            throw WorkOrderErrors.IdReused();
        return order.Text == TypedText.Storable(message.Text) && order.Category == message.Category
            ? new Left(order, null)
            : throw WorkOrderErrors.SentWithOtherWords();
    }

    private static Requester RequesterFrom(Litigant litigant, string role) =>
        new(litigant.Id, litigant.Name ?? ShownName.Unverified, litigant.Phone ?? "", role);

    /// <param name="Written">Null where an earlier send has made the order.</param>
    public sealed record Left(WorkOrder Order, Written? Written)
    {
        public bool Created => Written is not null;
    }

    /// <summary>What the order was made from, for an answer that reads nothing back.</summary>
    public sealed record Written(CaseOfMessage.Target Target, Owner Owner, IReadOnlyList<Attachment> Attachments);

    /// <summary>One of the three says where it goes: a case of mine, a typed number, or a court.</summary>
    public sealed record Message(
        Channel Channel,
        Category Category,
        string Text,
        Guid? CaseId,
        string? CaseNumber,
        Guid? CourtId,
        IReadOnlyCollection<Guid> AttachmentIds
    );
}
