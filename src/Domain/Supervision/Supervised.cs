using Domain.Shared;

namespace Domain.Supervision;

/// <summary>
/// Something the court owes by the end of a working day, which climbs by itself when it is late. The worker looks at
/// <see cref="NextStepAt"/> only, so that its cost follows what is due and not what is open.
/// </summary>
public abstract class Supervised : Aggregate
{
    /// <summary>Owed before this instant: 24:00 of <see cref="DueDay"/>.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateOnly DueDay { get; private set; }

    /// <summary>The calendar of that time is not published yet (暂定).</summary>
    public bool DueIsProvisional { get; private set; }

    public DateTimeOffset? RemindAt { get; private set; }
    public DateTimeOffset Level1At { get; private set; }
    public DateTimeOffset Level2At { get; private set; }
    public DateTimeOffset Level3At { get; private set; }

    /// <summary>The highest level told: 0 in time, 1 to 3 (一级、二级、三级督办).</summary>
    public int Level { get; private set; }

    /// <summary>Null when nothing is left to do: done, or the president knows.</summary>
    public SupervisionStep? NextStep { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    public bool IsLate(DateTimeOffset now) => NextStep is not null && now >= DueAt || Level > 0;

    /// <summary>Begins, or begins anew: what was told before is not told again for the new limit's steps that are still to come.</summary>
    protected void StartClock(Ladder ladder, DateTimeOffset now)
    {
        Level = 0;
        Set(ladder);
        Next(ladder.RemindAt is { } remind && remind > now ? SupervisionStep.Reminder : SupervisionStep.Level1);
    }

    /// <summary>The days were counted anew (calendar, extension): the level told stands, steps to come move.</summary>
    protected void Recount(Ladder ladder, DateTimeOffset now)
    {
        Set(ladder);
        if (NextStep is not { } next) return;
        Next(next == SupervisionStep.Reminder && !(ladder.RemindAt > now) ? SupervisionStep.Level1 : next);
    }

    protected void StopClock() => (NextStep, NextStepAt) = (null, null);

    /// <summary>Takes the step that is due and sets the next; several that are due follow one after another, so that no level is left out.</summary>
    /// <returns>Null when none is due.</returns>
    protected SupervisionStep? TakeStep(DateTimeOffset now)
    {
        if (NextStep is not { } step || NextStepAt > now) return null;
        Level = Math.Max(Level, (int)step);
        if (step == SupervisionStep.Level3) StopClock();
        else Next(step + 1);
        return step;
    }

    private void Set(Ladder ladder)
    {
        (DueAt, DueDay, DueIsProvisional) = (ladder.Due.At, ladder.Due.Day, ladder.Due.Provisional);
        (RemindAt, Level1At, Level2At, Level3At) = (ladder.RemindAt, ladder.Level1At, ladder.Level2At, ladder.Level3At);
    }

    private void Next(SupervisionStep step)
    {
        NextStep = step;
        NextStepAt = step switch
        {
            SupervisionStep.Reminder => RemindAt,
            SupervisionStep.Level1 => Level1At,
            SupervisionStep.Level2 => Level2At,
            _ => Level3At,
        };
    }
}
