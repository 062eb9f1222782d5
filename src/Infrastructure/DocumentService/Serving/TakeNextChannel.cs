using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Supervision;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>Goes on with one service: to the next channel, or into a clerk's hands where none is left.</summary>
public sealed class TakeNextChannel(
    CourtDb db,
    ServiceRecipients recipients,
    HandToClerk handToClerk,
    ConcludeServices conclude,
    ServiceLinks links
)
{
    /// <returns>False when somebody else has gone on with it.</returns>
    public async Task<bool> Handle(Guid id, FallbackTable plans, DateTimeOffset now, CancellationToken ct)
    {
        var service = await db.Set<Service>()
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .SingleOrDefaultAsync(s => s.Id == id && s.NextFallbackAt <= now, ct);
        if (service is null)
            return false;
        var steps = plans.For(service.CourtId, service.Copies.MinBy(c => c.Position)!.Kind);
        var nothingLeft = service.FallBack(steps, await KnownWays(service, ct), links, now);
        if (nothingLeft)
            await handToClerk.Handle(service, now, ct);
        await conclude.Update([service], now, ct);
        if (!nothingLeft)
            service.ScheduleFallback(steps, now);
        return await db.SaveUnlessLost(ct); // the recipient, a clerk or a report was faster: the next round sees what is left
    }

    /// <returns>What the clerk's proposal would show for the recipient; nothing where the clerk wanted no other channel.</returns>
    private async Task<IReadOnlyList<PlannedWay>> KnownWays(Service service, CancellationToken ct)
    {
        var plan = await db.Set<ServicePlan>()
            .AsNoTracking()
            .SingleAsync(p => p.TaskId == service.TaskId && p.CaseId == service.CaseId, ct);
        if (plan.Recipients.Find(r => r.ServiceId == service.Id) is { StaysWithChosen: true })
            return [];
        var key = new RecipientKey(service.PartyId, service.AgentId);
        return (await recipients.Of(service.CaseId, ct)).FirstOrDefault(r => r.Key == key)?.FallbackWays ?? [];
    }
}

/// <summary>What no channel reached becomes a clerk's task: by post first; what has come back from the post can only be published.</summary>
public sealed class HandToClerk(CourtDb db, ICalendars calendars, ServiceSettings settings)
{
    public async Task Handle(Service service, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<ServiceDuty>().AnyAsync(d => d.ServiceId == service.Id && d.EndedAt == null, ct))
            return;
        var ladder = Ladder.Of(await calendars.Current(ct), settings.Duty, ChinaTime.DayOf(now));
        var wasPosted = service.Attempts.Exists(a => a.Channel == ServiceChannel.Post);
        var kind = wasPosted && service.MayBeNoticed ? ServiceDutyKind.PublicNotice : ServiceDutyKind.Post;
        db.Set<ServiceDuty>().Add(ServiceDuty.Open(kind, service, ladder, now));
    }
}
