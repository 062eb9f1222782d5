using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>A letter by SMS becomes a work order (登记工单): a person has read what it is about, and its number is the requester's.</summary>
public sealed class MakeOrderOfSms(ICourtDb db, RegisterIntake register, TimeProvider clock)
{
    /// <param name="orderId">Made by the page: pressing twice registers once.</param>
    /// <param name="caseNumber">As the letter names it; empty for none.</param>
    public Task<WorkOrder> Handle(Guid id, Guid orderId, Category category, string caseNumber, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var sms = await db.Letter(id, by, ct);
                if (sms.HandledAt is not null && sms.WorkOrderId == orderId)
                    return await db.Set<WorkOrder>().SingleAsync(o => o.Id == orderId, ct);
                var order = await register.Make(orderId, await Intake(sms, category, caseNumber, by, ct), by, ct);
                sms.Settle(LetterHandling.Registered, orderId, by, clock.GetUtcNow());
                return order;
            },
            ct
        );

    private async Task<RegisterIntake.Intake> Intake(InboundSms sms, Category category, string typed, Actor by, CancellationToken ct)
    {
        var accounts = await db.Set<Litigant>().AsNoTracking().Where(l => l.Phone == sms.From).Take(2).ToListAsync(ct);
        var litigant = accounts is [var only] ? only : null;
        var key = typed.Trim().Length == 0 ? null : Number(typed);
        var own =
            litigant is null || key is null
                ? null
                : await db.CasesOf(litigant).Where(c => c.Number == key).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        return new RegisterIntake.Intake(Channel.Sms, category, litigant?.Name ?? "", sms.From, "", sms.Text)
        {
            LitigantId = litigant?.Id,
            CaseId = own,
            UnconfirmedCaseNumber = own is null ? key : null,
            CourtId = sms.CourtId ?? by.Post!.CourtId,
        };
    }

    private string Number(string typed)
    {
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        return reading.CaseKey ?? throw CaseErrors.NumberInvalid(reading.Message);
    }
}

/// <summary>A letter by SMS belongs to an order of the same number (并入工单): its owner reads it there as what the requester added.</summary>
public sealed class AttachSmsToOrder(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string orderNumber, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var sms = await db.Letter(id, by, ct);
                var number = TypedText.Fold(orderNumber).ToUpperInvariant();
                var order =
                    await db.VisibleTo(by).Include(o => o.Entries).SingleOrDefaultAsync(o => o.Number == number, ct)
                    ?? throw InboundErrors.OrderUnknown();
                if (order.RequesterPhone != sms.From)
                    throw InboundErrors.OtherPhone();
                if (sms.HandledAt is not null && sms.WorkOrderId == order.Id)
                    return;
                var now = clock.GetUtcNow();
                order.SupplementBySms(sms.Id, sms.Text, by, now);
                sms.Settle(LetterHandling.Attached, order.Id, by, now);
            },
            ct
        );
}

/// <summary>A person writes back (回短信).</summary>
public sealed class AnswerSms(ICourtDb db, TimeProvider clock)
{
    /// <summary>With signature and ending three segments of an SMS.</summary>
    public const int MaxLength = 150;

    public Task Handle(Guid id, string words, Actor by, CancellationToken ct)
    {
        var given = TypedText.Storable(words);
        if (given.Length == 0)
            throw InboundErrors.WordsMissing();
        if (given.Length > MaxLength || given.IndexOfAny(['【', '】', '\n']) >= 0)
            throw InboundErrors.WordsUnfit();
        return db.Change(
            async () =>
            {
                var sms = await db.Letter(id, by, ct);
                if (!PhoneNumber.TryRead(sms.From, out _, out var isMobile) || !isMobile)
                    throw InboundErrors.NoMobile();
                sms.Answered(
                    given,
                    InboundNotices.Reply.To(
                        NoticeRecipient.Phone(sms.From),
                        new Dictionary<string, string> { ["words"] = given },
                        sms.AboutItself(by.Post)
                    ),
                    by,
                    clock.GetUtcNow()
                );
            },
            ct
        );
    }
}

internal static class Letters
{
    /// <summary>A letter that the person may see and nobody has dealt with; dealt with by the same act it is given once more.</summary>
    public static async Task<InboundSms> Letter(this ICourtDb db, Guid id, Actor by, CancellationToken ct)
    {
        var sms = await db.InboundSmsVisibleTo(by).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw InboundErrors.NotFound();
        return sms.IsLetter ? sms : throw InboundErrors.NoLetter();
    }
}
