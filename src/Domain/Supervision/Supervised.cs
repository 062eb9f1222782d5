using Domain.Calendar;
using Domain.Shared;

namespace Domain.Supervision;

/// <summary>
/// Something the court owes by the end of a working day, which climbs by itself when it is late. The worker looks at
/// <see cref="NextStepAt"/> only, so that its cost follows what is due and not what is open.
/// </summary>
public abstract partial class Supervised : Aggregate
{
    /// <summary>Owed before this instant: 24:00 of <see cref="DueDay"/>.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>The calendar of that time is not published yet (暂定).</summary>
    public bool DueIsProvisional { get; private set; }

    /// <summary>The last day in words, wherever it is read.</summary>
    public CountedDay DueOn => new(DueDay, DueIsProvisional);

    public DateTimeOffset? RemindAt { get; private set; }
    public DateTimeOffset Level1At { get; private set; }
    public DateTimeOffset Level2At { get; private set; }
    public DateTimeOffset Level3At { get; private set; }

    /// <summary>The day that the days are counted from; null for what was begun before clocks were kept.</summary>
    public DateOnly? StartedOn { get; private set; }

    /// <summary>The limits in force when the clock began: a later change of the rules does not shorten them.</summary>
    public int LimitDays { get; private set; }

    public int SecondDays { get; private set; }
    public int ThirdDays { get; private set; }

    /// <summary>Working days that an extension added.</summary>
    public int ExtraDays { get; private set; }

    /// <summary>The highest level told: 0 in time, 1 to 3 (一级、二级、三级督办).</summary>
    public int Level { get; private set; }

    /// <summary>Null when nothing is left to do: done, or the president knows.</summary>
    public SupervisionStep? NextStep { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>How often the worker could not take the step that is due.</summary>
    public int StepFailures { get; private set; }

    public SupervisionLimits Limits => LimitDays == 0 ? SupervisionLimits.Default : new(LimitDays, SecondDays, ThirdDays);

    /// <summary>Which thing it is, and whose matter.</summary>
    public abstract Subject Subject { get; }

    /// <summary>The division whose chain is told when it is late.</summary>
    public virtual Guid SupervisedDivisionId => Subject.DivisionId!.Value;

    /// <summary>It is done: no step fires any more.</summary>
    protected abstract bool IsDone { get; }

    /// <summary>Takes the one step that is due: tells whom it concerns and raises the fact.</summary>
    /// <returns>False when none is due.</returns>
    public bool TakeStep(SupervisionChain chain, DateTimeOffset now)
    {
        if (TakeStep(now) is not { } step)
            return false;
        Raise(step == SupervisionStep.Reminder ? Reminded(chain, now) : Told((int)step, chain, now));
        return true;
    }

    /// <summary>Counts its days anew: the calendar changed, or the clock of something from before clocks were kept is missing.</summary>
    /// <param name="limits">Used only where none are kept with it.</param>
    /// <returns>False when nothing is different.</returns>
    public bool Recount(WorkCalendar calendar, SupervisionLimits limits, DateTimeOffset now)
    {
        if (IsDone)
            return false;
        var before = DueOn;
        if (StartedOn is null)
        {
            StartClock(Ladder.Of(calendar, limits, StartOfOldClock), now);
            Raise(Recounted(before, now));
            return true;
        }

        var ladder = Ladder.Of(calendar, Limits, StartedOn.Value, ExtraDays);
        if (IsAs(ladder))
            return false;
        Recount(ladder, now);
        Raise(Recounted(before, now));
        return true;
    }

    /// <summary>The worker could not take the step: later again.</summary>
    public void StepFailed(DateTimeOffset againAt)
    {
        StepFailures++;
        NextStepAt = againAt;
    }

    /// <summary>
    /// The step to come is none, is not the next, or waits for longer than the clock says: whoever was to be told would never be. Only
    /// a try that failed puts it off.
    /// </summary>
    /// <param name="atMost">Until when a failed try can have put it off by now.</param>
    public bool IsPutOff(DateTimeOffset atMost)
    {
        if (IsDone || StartedOn is null || Level == (int)SupervisionStep.Level3)
            return false;
        if (NextStep is not { } step || NextStepAt is not { } at || (int)step > Level + 1)
            return true;
        return at > InstantOf(step) && !(StepFailures > 0 && at <= atMost);
    }

    /// <summary>The day from which something without a clock is counted.</summary>
    protected abstract DateOnly StartOfOldClock { get; }

    /// <summary>Begins, or begins anew: the levels told before belong to the limit before.</summary>
    protected void StartClock(Ladder ladder, DateTimeOffset now)
    {
        Level = 0;
        Set(ladder);
        Next(ladder.RemindAt is { } remind && remind > now ? SupervisionStep.Reminder : SupervisionStep.Level1);
    }

    /// <summary>The days were counted anew (calendar, extension): the level told stands, steps to come move, a later limit is reminded of again.</summary>
    protected void Recount(Ladder ladder, DateTimeOffset now)
    {
        var isLater = ladder.Due.Day > DueDay;
        Set(ladder);
        if (NextStep is not { } next)
            return;
        var remindable = ladder.RemindAt > now && Level == 0;
        if (next == SupervisionStep.Reminder && !remindable)
            Next(SupervisionStep.Level1);
        else if (next == SupervisionStep.Level1 && remindable && isLater)
            Next(SupervisionStep.Reminder);
        else
            Next(next);
    }

    protected void StopClock() => (NextStep, NextStepAt) = (null, null);

    /// <summary>Takes the step that is due and sets the next; several that are due follow one after another, so that no level is left out.</summary>
    /// <returns>Null when none is due; a reminder of a limit that has passed is left out.</returns>
    private SupervisionStep? TakeStep(DateTimeOffset now)
    {
        if (IsDone)
            StopClock();
        if (NextStep == SupervisionStep.Reminder && now >= DueAt)
            Next(SupervisionStep.Level1);
        if (NextStep is not { } step || NextStepAt > now)
            return null;
        Level = Math.Max(Level, (int)step);
        StepFailures = 0;
        if (step == SupervisionStep.Level3)
            StopClock();
        else
            Next(step + 1);
        return step;
    }

    private bool IsAs(Ladder ladder) =>
        (DueDay, DueIsProvisional, RemindAt, Level1At, Level2At, Level3At)
        == (ladder.Due.Day, ladder.Due.Provisional, ladder.RemindAt, ladder.Level1At, ladder.Level2At, ladder.Level3At);

    private void Set(Ladder ladder)
    {
        (StartedOn, ExtraDays) = (ladder.StartedOn, ladder.ExtraDays);
        (LimitDays, SecondDays, ThirdDays) = (ladder.Limits.Days, ladder.Limits.SecondDays, ladder.Limits.ThirdDays);
        (DueAt, DueDay, DueIsProvisional) = (ladder.Due.At, ladder.Due.Day, ladder.Due.Provisional);
        (RemindAt, Level1At, Level2At, Level3At) = (ladder.RemindAt, ladder.Level1At, ladder.Level2At, ladder.Level3At);
    }

    private void Next(SupervisionStep step) => (NextStep, NextStepAt) = (step, InstantOf(step));

    private DateTimeOffset? InstantOf(SupervisionStep step) =>
        step switch
        {
            SupervisionStep.Reminder => RemindAt,
            SupervisionStep.Level1 => Level1At,
            SupervisionStep.Level2 => Level2At,
            _ => Level3At,
        };
}
