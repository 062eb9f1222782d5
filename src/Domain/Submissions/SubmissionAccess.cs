using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>Which submissions a person may reach. Every query and use case starts from here.</summary>
public static class SubmissionAccess
{
    /// <summary>Those that a member of staff may open in the post they act in.</summary>
    public static IQueryable<Submission> SubmissionsVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's submissions.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.Submissions) switch
        {
            Extent.All => db.Set<Submission>(),
            Extent.Court => db.Set<Submission>().Where(s => s.CourtId == court),
            Extent.Division => db.Set<Submission>().Where(s => s.DivisionId == division || s.OwnerId == me),
            Extent.Cases => db.Set<Submission>().Where(s => s.OwnerId == me || cases.Contains(s.CaseId)),
            _ => db.Set<Submission>().Where(s => false),
        };
    }

    /// <summary>Those whose files and words a member of staff may read: who answers for them, and who sits on or clerks the case.</summary>
    public static IQueryable<Submission> SubmissionsReadBy(this ICourtDb db, Actor by)
    {
        var (me, cases) = (by.Id, db.CasesWorkedOn(by.Id));
        return db.SubmissionsVisibleTo(by).Where(s => s.OwnerId == me || cases.Contains(s.CaseId));
    }

    /// <summary>Those that wait for this person: of the cases that they sit on or clerk, and their own.</summary>
    public static IQueryable<Submission> SubmissionsToReview(this ICourtDb db, Actor by)
    {
        var (me, cases) = (by.Id, db.CasesWorkedOn(by.Id));
        var open = db.Set<Submission>().Where(s => s.ClosedAt == null);
        return by.Reaches(Feature.Submissions) ? open.Where(s => s.OwnerId == me || cases.Contains(s.CaseId)) : open.Where(s => false);
    }

    /// <summary>
    /// Of the parties that a person is or acts for today, whoever of them handed it in. Who leaves the case, or acts for nobody there any more,
    /// sees nothing from then on (FLOW 6).
    /// </summary>
    public static IQueryable<Submission> OwnSubmissions(this ICourtDb db, Actor by, DateOnly today)
    {
        var parties = db.PartiesActedFor(by, today);
        return db.Set<Submission>().Where(s => parties.Contains(s.PartyId));
    }

    /// <summary>What the court released to this person: of the other parties of their cases.</summary>
    public static IQueryable<Submission> SubmissionsReleasedTo(this ICourtDb db, Actor by, DateOnly today)
    {
        var parties = db.PartiesActedFor(by, today);
        var cases = db.Set<CaseParty>().Where(p => parties.Contains(p.Id)).Select(p => p.CaseId);
        return db.Set<Submission>().Where(s => s.ReleasedAt != null && cases.Contains(s.CaseId) && !parties.Contains(s.PartyId));
    }

    /// <summary>The parties that a person is, or for whom they act by an authority that runs: two indexes (ADR 29).</summary>
    public static IQueryable<Guid> PartiesActedFor(this ICourtDb db, Actor by, DateOnly today)
    {
        var keys = db.Set<Litigant>().Where(l => l.Id == by.Id && l.VerifiedAt != null).Select(l => l.IdentityKey);
        return db.PartiesStanding()
            .Where(p => p.IdentityKey != "" && keys.Contains(p.IdentityKey))
            .Select(p => p.Id)
            .Union(db.AgentsActing(today).Where(a => a.IdentityKey != "" && keys.Contains(a.IdentityKey)).Select(a => a.PartyId));
    }

    /// <summary>As whom somebody of the court would decide it.</summary>
    public static async Task<SubmissionReviewer> Reviewer(this ICourtDb db, Submission submission, Actor by, CancellationToken ct)
    {
        var id = submission.CaseId;
        var sits = await db.CasesSatOn(by.Id).AnyAsync(c => c == id, ct);
        var clerks = await db.Set<Case>().AnyAsync(c => c.Id == id && c.ClerkId == by.Id, ct);
        var posts = db.Set<Post>().Where(p => p.IsActive && p.Staff.IsActive);
        var isStaffed = await db.Set<Case>()
            .AnyAsync(c => c.Id == id && posts.Any(p => p.StaffId == c.JudgeId || p.StaffId == c.ClerkId), ct);
        return new SubmissionReviewer(by, sits, clerks, await db.DivisionName(by, ct)) { CaseHasNobody = !isStaffed };
    }

    /// <summary>Who is told when something of one party is released: the other parties and those who act for them, where they have an account.</summary>
    public static async Task<List<CasePerson>> OthersOf(this ICourtDb db, Submission submission, DateOnly today, CancellationToken ct)
    {
        var others = db.PartiesStanding().Where(p => p.CaseId == submission.CaseId && p.Id != submission.PartyId);
        var keys = others
            .Where(p => p.IdentityKey != "")
            .Select(p => p.IdentityKey)
            .Union(db.AgentsActing(today).Where(a => a.IdentityKey != "" && others.Any(p => p.Id == a.PartyId)).Select(a => a.IdentityKey));
        return await db.Set<Litigant>()
            .Where(l => l.VerifiedAt != null && l.IdentityKey != null && keys.Contains(l.IdentityKey) && l.Id != submission.LitigantId)
            .OrderBy(l => l.Id)
            .Select(l => new CasePerson(l.Id, l.Phone, l.OpenId != null))
            .ToListAsync(ct);
    }
}

/// <summary>Opens the files of submissions to staff who work on the case, to the party's own people, and to others once they are released.</summary>
public sealed class SubmissionAttachments(ICourtDb db, TimeProvider clock) : IAttachmentSource
{
    public IQueryable<Attachment> For(Actor by)
    {
        var files = db.Set<Attachment>().Where(a => a.SubjectKind == SubjectKind.Submission);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (by.Kind == ActorKind.Litigant)
        {
            var (own, released) = (db.OwnSubmissions(by, today), db.SubmissionsReleasedTo(by, today));
            return files.Where(a => own.Any(s => s.Id == a.SubjectId) || released.Any(s => s.Id == a.SubjectId));
        }

        if (by.Post is null)
            return files.Where(a => false);
        var readable = db.SubmissionsReadBy(by);
        return files.Where(a => readable.Any(s => s.Id == a.SubjectId));
    }
}
