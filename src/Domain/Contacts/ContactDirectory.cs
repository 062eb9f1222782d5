using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Contacts;

/// <summary>Brings what the directory shows of some divisions to what posts and people say now. Saved by the caller, with what caused it.</summary>
public sealed class ContactDirectory(ICourtDb db)
{
    /// <param name="posts">With their staff: the active posts of the divisions as they will be, saved or not.</param>
    /// <returns>How many divisions show something else than before.</returns>
    public async Task<int> Publish(
        IReadOnlyCollection<Guid> divisionIds,
        IReadOnlyCollection<Post> posts,
        Guid? changeId,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var shown = await db.Set<PublishedContact>()
            .Where(c => divisionIds.Contains(c.DivisionId) && c.WithdrawnAt == null)
            .ToListAsync(ct);
        return divisionIds
            .Distinct()
            .Count(division =>
                Publish(
                    division,
                    shown.SingleOrDefault(c => c.DivisionId == division),
                    [.. posts.Where(p => p.DivisionId == division && p.IsActive && p.Staff.IsActive)],
                    changeId,
                    by,
                    now
                )
            );
    }

    private bool Publish(Guid division, PublishedContact? shown, List<Post> posts, Guid? changeId, Actor by, DateTimeOffset now)
    {
        var liaison = posts.Where(p => p.Role == Role.LiaisonOfficer).OrderBy(p => p.Id).LastOrDefault();
        if (liaison is null)
        {
            shown?.Withdraw(changeId, by, now);
            return shown is not null;
        }

        var staff = liaison.Staff;
        var other = posts.Where(p => p.StaffId == staff.Id && p.Role != Role.LiaisonOfficer).OrderBy(p => p.Role).FirstOrDefault();
        var title = (other?.Role ?? Role.LiaisonOfficer).Chinese();
        if (shown?.Says(staff, title) == true)
            return false;
        shown?.Withdraw(changeId, by, now);
        db.Set<PublishedContact>().Add(PublishedContact.Show(liaison, title, changeId, by, now));
        return true;
    }
}
