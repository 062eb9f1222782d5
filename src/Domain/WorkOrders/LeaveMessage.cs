using Domain.Calendar;
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
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the phone: sending again returns the order that is there.</param>
    public async Task<(WorkOrder Order, bool Created)> Handle(Guid id, Message message, Actor by, CancellationToken ct) =>
        await db.Once(
            () => Sent(id, by, ct),
            async () =>
            {
                var litigant = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
                return db.Set<WorkOrder>().Add(await Open(id, message, litigant, by, ct)).Entity;
            },
            ct
        );

    private async Task<WorkOrder> Open(Guid id, Message message, Litigant litigant, Actor by, CancellationToken ct)
    {
        var target = await cases.Find(message.CaseId, message.CaseNumber, message.CourtId, litigant, ct);
        var owner = target.Case is null ? await dispatcher.ForCourt(target.CourtId, ct) : await dispatcher.ForCase(target.Case, ct);
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        return WorkOrder.Open(
            new NewWorkOrder(
                id,
                await numbers.Next(today, ct),
                message.Channel,
                message.Category,
                RequesterFrom(litigant, target.Role),
                message.Text
            )
            {
                CaseId = target.Case?.Id,
                CaseNumber = target.Case?.Number ?? target.UnconfirmedNumber,
                IsSensitive = target.Case?.IsSensitive ?? false,
                Attachments = await db.UnsentAttachments(message.AttachmentIds, by, ct),
            },
            owner,
            (await limits.Current(ct)).Ladder(await calendars.Current(ct), owner.CourtId, message.Category, today),
            by,
            now
        );
    }

    private async Task<WorkOrder?> Sent(Guid id, Actor by, CancellationToken ct)
    {
        var order = await db.Set<WorkOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        return order is null || order.LitigantId == by.Id ? order : throw WorkOrderErrors.IdReused();
    }

    private static Requester RequesterFrom(Litigant litigant, string role) =>
        new(litigant.Id, litigant.Name ?? "未实名用户", litigant.Phone ?? "", role);

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
