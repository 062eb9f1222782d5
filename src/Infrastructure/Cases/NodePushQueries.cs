using Domain.Cases;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <summary>What the person's court tells the people of its cases (案件进展推送).</summary>
public sealed class NodePushQueries(CourtDb db)
{
    public async Task<IReadOnlyList<NodePushRow>> Of(Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        if (!SetNodePush.MayChange(court, by))
            return [];
        var own = await db.Set<NodePush>().AsNoTracking().Where(p => p.CourtId == court).ToDictionaryAsync(p => p.Kind, ct);
        return
        [
            .. Enum.GetValues<CaseNodeKind>()
                .Select(kind =>
                    own.GetValueOrDefault(kind) is { } push
                        ? new NodePushRow(kind, push.IsTold, push.ChangedByName, push.ChangedAt)
                        : new NodePushRow(kind, NodePush.ByDefault(kind), "", null)
                ),
        ];
    }

    /// <summary>What was changed, the newest first: the settings' traces.</summary>
    public async Task<Page<NodePushChange>> Changes(Cursor? after, Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        if (!SetNodePush.MayChange(court, by))
            return new([], null);
        var pushes = db.Set<NodePush>().Where(p => p.CourtId == court);
        var page = await db.Set<TraceRow>().Where(t => pushes.Any(p => p.Id == t.SubjectId)).NewestFirst(after, ct);
        return page.As(t => new NodePushChange(t.At, t.Read<NodePushData>().Kind, t.Kind == NodePushFacts.Begun, t.ActorName));
    }
}

/// <param name="ChangedBy">Empty while nobody has changed it: the default holds.</param>
public sealed record NodePushRow(CaseNodeKind Kind, bool IsTold, string ChangedBy, DateTimeOffset? ChangedAt);

public sealed record NodePushChange(DateTimeOffset At, CaseNodeKind Kind, bool IsTold, string By);
