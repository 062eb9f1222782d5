using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>What the use cases share by which staff change a service: who may, the law worked out anew, another try after a conflict.</summary>
public sealed class ServiceDesk(ICourtDb db, ConcludeServices conclude, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="act">Done again on the newer state after a conflict, so that its verb decides whether it still makes sense.</param>
    /// <exception cref="RefusedException"><c>service.not_found</c>, or what the verb says.</exception>
    public Task<Service> Change(Guid serviceId, Actor by, Action<Service, DateTimeOffset> act, CancellationToken ct) =>
        db.Change(
            db.ServicesHandledBy(by).Include(s => s.Copies).Include(s => s.Attempts.OrderBy(a => a.Position)).Where(s => s.Id == serviceId),
            ServiceErrors.NotFound,
            service => Act([service], act, ct),
            ct
        );

    /// <summary>Within a change: one save for all of them, all or none.</summary>
    /// <param name="services">Tracked, with copies and attempts.</param>
    internal async Task Act(IReadOnlyCollection<Service> services, Action<Service, DateTimeOffset> act, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var service in services)
            act(service, now);
        await conclude.Update(services, now, ct);
    }
}

/// <summary>Who may act, which is less than who may look.</summary>
public static class ServiceHandling
{
    /// <summary>The division's clerks, whoever confirmed the task, and the case's judge.</summary>
    public static IQueryable<Service> ServicesHandledBy(this ICourtDb db, Actor by)
    {
        var (me, division) = (by.Id, by.Post?.DivisionId);
        return by.ExtentOf(Feature.Serving) switch
        {
            Extent.Division => db.Set<Service>().Where(s => s.DivisionId == division || s.ClerkId == me),
            Extent.Cases => db.Set<Service>().Where(s => db.Set<Case>().Any(c => c.Id == s.CaseId && c.JudgeId == me)),
            _ => db.Set<Service>().Where(s => false),
        };
    }

    /// <summary>The division's clerks, and a judge for what they confirmed themselves.</summary>
    public static IQueryable<ServiceTask> ServiceTasksHandledBy(this ICourtDb db, Actor by)
    {
        var (me, division) = (by.Id, by.Post?.DivisionId);
        return by.ExtentOf(Feature.Serving) switch
        {
            Extent.Division => db.Set<ServiceTask>().Where(t => t.DivisionId == division || t.ClerkId == me),
            Extent.Cases => db.Set<ServiceTask>().Where(t => t.ClerkId == me),
            _ => db.Set<ServiceTask>().Where(t => false),
        };
    }
}
