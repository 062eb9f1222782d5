using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>The case in which somebody hands something in, as whom, and who decides it.</summary>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Colleague">The other of judge and clerk.</param>
public sealed record SubmissionTarget(Case Case, Submitter Submitter, Owner Owner, Guid? Colleague);

/// <summary>Finds it: a party by verified identity, or an agent whose authority runs; others have no such case.</summary>
public sealed class SubmissionTargets(ICourtDb db, Handlers handlers, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>submission.case_not_found</c>, <c>submission.needs_authority</c>, <c>submission.nobody_to_take</c>.</exception>
    public async Task<SubmissionTarget> Find(Guid caseId, KindRule rule, Litigant person, CancellationToken ct)
    {
        if (!person.IsVerified)
            throw LitigantErrors.NotVerified();
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(c => c.Id == caseId, ct);
        var submitter = @case is null ? null : SubmitterIn(@case, rule, person);
        if (submitter is null)
            throw SubmissionErrors.CaseNotFound();
        var judge = await handlers.Judge(@case!.JudgeId ?? Guid.Empty, @case.CourtId, ct);
        var clerk = await handlers.Clerk(@case.ClerkId ?? Guid.Empty, @case.CourtId, ct);
        var (first, second) = rule.Decider == SubmissionDecider.Judge ? (judge, null) : (clerk, judge);
        var owner =
            first
            ?? second
            ?? await handlers.Liaison(@case.DivisionId, ct)
            ?? await handlers.Filing(@case.CourtId, ct)
            ?? throw Submission.Declared.Errors.NobodyToTake();
        return new SubmissionTarget(@case, submitter, owner, (owner.StaffId == judge?.StaffId ? clerk : judge)?.StaffId);
    }

    /// <summary>The party in person first; of several whom an agent acts for the one whose authority goes far enough.</summary>
    private Submitter? SubmitterIn(Case @case, KindRule rule, Litigant person)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var key = person.IdentityKey!;
        var standing = @case
            .Parties.Where(p => p.LeftAt is null)
            .OrderBy(p => p.Position)
            .SelectMany(p => p.ActedForBy(key, today).Select(agent => new Submitter(person.Id, person.Name!, person.Phone ?? "", p, agent)))
            .ToList();
        if (standing.Count == 0)
            return null;
        return standing.Find(s => s.Agent is null)
            ?? standing.Find(s => rule.Authority == AuthorityItems.None || s.Agent!.May(rule.Authority, today))
            ?? throw SubmissionErrors.NeedsAuthority(
                rule.Title,
                rule.Authority.Chinese(),
                LawTable.Of(LawPoint.SpecialAuthority, Procedure.Civil).Cite
            );
    }
}
