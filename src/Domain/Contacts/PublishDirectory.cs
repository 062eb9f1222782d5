using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Contacts;

/// <summary>
/// The administrator publishes the court's directory as posts and people are now: the first time, and after staff records came
/// from elsewhere.
/// </summary>
public sealed class PublishDirectory(ICourtDb db, ContactDirectory directory, TimeProvider clock)
{
    /// <returns>How many divisions show something else than before.</returns>
    public async Task<int> Handle(Actor by, CancellationToken ct)
    {
        if (!by.PublishesContacts())
            throw ContactErrors.NotYours();
        var court = by.Post!.CourtId;
        var divisions = await db.Set<Division>().Where(d => d.CourtId == court).Select(d => d.Id).ToListAsync(ct);
        var posts = await db.Set<Post>().AsNoTracking().Include(p => p.Staff).Where(p => p.CourtId == court && p.IsActive).ToListAsync(ct);
        var changed = await directory.Publish(divisions, posts, changeId: null, by, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
