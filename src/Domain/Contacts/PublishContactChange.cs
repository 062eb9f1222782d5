using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Contacts;

/// <summary>The court's administrator publishes a reported change: numbers, posts and the directory change together or not at all.</summary>
public sealed class PublishContactChange(ICourtDb db, ContactDirectory directory, TimeProvider clock)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.PublishesContacts())
            throw ContactErrors.NotYours();
        var court = by.Post!.CourtId;
        await db.Change(
            db.Set<ContactChange>().Where(c => c.Id == id && c.CourtId == court),
            ContactErrors.NotFound,
            change => Publish(change, court, by, ct),
            ct
        );
    }

    private async Task Publish(ContactChange change, Guid court, Actor by, CancellationToken ct)
    {
        if (change.State == ContactChangeState.Published && change.EndedById == by.Id)
            return; // pressed twice
        var now = clock.GetUtcNow();
        change.Publish(by, now);

        var target = change.ToDivisionId ?? change.DivisionId;
        Guid[] divisions = [change.DivisionId, target];
        var posts = await db.Set<Post>()
            .Include(p => p.Staff)
            .Where(p => p.IsActive && (divisions.Contains(p.DivisionId) || p.StaffId == change.StaffId))
            .ToListAsync(ct);
        var staff = posts.FirstOrDefault(p => p.StaffId == change.StaffId)?.Staff ?? throw ContactErrors.PersonNotFound();
        staff.ChangeNumbers(change.Mobile ?? staff.Mobile, change.OfficePhone ?? staff.OfficePhone, change.Id, by, now);
        if (change.ToDivisionId is not null)
            Move(staff, change.DivisionId, new Target(target, change, by, now), posts);
        if (change.BecomesLiaison)
            Appoint(staff, new Target(target, change, by, now), posts);
        // Wherever the person is liaison officer, the directory shows the new number.
        var affected = posts.Where(p => p.StaffId == staff.Id).Select(p => p.DivisionId).Concat(divisions).Distinct().ToList();
        await directory.Publish(affected, posts, change.Id, by, now, ct);
    }

    /// <summary>The posts go along, but not that of the liaison officer or head: those belong to the division.</summary>
    private void Move(Staff staff, Guid from, Target to, List<Post> posts)
    {
        foreach (var post in posts.Where(p => p.StaffId == staff.Id && p.DivisionId == from).ToList())
        {
            post.End(to.Change.Id, to.By, to.Now);
            if (
                post.Role is Role.LiaisonOfficer or Role.DivisionHead
                || posts.Any(p => p.StaffId == staff.Id && p.DivisionId == to.DivisionId && p.Role == post.Role && p.IsActive)
            )
                continue;
            Open(staff, to, post.Role, posts);
        }
    }

    private void Appoint(Staff staff, Target to, List<Post> posts)
    {
        var ofDivision = posts.Where(p => p.DivisionId == to.DivisionId && p.Role == Role.LiaisonOfficer).ToList();
        foreach (var former in ofDivision.Where(p => p.StaffId != staff.Id))
            former.End(to.Change.Id, to.By, to.Now);
        if (!ofDivision.Any(p => p.StaffId == staff.Id && p.IsActive))
            Open(staff, to, Role.LiaisonOfficer, posts);
    }

    private void Open(Staff staff, Target to, Role role, List<Post> posts)
    {
        var post = Post.Open(staff, to.Change.CourtId, to.DivisionId, role, to.Change.Id, to.By, to.Now);
        db.Set<Post>().Add(post);
        posts.Add(post);
    }

    private sealed record Target(Guid DivisionId, ContactChange Change, Actor By, DateTimeOffset Now);
}
