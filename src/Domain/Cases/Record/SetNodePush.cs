using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>A court begins or stops telling people of a kind of node. Holds for what is taken over from then on.</summary>
public sealed class SetNodePush(ICourtDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>node_push.not_yours</c>.</exception>
    public Task Handle(Guid court, CaseNodeKind kind, bool isTold, Actor by, CancellationToken ct)
    {
        if (!MayChange(court, by))
            throw CaseErrors.NodePushNotYours();
        return db.Change(
            async () =>
            {
                var push = await db.Set<NodePush>().SingleOrDefaultAsync(p => p.CourtId == court && p.Kind == kind, ct);
                if (push is null && isTold == NodePush.ByDefault(kind))
                    return;
                push ??= db.Set<NodePush>().Add(NodePush.Of(court, kind)).Entity;
                push.Set(isTold, by, clock.GetUtcNow());
            },
            ct
        );
    }

    /// <summary>The court's own administrators and filing division.</summary>
    public static bool MayChange(Guid court, Actor by) => by.Reaches(Feature.NodePushes) && by.Post!.CourtId == court;
}
