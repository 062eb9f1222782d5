using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The clock's side: reminders, the levels, counting anew.</summary>
public sealed partial class WorkOrder
{
    /// <summary>How often the clock was started again with a reason; counted in the statistics.</summary>
    public int RestartCount { get; private set; }

    public override Subject Subject => new(SubjectKind.WorkOrder, Id, CourtId, DivisionId);

    protected override bool IsDone => IsClosed;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(DispatchedAt ?? ReceivedAt);

    /// <summary>The division's head and liaison officer, and the filing division, may start the clock again at a hand-over.</summary>
    public bool MayRestartClock(Actor by) =>
        !IsClosed
        && by.Post is { } post
        && post.CourtId == CourtId
        && post.Role switch
        {
            Role.DivisionHead or Role.LiaisonOfficer => post.DivisionId == DivisionId,
            Role.FilingDivision => true,
            _ => false,
        };

    /// <returns>The clock started again on this day under the order's own limits; null without a reason.</returns>
    internal ClockRestart? Restart(string? reason, WorkCalendar calendar, DateTimeOffset now) =>
        reason is null ? null : new ClockRestart(Ladder.Of(calendar, Limits, ChinaTime.DayOf(now)), reason);

    protected override SupervisionNotices SupervisionNotices => WorkOrderNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => WorkOrderNotices.Fields(this);

    protected override ToldPerson? OwedBy => new(OwnerId, OwnerName, OwnerRole);

    /// <summary>The requester's phone does not look again: it would find nothing new.</summary>
    protected override IReadOnlyList<string> SupervisionTopics =>
        LitigantId is { } litigant ? [.. Topics().Except([LiveTopic.Litigant(litigant)])] : Topics();

    protected override IReadOnlyList<string> RecountTopics => Topics();

    private void RestartClock(ClockRestart restart, Actor by, DateTimeOffset now)
    {
        if (!MayRestartClock(by))
            throw WorkOrderErrors.MayNotRestartClock();
        var reason = CheckedReason(restart.Reason);
        var before = DueDay;
        StartClock(restart.Ladder, now);
        RestartCount++;
        Raise(
            FactFor(
                WorkOrderFacts.Restarted,
                by,
                now,
                $"{ChinaTime.ShortDay(before)} → {ChinaTime.ShortDay(DueDay)}，第 {RestartCount} 次，原因：{reason}"
            )
        );
    }
}

/// <summary>At a hand-over the days are counted again from its day (重新计算期限), for a reason that stays in the trace and in the statistics.</summary>
public sealed record ClockRestart(Ladder Ladder, string Reason);
