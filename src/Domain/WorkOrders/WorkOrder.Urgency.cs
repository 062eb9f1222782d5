using Domain.Calendar;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>加急, and the liaison officer's report of what is late (南沙 2020-26号 art. 9).</summary>
public sealed partial class WorkOrder
{
    /// <summary>Since when it is urgent (加急): what is told of it goes out at once, at night too.</summary>
    public DateTimeOffset? UrgentAt { get; private set; }

    /// <summary>Why it cannot wait; null where it is not urgent.</summary>
    public string? UrgentReason { get; private set; }

    /// <summary>The liaison officer's last report of it to the head.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    public bool IsUrgent => UrgentAt is not null;

    protected override bool TellsAtOnce => IsUrgent;

    protected override bool TellsLiaison => true;

    /// <summary>Whoever hears the requester first: the hotline, the duty judge, the division's liaison officer.</summary>
    public bool MayBeMarkedUrgent(Actor by) =>
        !IsClosed && !IsUrgent && (by.ExtentOf(Feature.UrgentMark) == Extent.Own || by.Covers(Feature.UrgentMark, CourtId, DivisionId));

    /// <param name="chain">Of the owner's division: its head is told, too.</param>
    public void MarkUrgent(string reason, SupervisionChain chain, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        if (IsUrgent)
            return;
        if (!MayBeMarkedUrgent(by))
            throw Kind.Errors.NotYours();
        var given = CheckedReason(reason);
        (UrgentAt, UrgentReason) = (now, given);
        (string, string)[] fields = [("owed", Owed(now, calendar)), .. WorkOrderNotices.UrgencyFields(this, given)];
        var head = chain.Head?.StaffId is { } id && id != OwnerId && id != by.Id ? id : (Guid?)null;
        Raise(
            FactFor(
                WorkOrderFacts.MarkedUrgent,
                by,
                now,
                new ReasonData(given),
                notices:
                [
                    .. Tell(WorkOrderNotices.Urgent, OwnerId, fields),
                    .. Tell(
                        WorkOrderNotices.UrgentInDivision,
                        head,
                        [.. fields, .. SupervisionWords.OwnerFields(OwedBy), ("division", chain.Division)]
                    ),
                ]
            )
        );
    }

    protected override IEnumerable<Notice> TellNextOwner(DateTimeOffset now, WorkCalendar? calendar) =>
        UrgentReason is { } reason
            ? TellOwner(WorkOrderNotices.Urgent, now, calendar, WorkOrderNotices.UrgencyFields(this, reason))
            : base.TellNextOwner(now, calendar);

    /// <summary>Late, and not reported yet since the last working day began.</summary>
    public bool MayBeReported(WorkCalendar calendar, Actor by, DateTimeOffset now) =>
        !IsClosed
        && now >= DueAt
        && by.Covers(Feature.LateReport, CourtId, DivisionId)
        && (ReportedAt is not { } last || ChinaTime.DayOf(now) >= calendar.NextWorkday(ChinaTime.DayOf(last)));

    /// <summary>向部门领导汇报: one press tells the head what is late, who owes it and what was asked.</summary>
    public void ReportLate(SupervisionChain chain, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        if (!MayBeReported(calendar, by, now))
            throw WorkOrderErrors.NotToReport();
        var to = chain.ToldAt(1, OwnerId);
        if (to.Count == 0)
            throw WorkOrderErrors.NobodyToReportTo();
        ReportedAt = now;
        var late = Math.Max(1, calendar.WorkingDaysBetween(DueDay, ChinaTime.DayOf(now)));
        Raise(
            FactFor(
                WorkOrderFacts.ReportedLate,
                by,
                now,
                new ReportedLateData([.. to.Select(ToldPerson.Of)], late),
                notices: to.SelectMany(h =>
                    Tell(
                        WorkOrderNotices.ReportedLate,
                        h.StaffId,
                        [.. SupervisionWords.OwnerFields(OwedBy), ("division", chain.Division), ("days", $"{late}"), .. LeaderFields]
                    )
                )
            )
        );
    }
}
