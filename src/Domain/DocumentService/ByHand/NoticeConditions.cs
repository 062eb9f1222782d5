using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// What besides a service itself leaves no room for a public notice (CPL 95): another way to the same party, since serving the agent
/// serves the party (JI 132), and a postal address on record that nothing was sent to.
/// </summary>
public sealed class NoticeConditions(ICourtDb db)
{
    /// <returns><c>service_entry.way_open</c>; null where nothing stands against it.</returns>
    public async Task<RefusedException?> Beside(Guid serviceId, NoticeGround ground, CancellationToken ct)
    {
        var others = await db.Set<Service>()
            .AsNoTracking()
            .Include(s => s.Attempts)
            .Where(s =>
                s.State != ServiceState.Withdrawn
                && db.Set<Service>().Any(me => me.Id == serviceId && me.Id != s.Id && me.TaskId == s.TaskId && me.PartyId == s.PartyId)
            )
            .ToListAsync(ct);
        if (others.Find(s => s.IsWayOpen) is { } other)
            return ServiceEntryErrors.WayOpen($"{other.RecipientRole}还在送达");
        return ground == NoticeGround.OtherWaysFailed && await HasUntriedAddress(serviceId, ct)
            ? ServiceEntryErrors.WayOpen("还有没试过的邮寄地址")
            : null;
    }

    /// <summary>In summary procedure there is none (JI 140), but in the Internet Court (互联网法院规定第十八条).</summary>
    public Task<bool> HingesOnProcedure(Guid serviceId, CancellationToken ct) =>
        db.Set<Service>()
            .AnyAsync(s => s.Id == serviceId && !db.Set<Court>().Any(c => c.Id == s.CourtId && c.Slug == CourtFacts.InternetCourt), ct);

    private Task<bool> HasUntriedAddress(Guid serviceId, CancellationToken ct) =>
        (
            from service in db.Set<Service>()
            from address in db.Set<ServiceAddress>()
            where
                service.Id == serviceId
                && address.CaseId == service.CaseId
                && address.PartyId == service.PartyId
                && address.AgentId == service.AgentId
                && address.Kind == AddressKind.Postal
                && address.EndedAt == null
                && !service.Attempts.Any(a => a.Channel == ServiceChannel.Post && a.Address == address.Value)
            select address.Id
        ).AnyAsync(ct);
}
