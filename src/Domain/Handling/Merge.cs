using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Handling;

/// <param name="DuplicateId">The one that ends.</param>
/// <param name="MainId">The one that goes on.</param>
public sealed record Merging(Guid DuplicateId, Guid MainId);

/// <summary>One goes on in another of the same requester (并单); both change in one transaction.</summary>
public sealed class Merge<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Merging merging, Guid entryId, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            desk.Reach(by),
            merging.DuplicateId,
            async thing =>
            {
                var main = await desk.Reach(by).SingleOrDefaultAsync(o => o.Id == merging.MainId, ct) ?? throw T.Declared.Errors.NotFound();
                thing.MergeInto(main, entryId, by, division, clock.GetUtcNow());
            },
            ct,
            entryId
        );
    }
}
