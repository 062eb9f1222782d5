using Domain.Cases;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Submissions;

/// <summary>The dates and amounts that the law leads to today, as the submitter was shown them, for who decides.</summary>
public sealed class SubmissionReckoning(CourtDb db, ISubmissionAvailability availability)
{
    /// <returns>Null where there is no such submission for this person.</returns>
    public async Task<Availability?> Of(Guid id, Actor by, CancellationToken ct)
    {
        var submission = await db.SubmissionsVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        if (submission is null)
            return null;
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleAsync(c => c.Id == submission.CaseId, ct);
        var party = @case.Parties.Find(p => p.Id == submission.PartyId);
        var submitter = Actor.Litigant(submission.LitigantId, submission.SubmitterName);
        return party is null ? null : await availability.Of(submission.SubmissionKind, @case, party, submitter, ct);
    }
}
