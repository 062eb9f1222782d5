using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>More time (延期): asked for once by the owner before the limit, decided by the head of the division.</summary>
public abstract partial class Handled
{
    public const int MaxExtensionDays = 10;

    /// <summary>Null when none was asked for.</summary>
    public ExtensionState? ExtensionState { get; private set; }

    /// <summary>Working days beyond the limit.</summary>
    public int? ExtensionDays { get; private set; }

    public string? ExtensionReason { get; private set; }
    public DateTimeOffset? ExtensionRequestedAt { get; private set; }
    public DateTimeOffset? ExtensionDecidedAt { get; private set; }
    public string? ExtensionDecidedByName { get; private set; }

    /// <summary>The last day before the extension was approved.</summary>
    public DateOnly? ExtendedFromDay { get; private set; }

    public bool MayRequestExtension(Actor by, DateTimeOffset now) =>
        Kind.Offers(HandledActs.Extension) && by.Id == OwnerId && !IsClosed && ExtensionState is null && now < DueAt;

    /// <summary>
    /// The head of the division; for the head's own, and while the post is vacant, a vice-president or the president. Nobody decides their
    /// own.
    /// </summary>
    public bool MayDecideExtension(Actor by) => !IsClosed && ExtensionState == Handling.ExtensionState.Requested && MayDecideRequests(by);

    /// <param name="days">Working days beyond the limit, 1 to <see cref="MaxExtensionDays"/>.</param>
    /// <param name="deciderId">Who is asked; null when every post is vacant.</param>
    public void RequestExtension(int days, string reason, Guid? deciderId, Actor by, DateTimeOffset now)
    {
        Kind.Check(HandledActs.Extension);
        CheckOpen();
        if (by.Id != OwnerId)
            throw Kind.Errors.NotYours();
        if (ExtensionState is not null)
            throw Kind.Errors.ExtendedBefore();
        if (now >= DueAt)
            throw Kind.Errors.TooLateToExtend();
        if (days is < 1 or > MaxExtensionDays)
            throw Kind.Errors.ExtensionDaysInvalid();
        var given = CheckedReason(reason);
        (ExtensionState, ExtensionDays, ExtensionReason, ExtensionRequestedAt) = (Handling.ExtensionState.Requested, days, given, now);
        Raise(
            FactFor(
                HandlingFacts.ExtensionRequested,
                by,
                now,
                new ExtensionRequestedData(days, given, deciderId),
                notices: Tell(Kind.Notices.ExtensionRequested, deciderId, [.. OwnerFields, ("days", $"{days}")])
            )
        );
    }

    /// <param name="extended">Its ladder with the days asked for.</param>
    public void ApproveExtension(Ladder extended, Actor by, DateTimeOffset now, string remark = "")
    {
        CheckMayDecideExtension(by);
        var given = CheckedRemark(remark);
        var before = DueOn;
        Recount(extended, now);
        ExtendedFromDay = before.Day;
        DecideExtension(Handling.ExtensionState.Approved, by, now);
        Raise(
            FactFor(
                HandlingFacts.ExtensionApproved,
                by,
                now,
                new ExtensionApprovedData(before.Day, DueDay, ExtensionDays!.Value, given),
                notices: [.. TellOwner(Kind.Notices.ExtensionApproved, now), .. TellOfNewDay(before, WhyExtended(ExtensionReason!))]
            )
        );
    }

    public void RefuseExtension(string reason, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        CheckMayDecideExtension(by);
        var given = CheckedReason(reason);
        DecideExtension(Handling.ExtensionState.Refused, by, now);
        Raise(
            FactFor(
                HandlingFacts.ExtensionRefused,
                by,
                now,
                new ReasonData(given),
                notices: TellOwner(Kind.Notices.ExtensionRefused, now, calendar)
            )
        );
    }

    /// <summary>Why the day has moved, as whoever waits may read it on a phone.</summary>
    protected virtual string WhyExtended(string reason) => ExtensionGranted;

    protected const string ExtensionGranted = "承办人申请延期，已获批准";

    /// <summary>The ladder that approving the request gives.</summary>
    public Ladder ExtendedLadder(WorkCalendar calendar) =>
        Ladder.Of(calendar, Limits, StartedOn ?? StartOfOldClock, ExtraDays + (ExtensionDays ?? 0));

    private void CheckMayDecideExtension(Actor by)
    {
        Kind.Check(HandledActs.Extension);
        CheckOpen();
        if (ExtensionState != Handling.ExtensionState.Requested)
            throw Kind.Errors.NoExtensionRequested();
        if (!MayDecideExtension(by))
            throw Kind.Errors.NotYours();
    }

    private void DecideExtension(ExtensionState state, Actor by, DateTimeOffset now) =>
        (ExtensionState, ExtensionDecidedAt, ExtensionDecidedByName) = (state, now, by.Name);

    /// <summary>A request of somebody who hands it over is theirs no more: the next owner may ask.</summary>
    private void DropOpenExtension()
    {
        if (ExtensionState != Handling.ExtensionState.Requested)
            return;
        (ExtensionState, ExtensionDays, ExtensionReason, ExtensionRequestedAt) = (null, null, null, null);
    }
}
