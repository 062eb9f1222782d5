using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>Which services a person may reach. Every query and use case starts from here.</summary>
public static class ServiceAccess
{
    /// <summary>
    /// The litigant's own: as the party while it stands in the case, as an agent while the authority runs, and what the party
    /// forwarded to its agent.
    /// </summary>
    public static IQueryable<Service> ServicesOf(this ICourtDb db, Litigant litigant)
    {
        if (!litigant.IsVerified)
            return db.Set<Service>().Where(s => false);
        var key = litigant.IdentityKey!;
        var (parties, agents) = (db.PartiesStanding(key), db.AgentsActing(key));
        return db.Set<Service>()
            .Where(s =>
                (s.RecipientKey == key && (s.AgentId == null ? parties.Any(p => p.Id == s.PartyId) : agents.Any(a => a.Id == s.AgentId)))
                || db.Set<ServiceForward>().Any(f => f.ServiceId == s.Id && agents.Any(a => a.Id == f.AgentId))
            );
    }

    /// <summary>The same, with the forwarded ones known already: then both halves are found by an index.</summary>
    /// <param name="litigant">Verified.</param>
    internal static IQueryable<Service> ServicesOf(this ICourtDb db, Litigant litigant, List<Guid> forwarded)
    {
        var key = litigant.IdentityKey!;
        var (parties, agents) = (db.PartiesStanding(key), db.AgentsActing(key));
        return db.Set<Service>()
            .Where(s =>
                (s.RecipientKey == key && (s.AgentId == null ? parties.Any(p => p.Id == s.PartyId) : agents.Any(a => a.Id == s.AgentId)))
                || forwarded.Contains(s.Id)
            );
    }

    /// <summary>What parties forwarded to the litigant as their agent, while the authority runs.</summary>
    internal static IQueryable<ServiceCopy> ForwardedTo(this ICourtDb db, Litigant agent) =>
        from f in db.Set<ServiceForward>()
        join a in db.AgentsActing(agent.IdentityKey!) on f.AgentId equals a.Id
        join c in db.Set<ServiceCopy>() on new { f.ServiceId, f.DocumentId } equals new { c.ServiceId, c.DocumentId }
        select c;

    /// <summary>Services that a member of staff may look at in the post they act in: of the own cases, division or court.</summary>
    public static IQueryable<Service> ServicesVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's services.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesSatOn(me);
        return by.ExtentOf(Feature.Services) switch
        {
            Extent.All => db.Set<Service>(),
            Extent.Court => db.Set<Service>().Where(s => s.CourtId == court),
            Extent.Division => db.Set<Service>().Where(s => s.DivisionId == division || s.ClerkId == me),
            Extent.Cases => db.Set<Service>().Where(s => cases.Contains(s.CaseId)),
            _ => db.Set<Service>().Where(s => false),
        };
    }

    /// <summary>Tasks that a member of staff may look at: the own, and those of the division or court they answer for.</summary>
    public static IQueryable<ServiceTask> ServiceTasksVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's services.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesSatOn(me);
        return by.ExtentOf(Feature.ServiceTasks) switch
        {
            Extent.All => db.Set<ServiceTask>(),
            Extent.Court => db.Set<ServiceTask>().Where(t => t.CourtId == court),
            Extent.Division => db.Set<ServiceTask>().Where(t => t.DivisionId == division || t.ClerkId == me),
            Extent.Cases => db.Set<ServiceTask>()
                .Where(t => db.Set<ServicePlan>().Where(p => cases.Contains(p.CaseId)).Select(p => p.TaskId).Contains(t.Id)),
            _ => db.Set<ServiceTask>().Where(t => false),
        };
    }

    /// <summary>The same in parts that do not overlap, so that a list takes the newest of each by its index (ADR 29); most have one.</summary>
    public static (IQueryable<ServiceTask> First, IQueryable<ServiceTask>? Other) ServiceTaskPartsVisibleTo(this ICourtDb db, Actor by)
    {
        var (me, division) = (by.Id, by.Post!.DivisionId);
        var tasks = db.Set<ServiceTask>();
        return by.ExtentOf(Feature.ServiceTasks) == Extent.Division
            ? (tasks.Where(t => t.DivisionId == division), tasks.Where(t => t.ClerkId == me && t.DivisionId != division))
            : (db.ServiceTasksVisibleTo(by), null);
    }

    /// <summary>Cases whose documents the person may serve: the clerk's and the judge's own, and a colleague's of the same division.</summary>
    public static IQueryable<Cases.Case> ServableBy(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff serve documents.");
        var (me, division) = (by.Id, post.DivisionId);
        return by.ExtentOf(Feature.Serving) switch
        {
            Extent.Division => db.Set<Case>().Where(c => c.ClerkId == me || c.DivisionId == division),
            Extent.Cases => db.Set<Case>().Where(c => c.JudgeId == me),
            _ => db.Set<Case>().Where(c => false),
        };
    }
}
