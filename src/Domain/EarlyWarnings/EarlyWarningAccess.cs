using Domain.Organisation;
using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>
/// Who sees what a warning is about: the court's filing division's platform people and the supervisors of the Intermediate
/// Court, the court's leaders, and who did or does one of its steps. Who raised it sees their own words. Nobody else.
/// </summary>
public static class EarlyWarningAccess
{
    /// <summary>Warnings of which the person sees all.</summary>
    public static IQueryable<EarlyWarning> WarningsVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of warnings.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        return by.ExtentOf(Feature.EarlyWarnings) switch
        {
            Extent.All => db.Set<EarlyWarning>(),
            Extent.Court => db.Set<EarlyWarning>()
                .Where(w => w.CourtId == court || w.OwnerId == me || w.Entries.Any(e => e.AuthorId == me)),
            Extent.Division => db.Set<EarlyWarning>()
                .Where(w => w.DivisionId == division || w.OwnerId == me || w.Entries.Any(e => e.AuthorId == me)),
            _ => db.Set<EarlyWarning>().Where(w => w.OwnerId == me || w.Entries.Any(e => e.AuthorId == me)),
        };
    }

    /// <summary>Candidates that the person decides: of the own court's filing division.</summary>
    public static IQueryable<WarningCandidate> CandidatesOf(this ICourtDb db, Actor by)
    {
        var court = by.Post!.CourtId;
        return by.Reaches(Feature.WarningCandidates)
            ? db.Set<WarningCandidate>().Where(c => c.CourtId == court)
            : db.Set<WarningCandidate>().Where(_ => false);
    }
}
