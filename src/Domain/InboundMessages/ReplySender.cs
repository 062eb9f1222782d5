using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>The member of staff who wrote, in each of the posts they hold.</summary>
/// <param name="Posts">At least one.</param>
public sealed record ReplySender(Guid StaffId, IReadOnlyList<Actor> Posts)
{
    public NoticeRecipient Recipient => NoticeRecipient.Staff(StaffId);

    /// <summary>The post in which they judge; else the first.</summary>
    public StaffPost MainPost => (Posts.FirstOrDefault(p => p.Is(Role.Judge)) ?? Posts[0]).Post!;

    /// <returns>Null when nobody, or more than one person, has this number.</returns>
    internal static async Task<ReplySender?> Find(ICourtDb db, string mobile, CancellationToken ct)
    {
        var posts = await (
            from post in db.Set<Post>()
            where post.IsActive && post.Staff.IsActive && post.Staff.Mobile == mobile
            orderby post.Id
            select new
            {
                post.Staff.Id,
                post.Staff.Name,
                Post = new StaffPost(post.Id, post.Role, post.CourtId, post.DivisionId, CourtLevel.Basic),
            }
        ).ToListAsync(ct);
        return posts.Select(p => p.Id).Distinct().Count() == 1
            ? new ReplySender(posts[0].Id, [.. posts.Select(p => Actor.Staff(p.Id, p.Name, p.Post))])
            : null;
    }

    /// <summary>
    /// Who is asked when a reply says too little: the liaison officer of the division, or its head; then those of the filing division.
    /// Never the sender.
    /// </summary>
    internal async Task<Guid?> WhoLooks(ICourtDb db, Guid courtId, Guid divisionId, CancellationToken ct)
    {
        var candidates = await (
            from post in db.Set<Post>()
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where
                post.IsActive
                && post.Staff.IsActive
                && post.StaffId != StaffId
                && post.CourtId == courtId
                && (post.Role == Role.LiaisonOfficer || post.Role == Role.DivisionHead)
                && (post.DivisionId == divisionId || division.Kind == DivisionKind.Filing)
            select new
            {
                post.StaffId,
                post.Role,
                post.DivisionId,
                post.Id,
            }
        ).ToListAsync(ct);
        return candidates
            .OrderByDescending(c => c.DivisionId == divisionId)
            .ThenByDescending(c => c.Role == Role.LiaisonOfficer)
            .ThenBy(c => c.Id)
            .FirstOrDefault()
            ?.StaffId;
    }
}
