using Domain.Attachments;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;

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

    /// <summary>The papers of the requests that a member of staff may open; who brought them opens what they uploaded anyway.</summary>
    public static IQueryable<Attachment> BindingPapersFor(this ICourtDb db, Actor by)
    {
        var visible = db.BindingsVisibleTo(by);
        return db.Set<Attachment>().Where(a => a.SubjectKind == SubjectKind.CaseBinding && visible.Any(b => b.Id == a.SubjectId));
    }
}
