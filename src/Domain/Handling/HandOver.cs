using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>To whom something goes, and why.</summary>
/// <param name="Words">The reason; where the head or the liaison officer names somebody, a remark that may be empty.</param>
/// <param name="RestartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
public sealed record HandOver(Guid ToStaffId, string Words, string? RestartReason = null);

/// <summary>What the verb of a hand-over needs: the next owner, who gives it, and the clock that may be started again.</summary>
public sealed record Hand(Owner To, string DivisionName, DateTimeOffset Now, ClockRestart? Restart);

/// <summary>What the four ways of handing over share: the request sent twice, the next owner, the clock started again.</summary>
public sealed class HandsOver<T>(ICourtDb db, HandledDesk<T> desk, ICalendars calendars, TimeProvider clock)
    where T : Handled, IHandled
{
    /// <param name="find">Who takes it.</param>
    /// <param name="give">The verb of the thing.</param>
    public async Task Handle(
        Guid id,
        Guid entryId,
        Func<T, Task<Owner>> find,
        Action<T, Hand> give,
        string? restartReason,
        Actor by,
        CancellationToken ct
    )
    {
        var division = await db.DivisionName(by, ct);
        var calendar = await calendars.Current(ct);
        await db.Change(
            desk.Reach(by),
            id,
            async thing =>
            {
                var to = await find(thing);
                var now = clock.GetUtcNow();
                give(thing, new Hand(to, division, now, thing.Restart(restartReason, calendar, now)));
            },
            ct,
            entryId
        );
    }
}

/// <summary>To another handler of the same court with a reason (转办; by the head 改派).</summary>
public sealed class TransferTo<T>(HandsOver<T> hands, HandledDesk<T> desk)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.Handle(
            id,
            entryId,
            thing => desk.Named(over.ToStaffId, thing, ct),
            (thing, hand) => thing.Transfer(entryId, hand.To, over.Words, by, hand.DivisionName, hand.Now, hand.Restart),
            over.RestartReason,
            by,
            ct
        );
}

/// <summary>Back to the dispatcher with a reason (退回).</summary>
public sealed class Return<T>(HandsOver<T> hands, HandledDesk<T> desk)
    where T : Handled, IHandled
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct, string? restartReason = null) =>
        hands.Handle(
            id,
            entryId,
            thing => desk.ForReturn(thing, ct),
            (thing, hand) => thing.Return(entryId, hand.To, reason, by, hand.DivisionName, hand.Now, hand.Restart),
            restartReason,
            by,
            ct
        );
}

/// <summary>The liaison officer names the judge of what came without one (分派).</summary>
public sealed class Assign<T>(HandsOver<T> hands, HandledDesk<T> desk)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.Handle(
            id,
            entryId,
            thing => desk.Named(over.ToStaffId, thing, ct),
            (thing, hand) => thing.Assign(entryId, hand.To, over.Words, by, hand.DivisionName, hand.Now, hand.Restart),
            over.RestartReason,
            by,
            ct
        );
}

/// <summary>The head relieves the owner and names the next one (改派).</summary>
public sealed class ApproveReassignment<T>(HandsOver<T> hands, HandledDesk<T> desk)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.Handle(
            id,
            entryId,
            thing => desk.Named(over.ToStaffId, thing, ct),
            (thing, hand) => thing.ApproveReassignment(entryId, hand.To, over.Words, by, hand.DivisionName, hand.Now, hand.Restart),
            over.RestartReason,
            by,
            ct
        );
}
