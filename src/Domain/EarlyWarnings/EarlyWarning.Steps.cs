using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>The five steps, none of which can be left out.</summary>
public sealed partial class EarlyWarning
{
    /// <summary>The filing division's platform people; its head and the court's leaders, who are called when nobody else takes it.</summary>
    public bool MayBeTakenBy(Actor by) => by.Covers(Feature.WarningTaking, CourtId, DivisionId);

    /// <summary>Does the step that is awaited and names who does the next one.</summary>
    /// <param name="entryId">Made by the page: pressing twice does it once.</param>
    /// <param name="text">May be empty when taking it.</param>
    /// <param name="next">Null is who took it.</param>
    public void Advance(Guid entryId, WarningState step, string text, Holder? next, Actor by, DateTimeOffset now)
    {
        if (State != step || !IsOpen)
            throw EarlyWarningErrors.NotNow(State);
        CheckMayAct(by);
        var words = step == WarningState.ToTake && TypedText.Storable(text).Length == 0 ? "" : CheckedText(text);
        if (step == WarningState.ToTake)
            Taken(by);
        Write(entryId, step, words, by, now);
        if (step == WarningState.ToFeedBack)
        {
            End(WarningState.Closed, now);
            Raise(FactFor(EarlyWarningFacts.Closed, by, now, content: words));
            return;
        }

        State = step + 1;
        HandTo(next?.StaffId ?? TakenById!.Value, next?.Name ?? TakenByName);
        Raise(
            FactFor(EarlyWarningFacts.StepDone, by, now, new WarningStepData(step, State, OwnerId!.Value, OwnerName), words) with
            {
                Notices = [.. ToOwner(by)],
            }
        );
    }

    /// <summary>Another person does the step that is awaited (换人办理).</summary>
    public void HandOver(Guid entryId, Holder to, string reason, Actor by, DateTimeOffset now)
    {
        if (!IsOpen || State == WarningState.ToTake)
            throw EarlyWarningErrors.NotNow(State);
        if (by.Id != OwnerId && !MayBeTakenBy(by))
            throw EarlyWarningErrors.NotYours();
        var why = CheckedReason(reason);
        var former = Topics();
        Write(entryId, null, $"{State.Step()}改由 {to.Name} 办理：{why}", by, now);
        HandTo(to.StaffId, to.Name);
        var fact = FactFor(EarlyWarningFacts.HandedOver, by, now, new WarningHandedOverData(State, to.StaffId, to.Name), why);
        Raise(fact with { Topics = [.. fact.Topics.Union(former)], Notices = [.. ToOwner(by)] });
    }

    /// <summary>不构成预警: when it is taken, or after the assessment.</summary>
    public void Dismiss(Guid entryId, string reason, Actor by, DateTimeOffset now)
    {
        if (State is not (WarningState.ToTake or WarningState.ToAssess))
            throw EarlyWarningErrors.NotNow(State);
        CheckMayAct(by);
        var why = CheckedReason(reason);
        if (State == WarningState.ToTake)
            Taken(by);
        Write(entryId, State, "不构成预警：" + why, by, now);
        End(WarningState.Dismissed, now);
        Raise(FactFor(EarlyWarningFacts.Dismissed, by, now, content: why));
    }

    /// <summary>Raised or lowered with a reason; the clock begins anew under the new level's limits.</summary>
    public void ChangeLevel(
        Guid entryId,
        WarningLevel level,
        string reason,
        Ladder ladder,
        IReadOnlyList<Guid> called,
        TimeSpan again,
        Actor by,
        DateTimeOffset now
    )
    {
        if (!IsOpen)
            throw EarlyWarningErrors.NotNow(State);
        if (by.Id != OwnerId && !MayBeTakenBy(by))
            throw EarlyWarningErrors.NotYours();
        if (level == RiskLevel)
            throw EarlyWarningErrors.SameLevel();
        var why = CheckedReason(reason);
        Write(entryId, null, $"{RiskLevel.Chinese()} → {level.Chinese()}：{why}", by, now);
        var data = new WarningLevelData(RiskLevel, level);
        RiskLevel = level;
        CallAgainAt = null;
        StartClock(ladder, now);
        IEnumerable<Notice> notices =
            State == WarningState.ToTake
                ? level == WarningLevel.Critical
                    ? Call(called, again, now)
                    : []
                : ToOwner(by);
        Raise(FactFor(EarlyWarningFacts.LevelChanged, by, now, data, why) with { Notices = [.. notices] });
    }

    private void CheckMayAct(Actor by)
    {
        var may = State == WarningState.ToTake ? MayBeTakenBy(by) : by.Id == OwnerId;
        if (!may)
            throw EarlyWarningErrors.NotYours();
    }

    private void Taken(Actor by)
    {
        (TakenById, TakenByName, CallAgainAt) = (by.Id, by.Name, null);
        HandTo(by.Id, by.Name);
    }

    private void HandTo(Guid staffId, string name) => (OwnerId, OwnerName) = (staffId, name);

    private void End(WarningState state, DateTimeOffset now)
    {
        (State, EndedAt, CallAgainAt) = (state, now, null);
        StopClock();
    }

    private IEnumerable<Notice> ToOwner(Actor by) =>
        OwnerId is { } owner && owner != by.Id ? EarlyWarningNotices.YourStep.To([owner], this) : [];

    private void Write(Guid id, WarningState? step, string text, Actor by, DateTimeOffset now) =>
        Entries.Add(
            new EarlyWarningEntry
            {
                Id = id,
                EarlyWarningId = Id,
                Step = step,
                Position = Entries.Count + 1,
                AuthorId = by.Id,
                AuthorName = by.Name,
                Text = text,
                At = now,
            }
        );
}
