using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>催办: who asked presses, once per working day.</summary>
public abstract partial class Handled
{
    public int UrgeCount { get; private set; }
    public DateTimeOffset? LastUrgedAt { get; private set; }

    /// <summary>On a rest day it counts for the day before, so the next chance is the next working day.</summary>
    public void Urge(Guid entryId, string text, WorkCalendar calendar, Actor by, DateTimeOffset now)
    {
        Kind.Check(HandledActs.Urging);
        CheckOpen();
        if (UrgeRefusal(calendar, now) is { } refusal)
            throw refusal;
        var words = TypedText.Storable(text);
        if (words.Length > TextMaxLength)
            throw Kind.Errors.TextTooLong(TextMaxLength);
        Write(EntryKind.Urge, entryId, words, by, by.Name, now);
        UrgeCount++;
        LastUrgedAt = now;
        HasNews();
        Raise(
            FactFor(
                HandlingFacts.Urged,
                by,
                now,
                new UrgedData(UrgeCount),
                words,
                entryId,
                notices: TellOwner(Kind.Own.Urged, now, calendar)
            )
        );
    }

    /// <returns>Why it cannot be urged now; null when it can.</returns>
    public RefusedException? UrgeRefusal(WorkCalendar calendar, DateTimeOffset now)
    {
        if (LastUrgedAt is not { } last)
            return null;
        var (urgedOn, today) = (ChinaTime.DayOf(last), ChinaTime.DayOf(now));
        var next = calendar.NextWorkday(urgedOn);
        if (today >= next)
            return null;
        return Kind.Errors.UrgedToday(
            (urgedOn == today ? "今天 " : ChinaTime.Day(urgedOn)) + ChinaTime.Clock(last),
            next == today.AddDays(1) ? "明天 " : ChinaTime.Day(next)
        );
    }
}
