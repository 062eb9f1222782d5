using Domain.Calendar;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The limits in force, kept in memory and renewed on every host when one is changed.</summary>
public interface IAnswerLimits
{
    ValueTask<AnswerLimits> Current(CancellationToken ct);

    /// <summary>To be called after a change in this host; the others hear of it.</summary>
    void Renew();
}

/// <summary>
/// Section <c>AnswerLimits</c>: what holds where nothing was set. The regulation's own text is not public (domain facts
/// §11), so the chain's 3 + 2 + 2 working days are the default.
/// </summary>
public sealed class AnswerLimitDefaults
{
    public int WorkingDays { get; set; } = SupervisionLimits.Default.Days;
    public int SecondDays { get; set; } = SupervisionLimits.Default.SecondDays;
    public int ThirdDays { get; set; } = SupervisionLimits.Default.ThirdDays;

    /// <summary>Other limits by category, e.g. <c>Complaint: 5</c>.</summary>
    public Dictionary<Category, int> ByCategory { get; set; } = [];

    public SupervisionLimits For(Category? category) =>
        new(category is { } c ? ByCategory.GetValueOrDefault(c, WorkingDays) : WorkingDays, SecondDays, ThirdDays);
}

/// <summary>Within how many working days an order must be answered, by court and kind: what was set most specifically holds.</summary>
public sealed class AnswerLimits
{
    private readonly AnswerLimitDefaults _defaults;
    private readonly Dictionary<(Guid? Court, Category? Category), AnswerLimit> _set;

    public AnswerLimits(AnswerLimitDefaults defaults, IEnumerable<AnswerLimit> rows)
    {
        _defaults = defaults;
        _set = rows.Where(r => r.IsInForce).ToDictionary(r => (r.CourtId, r.Category));
    }

    /// <summary>With nothing set.</summary>
    public static AnswerLimits Default { get; } = new(new AnswerLimitDefaults(), []);

    /// <summary>What is told where neither court nor kind is known yet.</summary>
    public SupervisionLimits General => For(null, null).Limits;

    /// <summary>Court and kind, else the court, else the kind, else all, else the configuration.</summary>
    public AppliedLimit For(Guid? court, Category? category)
    {
        foreach (var scope in new[] { (court, category), (court, null), (null, category), (null, null) })
        {
            if (_set.GetValueOrDefault(scope) is { } row)
                return new(row.Limits, row);
        }

        return new(_defaults.For(category), null);
    }

    public Ladder Ladder(WorkCalendar calendar, Guid? court, Category? category, DateOnly startedOn) =>
        Supervision.Ladder.Of(calendar, For(court, category).Limits, startedOn);

    public WorkingDeadline Deadline(WorkCalendar calendar, Guid? court, Category? category, DateOnly startedOn) =>
        calendar.Add(startedOn, For(court, category).Limits.Days);
}

/// <param name="From">The row that holds; null is the configuration.</param>
public sealed record AppliedLimit(SupervisionLimits Limits, AnswerLimit? From);
