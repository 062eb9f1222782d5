using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>Which requests a person may reach. Every query and use case starts from here.</summary>
public static class BindingAccess
{
    /// <summary>Requests that a member of staff may open in the post they act in.</summary>
    public static IQueryable<CaseBinding> BindingsVisibleTo(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's requests.");
        var (me, court, division) = (by.Id, post.CourtId, post.DivisionId);
        var cases = db.CasesWorkedOn(me);
        return by.ExtentOf(Feature.Bindings) switch
        {
            Extent.All => db.Set<CaseBinding>(),
            Extent.Court => db.Set<CaseBinding>().Where(b => b.CourtId == court),
            Extent.Division => db.Set<CaseBinding>().Where(b => b.DivisionId == division || b.OwnerId == me),
            Extent.Cases => db.Set<CaseBinding>().Where(b => b.OwnerId == me || (b.CaseId != null && cases.Contains(b.CaseId.Value))),
            _ => db.Set<CaseBinding>().Where(b => false),
        };
    }

    /// <summary>Those that wait for this person's decision: of the cases that they sit on or clerk, and their own.</summary>
    public static IQueryable<CaseBinding> BindingsToReview(this ICourtDb db, Actor by)
    {
        var (me, cases) = (by.Id, db.CasesWorkedOn(by.Id));
        var open = db.Set<CaseBinding>().Where(b => b.ClosedAt == null);
        return by.Reaches(Feature.Bindings)
            ? open.Where(b => b.OwnerId == me || (b.CaseId != null && cases.Contains(b.CaseId.Value)))
            : open.Where(b => false);
    }

    /// <summary>A person's own, by verified identity: asked for, or entered from the paper.</summary>
    public static IQueryable<CaseBinding> OwnBindings(this ICourtDb db, Actor by)
    {
        var keys = db.Set<Litigant>().Where(l => l.Id == by.Id && l.VerifiedAt != null).Select(l => l.IdentityKey);
        return db.Set<CaseBinding>().Where(b => keys.Contains(b.IdentityKey));
    }

    /// <summary>Of the agents who act for this person: a party ends what it has given.</summary>
    public static IQueryable<CaseBinding> BindingsGivenBy(this ICourtDb db, Actor by)
    {
        var keys = db.Set<Litigant>().Where(l => l.Id == by.Id && l.VerifiedAt != null).Select(l => l.IdentityKey);
        var parties = db.Set<CaseParty>().Where(p => p.IdentityKey != "" && keys.Contains(p.IdentityKey)).Select(p => (Guid?)p.Id);
        return db.Set<CaseBinding>().Where(b => b.State == BindingState.Approved && parties.Contains(b.PartyId));
    }

    /// <summary>
    /// The papers, for the owner and who works on the case; of what fits no case also for who decides it in the owner's division. Who brought
    /// them opens what they uploaded anyway.
    /// </summary>
    public static IQueryable<Attachment> BindingPapersFor(this ICourtDb db, Actor by)
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff have a view of the court's requests.");
        var (me, court, division, cases) = (by.Id, post.CourtId, post.DivisionId, db.CasesWorkedOn(by.Id));
        var handles = by.ExtentOf(Feature.Handling) == Extent.Division;
        var readable = db.BindingsVisibleTo(by)
            .Where(b =>
                b.OwnerId == me
                || (b.CaseId != null && cases.Contains(b.CaseId.Value))
                || (handles && b.CaseId == null && b.CourtId == court && b.DivisionId == division)
            );
        return db.Set<Attachment>().Where(a => a.SubjectKind == SubjectKind.CaseBinding && readable.Any(b => b.Id == a.SubjectId));
    }

    /// <summary>As whom somebody of the court would decide it.</summary>
    public static async Task<Reviewer> Reviewer(this ICourtDb db, CaseBinding binding, Actor by, CancellationToken ct)
    {
        var sits = binding.CaseId is { } worked && await db.CasesWorkedOn(by.Id).AnyAsync(c => c == worked, ct);
        var posts = db.Set<Post>().Where(p => p.IsActive && p.Staff.IsActive);
        var isStaffed =
            binding.CaseId is { } @case
            && await db.Set<Case>().AnyAsync(c => c.Id == @case && posts.Any(p => p.StaffId == c.JudgeId || p.StaffId == c.ClerkId), ct);
        return new Reviewer(by, sits, await db.DivisionName(by, ct)) { CaseHasNobody = !isStaffed };
    }
}
