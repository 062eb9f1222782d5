using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>More time (延期): asked for once by the owner before the limit, decided by the head of the division.</summary>
public sealed partial class WorkOrder
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

    public bool MayRequestExtension(Actor by, DateTimeOffset now) => by.Id == OwnerId && !IsClosed && ExtensionState is null && now < DueAt;

    /// <summary>
    /// The head of the division; for the head's own orders, and while the post is vacant, a vice-president or the president. Nobody decides
    /// their own.
    /// </summary>
    public bool MayDecideExtension(Actor by) =>
        !IsClosed && ExtensionState == Supervision.ExtensionState.Requested && MayDecideRequests(by);

    /// <param name="days">Working days beyond the limit, 1 to <see cref="MaxExtensionDays"/>.</param>
    /// <param name="deciderId">Who is asked; null when every post is vacant.</param>
    public void RequestExtension(int days, string reason, Guid? deciderId, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        if (by.Id != OwnerId)
            throw WorkOrderErrors.NotYours();
        if (ExtensionState is not null)
            throw WorkOrderErrors.ExtendedBefore();
        if (now >= DueAt)
            throw WorkOrderErrors.TooLateToExtend();
        if (days is < 1 or > MaxExtensionDays)
            throw WorkOrderErrors.ExtensionDaysInvalid();
        var given = CheckedReason(reason);
        (ExtensionState, ExtensionDays, ExtensionReason, ExtensionRequestedAt) = (Supervision.ExtensionState.Requested, days, given, now);
        Raise(
            FactFor(WorkOrderFacts.ExtensionRequested, by, now, $"{days} 个工作日，{given}") with
            {
                Notices = deciderId is { } decider
                    ?
                    [
                        .. SupervisionNotices.ExtensionRequested.ToStaff(
                            decider,
                            this,
                            ("owner", $"{OwnerRole.Chinese()} {Masking.Name(OwnerName)}"),
                            ("days", $"{days}")
                        ),
                    ]
                    : [],
            }
        );
    }

    /// <param name="extended">The order's ladder with the days asked for.</param>
    public void ApproveExtension(Ladder extended, Actor by, DateTimeOffset now, string remark = "")
    {
        CheckMayDecide(by);
        var given = CheckedRemark(remark);
        var before = DueDay;
        Recount(extended, now);
        ExtendedFromDay = before;
        Decided(Supervision.ExtensionState.Approved, by, now);
        Raise(
            FactFor(
                WorkOrderFacts.ExtensionApproved,
                by,
                now,
                $"{ChinaTime.ShortDay(before)} → {ChinaTime.ShortDay(DueDay)}" + (given.Length > 0 ? $"，{given}" : "")
            ) with
            {
                Notices = [.. SupervisionNotices.ExtensionApproved.ToOwner(this)],
            }
        );
    }

    public void RefuseExtension(string reason, Actor by, DateTimeOffset now)
    {
        CheckMayDecide(by);
        var given = CheckedReason(reason);
        Decided(Supervision.ExtensionState.Refused, by, now);
        Raise(
            FactFor(WorkOrderFacts.ExtensionRefused, by, now, given) with
            {
                Notices = [.. SupervisionNotices.ExtensionRefused.ToOwner(this)],
            }
        );
    }

    /// <summary>The ladder that approving the request gives.</summary>
    public Ladder ExtendedLadder(WorkCalendar calendar) =>
        Ladder.Of(calendar, Limits, StartedOn ?? StartOfOldClock, ExtraDays + (ExtensionDays ?? 0));

    private void CheckMayDecide(Actor by)
    {
        CheckOpen();
        if (ExtensionState != Supervision.ExtensionState.Requested)
            throw WorkOrderErrors.NoExtensionRequested();
        if (!MayDecideExtension(by))
            throw WorkOrderErrors.NotYours();
    }

    private void Decided(ExtensionState state, Actor by, DateTimeOffset now) =>
        (ExtensionState, ExtensionDecidedAt, ExtensionDecidedByName) = (state, now, by.Name);

    /// <summary>A request of somebody who hands the order over is theirs no more: the next owner may ask.</summary>
    private void DropOpenExtension()
    {
        if (ExtensionState != Supervision.ExtensionState.Requested)
            return;
        (ExtensionState, ExtensionDays, ExtensionReason, ExtensionRequestedAt) = (null, null, null, null);
    }
}
