using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>What one person has to do in all their posts, and in which of them something can be opened. Each post is asked as itself.</summary>
public sealed class WorkOfPosts(CourtDb db, StaffQueries staff, ShellQueries shell, SubjectNames names)
{
    /// <param name="wanted">What a post's navigation counts.</param>
    public async Task<IReadOnlyList<PostWork>> Counts(
        Func<StaffPost, IReadOnlyCollection<NavCount>> wanted,
        Actor me,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        List<PostWork> work = [];
        foreach (var post in await staff.Posts(me.Id, ct))
            work.Add(new PostWork(post, await shell.Counts(wanted(post.Held), post.As(me), now, ct)));
        return work;
    }

    /// <summary>Open orders that I own, in whichever post; what is due first on top.</summary>
    public async Task<Page<OwnOrderRow>> Orders(Cursor? after, Actor me, CancellationToken ct)
    {
        var rows = await db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.OwnerId == me.Id && o.ClosedAt == null && o.State != WorkOrderState.AwaitingRequester)
            .EarliestFirst(after, o => o.DueAt, o => o.Id)
            .Select(o => new OwnOrderRow(
                o.Id,
                o.Number,
                o.CaseNumber,
                o.Category,
                o.Title,
                o.UrgeCount,
                o.DueAt,
                o.DueDay,
                o.DueIsProvisional,
                o.OwnerRole,
                o.CourtId,
                o.DivisionId
            ))
            .ToListAsync(ct);
        return Page<OwnOrderRow>.Of(rows, r => new Cursor(r.DueAt, r.Id));
    }

    /// <summary>Other posts of mine that reach a page, and the thing on it where it is one.</summary>
    public async Task<IReadOnlyList<PostRow>> Reaching(
        Feature feature,
        (SubjectKind Kind, Guid Id)? subject,
        Actor me,
        CancellationToken ct
    )
    {
        List<PostRow> reaching = [];
        foreach (var post in await staff.Posts(me.Id, ct))
        {
            if (post.Id == me.Post?.Id || !post.As(me).Reaches(feature))
                continue;
            if (subject is not { } thing || (await names.Of([thing], post.As(me), ct)).GetValueOrDefault(thing.Id)?.MayOpen == true)
                reaching.Add(post);
        }

        return reaching;
    }
}

/// <param name="Counts">By what its navigation counts.</param>
public sealed record PostWork(PostRow Post, IReadOnlyDictionary<NavCount, Tally> Counts)
{
    /// <summary>What waits there. Late orders and those without a judge stand in the desk's list, too: they count once.</summary>
    public int Waiting =>
        Counts
            .Where(c => !Counts.ContainsKey(NavCount.Desk) || c.Key is not (NavCount.Overdue or NavCount.ToAssign))
            .Sum(c => c.Value.Total);
}

/// <summary>An order of mine. Role, court and division are those of the post in which I own it.</summary>
public sealed record OwnOrderRow(
    Guid Id,
    string Number,
    string? CaseNumber,
    Category Category,
    string Title,
    int UrgeCount,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    bool DueIsProvisional,
    Role OwnerRole,
    Guid CourtId,
    Guid DivisionId
)
{
    public bool IsIn(PostRow post) => post.Role == OwnerRole && post.CourtId == CourtId && post.DivisionId == DivisionId;
}
