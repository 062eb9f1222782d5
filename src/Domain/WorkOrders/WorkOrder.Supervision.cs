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

    public override Guid SupervisedDivisionId => DivisionId;

    protected override bool IsDone => IsClosed;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(DispatchedAt ?? ReceivedAt);

    /// <summary>The division's head and liaison officer, and the filing division, may start the clock again at a hand-over.</summary>
    public bool MayRestartClock(Actor by) => !IsClosed && by.Covers(Feature.ClockRestart, CourtId, DivisionId);

    /// <returns>The clock started again on this day under the order's own limits; null without a reason.</returns>
    internal ClockRestart? Restart(string? reason, WorkCalendar calendar, DateTimeOffset now) =>
        reason is null ? null : new ClockRestart(Ladder.Of(calendar, Limits, ChinaTime.DayOf(now)), reason);

    public override bool TakeStep(SupervisionChain chain, DateTimeOffset now)
    {
        if (TakeStep(now) is not { } step)
            return false;
        Raise(step == SupervisionStep.Reminder ? Reminded(now) : Told((int)step, chain, now));
        return true;
    }

    protected override void RaiseRecounted(DateOnly before, DateTimeOffset now)
    {
        var moved = before != DueDay;
        var (year, due) = (ChinaTime.DayOf(now).Year, ChinaTime.ShortDay(DueDay, ChinaTime.DayOf(now).Year));
        var words = moved ? $"{ChinaTime.ShortDay(before, year)} → {due}" : $"仍为 {due}，督办时间调整";
        Raise(
            FactFor(WorkOrderFacts.Recounted, Actor.System, now, words + (DueIsProvisional ? "（暂定）" : "")) with
            {
                Notices = moved ? [.. SupervisionNotices.Recounted.ToOwner(this, ("answerByBefore", ChinaTime.Day(before)))] : [],
            }
        );
    }

    private Fact Reminded(DateTimeOffset now) =>
        InternalFact(WorkOrderFacts.Reminded, now, $"{OwnerRole.Chinese()} {OwnerName}，应于 {ChinaTime.ShortDay(DueDay)} 前答复") with
        {
            Notices = [.. SupervisionNotices.Reminder.ToOwner(this)],
        };

    private Fact Told(int level, SupervisionChain chain, DateTimeOffset now)
    {
        var told = chain.ToldAt(level, OwnerId);
        var copies = chain.Below(level, OwnerId).Where(c => told.All(t => t.StaffId != c.StaffId)).ToList();
        var words = SupervisionWords.Told(
            level,
            told.Select(Titled),
            chain.SkippedAt(level, OwnerId),
            [.. copies.Select(Titled), $"{OwnerRole.Chinese()} {OwnerName}"]
        );
        (string, string)[] fields =
        [
            ("level", SupervisionWords.Level(level)),
            ("division", chain.Division),
            ("owner", $"{OwnerRole.Chinese()} {Masking.Name(OwnerName)}"),
            ("told", told.Count > 0 ? told[0].Role.Chinese() : Role.FilingDivision.Chinese()),
        ];
        return InternalFact(WorkOrderFacts.Supervised, now, words) with
        {
            Notices =
            [
                .. told.SelectMany(h => SupervisionNotices.Level.ToStaff(h.StaffId, this, fields)),
                .. copies.SelectMany(h => SupervisionNotices.Copy.ToStaff(h.StaffId, this, fields)),
                .. SupervisionNotices.ToOwner.ToOwner(this, fields),
            ],
        };
    }

    /// <summary>The requester's phone does not look again: it would find nothing new.</summary>
    private Fact InternalFact(string kind, DateTimeOffset now, string words)
    {
        var fact = FactFor(kind, Actor.System, now, words);
        return LitigantId is { } litigant ? fact with { Topics = [.. fact.Topics.Except([LiveTopic.Litigant(litigant)])] } : fact;
    }

    private static string Titled(Holder holder) => $"{holder.Role.Chinese()} {holder.Name}";

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
