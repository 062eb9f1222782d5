using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>A limit set for a court, a kind of order, or both; its trace keeps what it was before. Holds for orders that begin afterwards.</summary>
public sealed class AnswerLimit : Aggregate
{
    public const int MostDays = 30;
    public const int ReasonMaxLength = 200;

    private AnswerLimit() { }

    /// <summary>Null is every court.</summary>
    public Guid? CourtId { get; private init; }

    /// <summary>Null is every kind.</summary>
    public Category? Category { get; private init; }

    /// <summary>Court and kind in one, because engines do not hold two nulls for equal.</summary>
    public string Scope { get; private init; } = "";

    public int Days { get; private set; }
    public int SecondDays { get; private set; }
    public int ThirdDays { get; private set; }

    /// <summary>False when it was lifted: what is less specific holds again.</summary>
    public bool IsInForce { get; private set; }

    public string Reason { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    public SupervisionLimits Limits => new(Days, SecondDays, ThirdDays);

    public static AnswerLimit Begin(Guid? court, Category? category) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CourtId = court,
            Category = category,
            Scope = ScopeOf(court, category),
        };

    public static string ScopeOf(Guid? court, Category? category) => $"{court:N}/{category}";

    /// <param name="before">What held until now, for the trace.</param>
    public void Set(SupervisionLimits limits, SupervisionLimits before, string reason, Actor by, DateTimeOffset now)
    {
        if (IsInForce && Limits == limits)
            return;
        if (!IsPossible(limits.Days) || !IsPossible(limits.SecondDays) || !IsPossible(limits.ThirdDays))
            throw AnswerLimitErrors.DaysInvalid();
        var given = CheckedReason(reason);
        (Days, SecondDays, ThirdDays, IsInForce) = (limits.Days, limits.SecondDays, limits.ThirdDays, true);
        Note(AnswerLimitFacts.Set, new LimitSetData(CourtId, Category, before, limits, given), given, by, now);
    }

    public void Lift(string reason, Actor by, DateTimeOffset now)
    {
        if (!IsInForce)
            return;
        var given = CheckedReason(reason);
        IsInForce = false;
        Note(AnswerLimitFacts.Lifted, new LimitLiftedData(CourtId, Category, Limits, given), given, by, now);
    }

    /// <returns>3+2+2.</returns>
    public static string Words(SupervisionLimits limits) => $"{limits.Days}+{limits.SecondDays}+{limits.ThirdDays}";

    private void Note(string kind, FactData data, string reason, Actor by, DateTimeOffset now)
    {
        (Reason, ChangedAt, ChangedByName) = (reason, now, by.Name);
        Raise(new Fact(kind, by, now) { Data = data, Topics = [LiveTopic.AnswerLimits] });
    }

    private static bool IsPossible(int days) => days is >= 1 and <= MostDays;

    private static string CheckedReason(string reason) =>
        TypedText.Storable(reason) switch
        {
            "" => throw AnswerLimitErrors.ReasonMissing(),
            { Length: > ReasonMaxLength } => throw AnswerLimitErrors.ReasonTooLong(),
            var given => given,
        };
}
