using Domain.Calendar;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>From hand to hand: 转办, 改派, 退回, 分派, and the clock that may be started again on the way.</summary>
public abstract partial class Handled
{
    /// <summary>How often the clock was started again with a reason; counted in the statistics.</summary>
    public int RestartCount { get; private set; }

    /// <summary>The division's head and liaison officer, and the filing division, may start the clock again at a hand-over.</summary>
    public bool MayRestartClock(Actor by) => !IsClosed && by.Covers(Feature.ClockRestart, CourtId, DivisionId);

    /// <summary>The liaison officer has it and names who handles it.</summary>
    public bool IsToAssign => !IsClosed && OwnerRole == Role.LiaisonOfficer;

    /// <summary>What giving it to somebody is: 分派 while it waits for that, else by the owner 转办, by the head or liaison officer 改派.</summary>
    public string GivingFact(Actor by) =>
        IsToAssign ? HandlingFacts.Assigned
        : by.Id == OwnerId ? HandlingFacts.Transferred
        : HandlingFacts.Reassigned;

    /// <summary>To another handler, with a reason; the deadline stands unless the clock is started again.</summary>
    public void Transfer(Hand hand)
    {
        CheckMayHandOver(HandledActs.Transfer, hand.By);
        GiveTo(GivingFact(hand.By), hand, CheckedReason(hand.Words));
    }

    /// <summary>Back to the dispatcher (退回), who assigns it anew; the deadline stands unless the clock is started again.</summary>
    public void Return(Hand hand)
    {
        CheckMayHandOver(HandledActs.Return, hand.By);
        GiveTo(HandlingFacts.Returned, hand, CheckedReason(hand.Words));
    }

    /// <summary>The liaison officer names the judge (分派); the deadline stands unless the clock is started again.</summary>
    public void Assign(Hand hand)
    {
        CheckMayHandOver(HandledActs.Assign, hand.By);
        if (!IsToAssign)
            throw Kind.Errors.NotToAssign(OwnerName); // somebody was faster: theirs stands
        GiveTo(HandlingFacts.Assigned, hand, CheckedRemark(hand.Words));
    }

    /// <summary>The case has another judge or clerk, and it goes along.</summary>
    internal void GoWithCase(Hand hand)
    {
        CheckOpen();
        Move(HandlingFacts.Reassigned, hand, hand.Words);
    }

    /// <returns>The clock started again on this day under its own limits; null without a reason.</returns>
    internal ClockRestart? Restart(string? reason, WorkCalendar calendar, DateTimeOffset now) =>
        reason is null ? null : new ClockRestart(Ladder.Of(calendar, Limits, ChinaTime.DayOf(now)), reason);

    private void CheckMayHandOver(HandledActs act, Actor by)
    {
        Kind.Check(act);
        CheckMayHandle(by);
    }

    /// <param name="words">Of the hand, checked.</param>
    /// <param name="alsoTold">Notices to others than the next owner.</param>
    private void GiveTo(string kind, Hand hand, string words, params IReadOnlyList<Notice> alsoTold)
    {
        if (hand.Restart is not null)
            RestartClock(hand.Restart, hand.By, hand.Now);
        Move(kind, hand, words, alsoTold);
    }

    private void Move(string kind, Hand hand, string words, params IReadOnlyList<Notice> alsoTold)
    {
        var (to, by, now) = (hand.To, hand.By, hand.Now);
        var formerTopics = Topics();
        var from = new Holder(OwnerId, OwnerName, OwnerRole);
        var text = words.Length == 0 ? $"交 {to.DivisionName} {to.Name}" : words;
        Write(EntryKind.HandOver, hand.EntryId, text, by, hand.DivisionName, now);
        OwnedBy(to);
        var fact = FactFor(kind, by, now, new HandedOverData(from, to), words, hand.EntryId);
        Raise(fact with { Topics = [.. formerTopics.Union(fact.Topics)], Notices = [.. TellNextOwner(now, hand.Calendar), .. alsoTold] });
    }

    private void RestartClock(ClockRestart restart, Actor by, DateTimeOffset now)
    {
        if (!MayRestartClock(by))
            throw Kind.Errors.MayNotRestartClock();
        var reason = CheckedReason(restart.Reason);
        var before = DueOn;
        StartClock(restart.Ladder, now);
        RestartCount++;
        var data = new RestartedData(before.Day, DueDay, RestartCount, reason);
        Raise(
            FactFor(
                HandlingFacts.Restarted,
                by,
                now,
                data,
                notices: before.Day == DueDay ? [] : TellOfNewDay(before, "改由他人承办，重新计算")
            )
        );
    }
}

/// <summary>At a hand-over the days are counted again from its day (重新计算期限), for a reason that stays in the trace and in the statistics.</summary>
public sealed record ClockRestart(Ladder Ladder, string Reason);
