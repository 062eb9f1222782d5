using System.Security.Cryptography;
using System.Text;
using Domain.Calendar;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>
/// A partner hands on what somebody told it: a work order with owner and deadline, as any other message. Whether the named case is the
/// person's is found by the ID number; else the number stays unconfirmed, as it does for a litigant.
/// </summary>
public sealed class TakePartnerOrder(
    ICourtDb db,
    Dispatcher dispatcher,
    ICalendars calendars,
    IAnswerLimits limits,
    INumberSource numbers,
    IIdentityKeys keys,
    TimeProvider clock
)
{
    /// <param name="courtId">The partner's own; null for the whole city.</param>
    /// <returns>With whether it is new: the same again is the order that is there.</returns>
    public async Task<(Guid OrderId, bool IsNew)> Handle(Message message, Guid? courtId, Actor by, CancellationToken ct)
    {
        var sent = message.Hash();
        var (known, isNew) = await db.Once(() => Known(message.Reference, sent, by, ct), () => Take(message, sent, courtId, by, ct), ct);
        return (known.WorkOrderId, isNew);
    }

    private async Task<PartnerOrder?> Known(string reference, string sent, Actor by, CancellationToken ct)
    {
        var known = await db.Set<PartnerOrder>()
            .AsNoTracking()
            .SingleOrDefaultAsync(o => o.PartnerId == by.Id && o.Reference == reference, ct);
        return known is null || known.Sent == sent ? known : throw PartnerOrderErrors.SentOtherwise();
    }

    private async Task<PartnerOrder> Take(Message message, string sent, Guid? courtId, Actor by, CancellationToken ct)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()); // what every engine gives back
        var today = ChinaTime.DayOf(now);
        var key = message.IdNumber is { } id ? keys.For(id) : null;
        var litigant = key is null ? null : await db.Set<Litigant>().AsNoTracking().SingleOrDefaultAsync(l => l.IdentityKey == key, ct);
        var about = await About(message, key, ct);
        if (courtId is not null && about.CourtId != courtId)
            throw PartnerOrderErrors.OtherCourt();
        var owner = about.Case is { } @case ? await dispatcher.ForCase(@case, ct) : await dispatcher.ForCourt(about.CourtId, ct);
        var order = WorkOrder.Open(
            new NewWorkOrder(
                Guid.CreateVersion7(now),
                await numbers.Next(WorkOrder.Numbers, today, ct),
                Channel.Partner,
                message.Category,
                new Requester(litigant?.Id, TypedText.Storable(message.Name), message.Phone, about.Role),
                message.Text
            )
            {
                CaseId = about.Case?.Id,
                CaseNumber = about.Case?.Number ?? about.UnconfirmedNumber,
                IsSensitive = about.Case?.IsSensitive ?? false,
            },
            owner,
            (await limits.Current(ct)).Ladder(await calendars.Current(ct), owner.CourtId, message.Category, today),
            by,
            now
        );
        db.Set<WorkOrder>().Add(order);
        return db.Set<PartnerOrder>()
            .Add(
                new PartnerOrder
                {
                    PartnerId = by.Id,
                    Reference = message.Reference,
                    WorkOrderId = order.Id,
                    Sent = sent,
                    CreatedAt = now,
                }
            )
            .Entity;
    }

    private async Task<Where> About(Message message, string? key, CancellationToken ct)
    {
        if (message.CaseNumber is not { } typed)
            return new Where(await CourtNamed(message.Court ?? throw WorkOrderErrors.CourtMissing(), ct));
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
        if (reading.CaseKey is not { } number)
            throw CaseErrors.NumberInvalid(reading.Message);
        if (key is not null && await Own(number, key, ct) is { } own)
            return own;
        if (reading.Number is not { } read)
            throw CaseErrors.LegacyUnknown();
        if (CourtFacts.ByCaseCode(read.CourtCode) is not { InScope: true } fact)
            throw CaseErrors.OtherCourt(read.CourtCode);
        return new Where(await CourtNamed(fact.Slug, ct)) { UnconfirmedNumber = number };
    }

    /// <returns>Null when there is no such case or it is not theirs: the two are not told apart.</returns>
    private async Task<Where?> Own(string number, string key, CancellationToken ct)
    {
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(c => c.Number == number, ct);
        return @case is not null && CaseAccess.RoleOf(@case, key) is { Length: > 0 } role
            ? new Where(@case.CourtId) { Case = @case, Role = role }
            : null;
    }

    private async Task<Guid> CourtNamed(string slug, CancellationToken ct) =>
        await db.Set<Court>().Where(c => c.Slug == slug).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct)
        ?? throw WorkOrderErrors.CourtMissing();

    private sealed record Where(Guid CourtId)
    {
        public Case? Case { get; init; }
        public string? UnconfirmedNumber { get; init; }
        public string Role { get; init; } = "";
    }

    /// <param name="Reference">Their own number of it.</param>
    /// <param name="Phone">Normal form; empty when unknown.</param>
    /// <param name="IdNumber">Normal form; only matched, never kept.</param>
    /// <param name="Court">Its slug, where no case is named: <c>yuexiu</c>.</param>
    public sealed record Message(
        string Reference,
        Category Category,
        string Text,
        string Name,
        string Phone,
        string? IdNumber,
        string? CaseNumber,
        string? Court
    )
    {
        internal string Hash() =>
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Category, Text, Name, Phone, IdNumber, CaseNumber, Court)))
            );
    }
}
