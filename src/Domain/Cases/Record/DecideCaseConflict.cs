using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>A clerk or judge of the case says which is right: what was entered here, or what the trial system has.</summary>
public sealed class DecideCaseConflict(ICourtDb db, IFollowCaseFacts follow, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>case_conflict.not_found</c>, <c>case_conflict.decided</c>.</exception>
    public Task Handle(Guid id, bool takeTheirs, Actor by, CancellationToken ct) =>
        db.Change(
            db.ConflictsOf(by).Where(c => c.Id == id),
            CaseErrors.ConflictNotFound,
            async conflict =>
            {
                var now = clock.GetUtcNow();
                var @case = await db.Set<Case>()
                    .Include(c => c.Parties)
                        .ThenInclude(p => p.Agents)
                    .SingleAsync(c => c.Id == conflict.CaseId, ct);
                conflict.Decide(takeTheirs, @case, by, now);
                if (takeTheirs && Take(conflict, @case, ChinaTime.DayOf(now)))
                    await follow.Changed([@case], by, now, ct);
            },
            ct
        );

    /// <returns>Whether a fact that the law asks for has changed.</returns>
    private static bool Take(CaseConflict conflict, Case @case, DateOnly today)
    {
        var party = @case.Parties.Find(p => p.Id == conflict.PartyId);
        var agent = party?.Agents.Find(a => a.Id == conflict.AgentId);
        switch (conflict.Field)
        {
            case CaseField.TrialProcedure:
                @case.TrialProcedure = Enum.Parse<TrialProcedure>(conflict.Theirs);
                break;
            case CaseField.RetrialProcedure:
                @case.RetriesFirstInstance = bool.Parse(conflict.Theirs);
                break;
            case CaseField.Domicile:
                party!.Domicile = Enum.Parse<Domicile>(conflict.Theirs);
                break;
            case CaseField.Custody:
                party!.IsInCustody = bool.Parse(conflict.Theirs);
                break;
            case CaseField.Minority:
                party!.IsMinor = bool.Parse(conflict.Theirs);
                break;
            case CaseField.AgentAuthority:
                var said = conflict.Theirs.Split(':');
                (agent!.Authority, agent.Items) = (Enum.Parse<AgentAuthority>(said[0]), Enum.Parse<AuthorityItems>(said[1]));
                return false;
            case CaseField.Agent:
                if (agent!.Source != AgentSource.TrialSystem)
                    throw CaseErrors.AgentBoundHere();
                agent.EndedAt = null;
                agent.EndsOn = agent.EndsOn < today ? null : agent.EndsOn;
                return false;
            default:
                throw new ArgumentOutOfRangeException(nameof(conflict), conflict.Field, "Nobody enters that here.");
        }

        return true;
    }
}

public static class CaseConflictAccess
{
    /// <summary>Of the cases that somebody works on, and for clerks of their division.</summary>
    public static IQueryable<CaseConflict> ConflictsOf(this ICourtDb db, Actor by)
    {
        var (me, division) = (by.Id, by.Post!.DivisionId);
        var worked = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.CaseConflicts) switch
        {
            Extent.Cases => db.Set<CaseConflict>().Where(c => worked.Contains(c.CaseId)),
            Extent.Division => db.Set<CaseConflict>()
                .Where(c => worked.Contains(c.CaseId) || db.Set<Case>().Any(x => x.Id == c.CaseId && x.DivisionId == division)),
            _ => db.Set<CaseConflict>().Where(_ => false),
        };
    }
}
