using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>To whom something goes, and why.</summary>
/// <param name="Words">The reason; where the head or the liaison officer names somebody, a remark that may be empty.</param>
/// <param name="RestartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
public sealed record HandOver(Guid ToStaffId, string Words, string? RestartReason = null);

/// <summary>What the verb of a hand-over needs: who takes it and why, who gives it, and the clock that may be started again.</summary>
/// <param name="EntryId">Made by the page: pressing twice hands over once.</param>
/// <param name="Words">As in <see cref="HandOver"/>.</param>
/// <param name="DivisionName">Of the one who gives it.</param>
public sealed record Hand(
    Guid EntryId,
    Owner To,
    string Words,
    Actor By,
    string DivisionName,
    DateTimeOffset Now,
    ClockRestart? Restart = null
)
{
    /// <summary>By which overdue days are counted.</summary>
    public WorkCalendar? Calendar { get; init; }
}

/// <summary>What the four ways of handing over share: the request sent twice, the next owner, the clock started again.</summary>
public sealed class HandsOver<T>(ICourtDb db, HandledDesk<T> desk, ICalendars calendars, TimeProvider clock)
    where T : Handled, IHandled
{
    /// <summary>To somebody who is named.</summary>
    /// <param name="give">The verb of the thing.</param>
    internal Task ToNamed(Guid id, Guid entryId, HandOver over, Action<T, Hand> give, Actor by, CancellationToken ct) =>
        Handle(id, entryId, thing => desk.Named(over.ToStaffId, thing, ct), over.Words, over.RestartReason, give, by, ct);

    /// <summary>Back to the dispatcher.</summary>
    internal Task Back(Guid id, Guid entryId, string reason, string? restartReason, Action<T, Hand> give, Actor by, CancellationToken ct) =>
        Handle(id, entryId, thing => desk.ForReturn(thing, ct), reason, restartReason, give, by, ct);

    private async Task Handle(
        Guid id,
        Guid entryId,
        Func<T, Task<Owner>> find,
        string words,
        string? restartReason,
        Action<T, Hand> give,
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
                var restart = thing.Restart(restartReason, calendar, now);
                give(thing, new Hand(entryId, to, words, by, division, now, restart) { Calendar = calendar });
            },
            ct,
            entryId
        );
    }
}

/// <summary>To another handler of the same court with a reason: by the owner 转办, by the head or liaison officer 改派.</summary>
public sealed class Transfer<T>(HandsOver<T> hands)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.ToNamed(id, entryId, over, (thing, hand) => thing.Transfer(hand), by, ct);
}

/// <summary>Back to the dispatcher with a reason (退回).</summary>
public sealed class Return<T>(HandsOver<T> hands)
    where T : Handled, IHandled
{
    /// <param name="restartReason">Why the days are counted again from today; null leaves the deadline as it is.</param>
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct, string? restartReason = null) =>
        hands.Back(id, entryId, reason, restartReason, (thing, hand) => thing.Return(hand), by, ct);
}

/// <summary>The liaison officer names the judge of what came without one (分派).</summary>
public sealed class Assign<T>(HandsOver<T> hands)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.ToNamed(id, entryId, over, (thing, hand) => thing.Assign(hand), by, ct);
}

/// <summary>The head agrees to the owner's request and names the next one (改派).</summary>
public sealed class ApproveReassignment<T>(HandsOver<T> hands)
    where T : Handled, IHandled
{
    public Task Handle(Guid id, Guid entryId, HandOver over, Actor by, CancellationToken ct) =>
        hands.ToNamed(id, entryId, over, (thing, hand) => thing.ApproveReassignment(hand), by, ct);
}
