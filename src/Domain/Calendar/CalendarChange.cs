using Domain.Shared;

namespace Domain.Calendar;

public enum CalendarChangeKind
{
    /// <summary>A year's notice.</summary>
    Import,

    /// <summary>Days off by hand (停工).</summary>
    Closure,

    /// <summary>Working days by hand (补班).</summary>
    MakeUp,
}

/// <summary>One change of the calendar: who, when, why, what. Its trace proves it.</summary>
public sealed class CalendarChange : Aggregate
{
    public const int WordsMaxLength = 200;

    /// <summary>Days set by hand at once.</summary>
    public const int LongestRange = 31;

    private CalendarChange() { }

    /// <summary>The change for the whole city that it carries out: once.</summary>
    public Guid CityChangeId { get; private init; }

    public CalendarChangeKind Kind { get; private init; }

    /// <summary>Of the import; else the year of the first day.</summary>
    public int Year { get; private init; }

    public DateOnly First { get; private init; }
    public DateOnly Last { get; private init; }
    public string Reason { get; private init; } = "";

    /// <summary>What it was: 休 33 天、调休上班 6 天.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Open orders whose deadline it moves, counted when it was made.</summary>
    public int MovedOrders { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }
    public string MadeByName { get; private init; } = "";
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnByName { get; private set; }
    public string? WithdrawReason { get; private set; }

    public bool CanBeWithdrawn => Kind != CalendarChangeKind.Import && WithdrawnAt is null;

    /// <param name="id">Its own; that of the change that was approved is <see cref="CityChangeId"/>.</param>
    /// <param name="notice">What an import takes over; none by hand.</param>
    public static CalendarChange Make(
        Guid id,
        CalendarChangeKind kind,
        int year,
        DateOnly first,
        DateOnly last,
        string words,
        IReadOnlyList<ChangedDay> days,
        IReadOnlyList<NoticeDay> notice,
        int movedOrders,
        Approval approval,
        DateTimeOffset now
    )
    {
        var change = new CalendarChange
        {
            Id = id,
            CityChangeId = approval.ChangeId,
            Kind = kind,
            Year = year,
            First = first,
            Last = last,
            Words = words,
            Reason = CheckedReason(approval.Reason),
            MovedOrders = movedOrders,
            MadeAt = now,
            MadeByName = approval.AskedBy.Name,
        };
        change.Raise(
            new Fact(kind == CalendarChangeKind.Import ? CalendarFacts.Imported : CalendarFacts.Set, approval.AskedBy, now)
            {
                Data = new CalendarChangedData(
                    kind,
                    year,
                    first,
                    last,
                    change.Reason,
                    [.. days.Select(d => new ChangedDayData(d.Day, d.Was, d.Becomes))],
                    [.. notice.Select(d => new NoticeDayData(d.Day, d.Works, d.Name))],
                    movedOrders,
                    approval.Data
                ),
                Topics = [LiveTopic.Calendar],
            }
        );
        return change;
    }

    public void CheckMayBeWithdrawn()
    {
        if (Kind == CalendarChangeKind.Import)
            throw CalendarErrors.NotManual();
        if (WithdrawnAt is { } at)
            throw CalendarErrors.Withdrawn(WithdrawnByName!, at);
    }

    public void Withdraw(Approval approval, DateTimeOffset now)
    {
        CheckMayBeWithdrawn();
        (WithdrawnAt, WithdrawnByName, WithdrawReason) = (now, approval.AskedBy.Name, CheckedReason(approval.Reason));
        Raise(
            new Fact(CalendarFacts.Withdrawn, approval.AskedBy, now)
            {
                Data = new CalendarWithdrawnData(First, Last, WithdrawReason, approval.Data),
                Topics = [LiveTopic.Calendar],
            }
        );
    }

    public static string CheckedReason(string reason) =>
        TypedText.Storable(reason) switch
        {
            "" => throw CalendarErrors.ReasonMissing(),
            { Length: > CalendarDay.ReasonMaxLength } => throw CalendarErrors.ReasonTooLong(),
            var given => given,
        };
}
