using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>A leader supervises by hand (督办).</summary>
public sealed partial class WorkOrder
{
    /// <summary>The last supervision by a leader, not by the clock.</summary>
    public DateTimeOffset? LastSupervisedAt { get; private set; }

    /// <summary>Late, and not supervised by a leader yet since the last working day began.</summary>
    public bool MayBeSupervised(WorkCalendar calendar, DateTimeOffset now) =>
        !IsClosed
        && now >= DueAt
        && (LastSupervisedAt is not { } last || ChinaTime.DayOf(now) >= calendar.NextWorkday(ChinaTime.DayOf(last)));

    /// <param name="together">All the late orders of this owner that are supervised by this press; their one notice goes with the first.</param>
    internal void SuperviseWith(IReadOnlyList<WorkOrder> together, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        LastSupervisedAt = now;
        var late = calendar.WorkingDaysBetween(DueDay, ChinaTime.DayOf(now));
        Raise(
            FactFor(
                WorkOrderFacts.SupervisedByLeader,
                by,
                now,
                new SupervisedByLeaderData(late, together.Count, together[0].Id, OwnerName),
                notices: together[0] == this
                    ? Tell(
                        Kind.Notices.Supervised,
                        OwnerId,
                        [.. HandlingNotices.Listed([.. together.Select(o => o.Number)]), .. SupervisionWords.LeaderFields(by)]
                    )
                    : []
            )
        );
    }
}
