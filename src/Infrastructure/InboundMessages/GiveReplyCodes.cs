using Domain.Calendar;
using Domain.InboundMessages;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.InboundMessages;

/// <summary>
/// Gives each member of staff the code by which they answer an order, when an SMS is about to name it. Kept at once and by itself, so
/// that the same notice sent twice names the same code. The limit is said as it stands then: a night may have passed since it was written.
/// </summary>
public sealed class GiveReplyCodes(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Field = "replyCode";
    private const string Owed = "owed";

    /// <summary>Names a code that a person may answer by.</summary>
    public static bool IsNamedIn(Notice notice) =>
        notice is { RecipientKind: RecipientKind.Staff, SubjectKind: SubjectKind.WorkOrder }
        && NoticeKinds.Of(notice.Kind).FieldNames.Contains(Field);

    /// <param name="notices">Those that name a code say the one that is the recipient's for the order.</param>
    public async Task To(IReadOnlyCollection<Notice> notices, CancellationToken ct)
    {
        foreach (var own in notices.Where(IsNamedIn).GroupBy(n => n.RecipientId!.Value))
        {
            var codes = await Of(own.Key, [.. own.Select(n => n.SubjectId!.Value).Distinct()], ct);
            foreach (var notice in own)
            {
                if (!codes.TryGetValue(notice.SubjectId!.Value, out var said))
                    continue;
                notice.Say(Field, said.Code);
                notice.Say(Owed, said.Owed);
            }
        }
    }

    private async Task<Dictionary<Guid, Told>> Of(Guid staffId, List<Guid> orderIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        var calendar = await scope.ServiceProvider.GetRequiredService<ICalendars>().Current(ct);
        return await db.Change(() => Give(db, staffId, orderIds, calendar, ct), ct);
    }

    private sealed record Told(string Code, string Owed);

    private async Task<Dictionary<Guid, Told>> Give(
        CourtDb db,
        Guid staffId,
        List<Guid> orderIds,
        WorkCalendar calendar,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var given = await db.Set<ReplyCode>().Where(c => c.StaffId == staffId).ToListAsync(ct);
        var orders = await db.Set<WorkOrder>().AsNoTracking().Where(o => orderIds.Contains(o.Id)).ToListAsync(ct);
        var old = given.Where(c => c.ToldAt < now - ReplyCode.Remembered).Select(c => c.WorkOrderId).ToList();
        var open = await db.Set<WorkOrder>().Where(o => old.Contains(o.Id) && o.ClosedAt == null).Select(o => o.Id).ToListAsync(ct);
        var free = given.Where(c => old.Contains(c.WorkOrderId) && !open.Contains(c.WorkOrderId)).ToDictionary(c => c.Code);
        var taken = given.ToDictionary(c => c.Code);
        Dictionary<Guid, Told> codes = [];
        foreach (var order in orders)
        {
            var its = given.Find(c => c.WorkOrderId == order.Id);
            if (its is null)
            {
                var code = ReplyCode.ChoicesFor(order).First(c => !taken.ContainsKey(c) || free.ContainsKey(c));
                if (free.Remove(code, out its))
                    its.PassTo(order.Id, now);
                else
                    db.Set<ReplyCode>().Add(its = taken[code] = ReplyCode.Give(staffId, code, order.Id, now));
            }
            else
            {
                if (its.ToldAt < now.AddDays(-1))
                    its.Told(now);
                free.Remove(its.Code);
            }

            codes[order.Id] = new(its.Code, order.Owed(now, calendar));
        }

        return codes;
    }
}
