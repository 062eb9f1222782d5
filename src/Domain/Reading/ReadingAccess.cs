using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Reading;

/// <summary>Which requests, documents and pages a person may reach. Every query and use case starts from here.</summary>
public static class ReadingAccess
{
    /// <summary>Requests that a member of staff may open in the post they act in.</summary>
    public static IQueryable<ReadingRequest> ReadingsVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's requests.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.Reading) switch
        {
            Extent.All => db.Set<ReadingRequest>(),
            Extent.Court => db.Set<ReadingRequest>().Where(r => r.CourtId == court),
            Extent.Division => db.Set<ReadingRequest>().Where(r => r.DivisionId == division || r.OwnerId == me),
            Extent.Cases => db.Set<ReadingRequest>().Where(r => r.OwnerId == me || cases.Contains(r.CaseId)),
            _ => db.Set<ReadingRequest>().Where(r => false),
        };
    }

    /// <summary>Those that wait for this person's decision: of the cases that they sit on or clerk, and their own.</summary>
    public static IQueryable<ReadingRequest> ReadingsToReview(this ICourtDb db, Actor by)
    {
        var (me, cases) = (by.Id, db.CasesWorkedOn(by.Id));
        var open = db.Set<ReadingRequest>().Where(r => r.ClosedAt == null);
        return by.Reaches(Feature.Reading) ? open.Where(r => r.OwnerId == me || cases.Contains(r.CaseId)) : open.Where(r => false);
    }

    /// <summary>A person's own, by verified identity.</summary>
    public static IQueryable<ReadingRequest> OwnReadings(this ICourtDb db, Actor by)
    {
        var keys = db.Set<Litigant>().Where(l => l.Id == by.Id && l.VerifiedAt != null).Select(l => l.IdentityKey);
        return db.Set<ReadingRequest>().Where(r => keys.Contains(r.IdentityKey));
    }

    /// <summary>
    /// Those whose reader is still of the case (FLOW 6), in a case that is as open as it was when they were released. Asked anew at each
    /// page, so that the end of an authority is felt at the next one.
    /// </summary>
    public static IQueryable<ReadingRequest> OfReadersInCase(this ICourtDb db, IQueryable<ReadingRequest> requests, DateOnly today)
    {
        var (parties, agents) = (db.PartiesStanding(), db.AgentsActing(today));
        return requests.Where(r =>
            db.Set<Case>().Any(c => c.Id == r.CaseId && (r.ReleasedUnder == null || c.Restriction == r.ReleasedUnder))
            && (
                r.AgentId == null
                    ? parties.Any(p => p.Id == r.PartyId && p.IdentityKey == r.IdentityKey)
                    : agents.Any(a => a.Id == r.AgentId && a.IdentityKey == r.IdentityKey)
            )
        );
    }

    /// <summary>A person's own that can be read now, once the 阅卷单 is signed.</summary>
    public static IQueryable<ReadingRequest> ReadableBy(this ICourtDb db, Actor by, DateOnly today) =>
        db.OfReadersInCase(db.OwnReadings(by), today).Where(r => r.State == ReadingState.Open && r.Until >= today);

    /// <summary>Of the main volume, with their PDF, and not secret.</summary>
    public static IQueryable<CaseFile> ReadableFiles(this ICourtDb db, Guid caseId) =>
        db.Set<CaseFile>().Where(f => f.CaseId == caseId && !f.IsSecret && f.RemovedAt == null && f.Sha256 != "");

    /// <summary>What was released and is still the same.</summary>
    public static IQueryable<CaseFile> ReleasedFiles(this ICourtDb db, Guid requestId) =>
        db.Set<ReadingFile>()
            .Where(r => r.ReadingRequestId == requestId && r.IsReleased)
            .Join(db.Set<CaseFile>(), r => new { Id = r.CaseFileId, Hash = r.FileHash }, f => new { f.Id, Hash = f.Sha256 }, (r, f) => f)
            .Where(f => !f.IsSecret && f.RemovedAt == null && f.Sha256 != "");

    /// <summary>As whom somebody of the court would decide it.</summary>
    public static async Task<Releaser> Releaser(this ICourtDb db, ReadingRequest request, ReleasedBy rule, Actor by, CancellationToken ct)
    {
        var people = await db.Set<Case>().Where(c => c.Id == request.CaseId).Select(c => new { c.JudgeId, c.ClerkId }).SingleAsync(ct);
        var sits = await db.CasesSatOn(by.Id).AnyAsync(c => c == request.CaseId, ct);
        var isClerk = people.ClerkId == by.Id;
        var posts = db.Set<Post>().Where(p => p.IsActive && p.Staff.IsActive);
        var hasClerk = await posts.AnyAsync(p => p.StaffId == people.ClerkId, ct);
        var hasJudge = await posts.AnyAsync(p => p.StaffId == people.JudgeId, ct);
        var isAllowed = rule switch
        {
            ReleasedBy.Judge => sits,
            ReleasedBy.Clerk => isClerk || (!hasClerk && sits),
            _ => sits || isClerk,
        };
        return new Releaser(by, isAllowed, await db.DivisionName(by, ct)) { CaseHasNobody = !hasClerk && !hasJudge };
    }
}
