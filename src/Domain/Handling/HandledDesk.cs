using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>What the use cases of handling ask a feature beside the thing itself: who reaches it, who may take it, its limit.</summary>
public abstract class HandledDesk<T>(Handlers handlers)
    where T : Handled, IHandled
{
    /// <summary>Those that a person may reach: others are "not found".</summary>
    public abstract IQueryable<T> Reach(Actor by);

    /// <summary>The limit of one that is taken up again today.</summary>
    public abstract Task<Ladder> NewLadder(T thing, Owner to, DateTimeOffset now, CancellationToken ct);

    /// <summary>A named handler of the same court.</summary>
    public virtual async Task<Owner> Named(Guid staffId, T thing, CancellationToken ct) =>
        await handlers.Named(staffId, thing.CourtId, ct) ?? throw T.Declared.Errors.RecipientNotFound();

    /// <summary>Who receives what is returned: the liaison officer of the division, or of the filing division.</summary>
    public virtual async Task<Owner> ForReturn(T thing, CancellationToken ct) =>
        (thing.OwnerRole == Role.LiaisonOfficer ? null : await handlers.Liaison(thing.DivisionId, ct))
        ?? await handlers.Filing(thing.CourtId, ct)
        ?? throw T.Declared.Errors.NobodyToTake();
}
