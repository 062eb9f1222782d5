namespace Domain.Calendar;

/// <summary>A day that a change turns over.</summary>
/// <param name="Was">By the calendar before.</param>
public sealed record ChangedDay(DateOnly Day, DayKind Was, DayKind Becomes, string Name)
{
    public bool TurnsOver => Works(Was) != Works(Becomes);

    private static bool Works(DayKind kind) => kind is DayKind.Workday or DayKind.MakeUpWorkday or DayKind.ProvisionalWorkday;
}

/// <summary>What a change would do to the calendar; the same reckoning before it is made and when it is made.</summary>
public sealed class CalendarPlan
{
    private readonly Dictionary<DateOnly, CalendarDay> _manual;
    private readonly Dictionary<DateOnly, CalendarDay> _published;

    public CalendarPlan(IReadOnlyCollection<CalendarDay> rows)
    {
        Before = rows.ToCalendar();
        _manual = rows.Where(r => r.IsManual).ToDictionary(r => r.Day);
        _published = rows.Where(r => !r.IsManual).ToDictionary(r => r.Day);
    }

    public WorkCalendar Before { get; }

    public WorkCalendar After => Rows.ToCalendar();

    public IReadOnlyCollection<CalendarDay> Rows => [.. _published.Values, .. _manual.Values];

    /// <summary>The year's notice takes the place of what was imported for it.</summary>
    public CalendarPlan Import(CalendarNotice notice)
    {
        var named = notice.Days.ToDictionary(d => d.Day);
        foreach (var gone in _published.Values.Where(r => r.Year == notice.Year && !named.ContainsKey(r.Day)).ToList())
            _published.Remove(gone.Day);
        foreach (var day in notice.Days)
        {
            if (_published.TryGetValue(day.Day, out var row))
                (row.Year, row.Works, row.Reason) = (notice.Year, day.Works, day.Name);
            else
                _published[day.Day] = new CalendarDay
                {
                    Year = notice.Year,
                    Day = day.Day,
                    Works = day.Works,
                    Reason = day.Name,
                };
        }

        return this;
    }

    public CalendarPlan Set(DateOnly first, DateOnly last, bool works, string reason, Guid changeId)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (_manual.TryGetValue(day, out var row))
                (row.Works, row.Reason, row.ChangeId) = (works, reason, changeId);
            else
                _manual[day] = new CalendarDay
                {
                    Year = day.Year,
                    Day = day,
                    Works = works,
                    IsManual = true,
                    Reason = reason,
                    ChangeId = changeId,
                };
        }

        return this;
    }

    public CalendarPlan Withdraw(Guid changeId)
    {
        foreach (var row in _manual.Values.Where(r => r.ChangeId == changeId).ToList())
            _manual.Remove(row.Day);
        return this;
    }

    /// <summary>The days of the year, and of the end of the year before, that become something else.</summary>
    public IReadOnlyList<ChangedDay> Changes(int year)
    {
        var after = After;
        List<ChangedDay> changes = [];
        for (var day = new DateOnly(year - 1, 12, 24); day.Year <= year; day = day.AddDays(1))
        {
            if (Before.KindOf(day) != after.KindOf(day))
                changes.Add(new ChangedDay(day, Before.KindOf(day), after.KindOf(day), Name(day)));
        }

        return changes;
    }

    /// <summary>Of all years that the range touches.</summary>
    public IReadOnlyList<ChangedDay> Changes(DateOnly first, DateOnly last) =>
        [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(Changes).DistinctBy(c => c.Day)];

    /// <summary>How many open orders would be due on another day: the working days that each was given are counted anew.</summary>
    public async Task<int> MovedOrders(IOpenDeadlines deadlines, IReadOnlyList<ChangedDay> changes, CancellationToken ct)
    {
        var turned = changes.Where(c => c.TurnsOver).ToList();
        if (turned.Count == 0)
            return 0;
        var after = After;
        var moved = 0;
        await foreach (var open in deadlines.From(turned[0].Day).WithCancellation(ct))
        {
            if (open.StartedOn is { } from && after.Add(from, open.Days).Day != open.DueDay)
                moved++;
        }

        return moved;
    }

    private string Name(DateOnly day) => _manual.GetValueOrDefault(day)?.Reason ?? _published.GetValueOrDefault(day)?.Reason ?? "";
}
