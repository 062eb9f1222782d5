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

    private static AnswerLimit Begin(Guid? court, Category? category) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CourtId = court,
            Category = category,
            Scope = ScopeOf(court, category),
        };

    private static string ScopeOf(Guid? court, Category? category) => $"{court:N}/{category}";

    /// <summary>Sets or lifts the one of a court and kind among all that are stored.</summary>
    /// <param name="wanted">Null lifts it.</param>
    /// <param name="approval">Of what holds for all courts.</param>
    /// <returns>A row that was begun; null where there was one, or nothing to lift.</returns>
    internal static AnswerLimit? Change(
        List<AnswerLimit> rows,
        AnswerLimitDefaults defaults,
        Guid? court,
        Category? category,
        SupervisionLimits? wanted,
        string reason,
        ApprovalData? approval,
        Actor by,
        DateTimeOffset now
    )
    {
        var row = rows.Find(r => r.CourtId == court && r.Category == category);
        if (wanted is null)
        {
            row?.Lift(reason, approval, by, now);
            return null;
        }

        var before = new AnswerLimits(defaults, rows).For(court, category).Limits;
        var begun = row is null ? Begin(court, category) : null;
        (row ?? begun!).Set(wanted, before, reason, approval, by, now);
        return begun;
    }

    private void Set(
        SupervisionLimits limits,
        SupervisionLimits before,
        string reason,
        ApprovalData? approval,
        Actor by,
        DateTimeOffset now
    )
    {
        if (IsInForce && Limits == limits)
            return;
        CheckPossible(limits);
        var given = CheckedReason(reason);
        (Days, SecondDays, ThirdDays, IsInForce) = (limits.Days, limits.SecondDays, limits.ThirdDays, true);
        Note(AnswerLimitFacts.Set, new LimitSetData(CourtId, Category, before, limits, given, approval), given, by, now);
    }

    private void Lift(string reason, ApprovalData? approval, Actor by, DateTimeOffset now)
    {
        if (!IsInForce)
            return;
        var given = CheckedReason(reason);
        IsInForce = false;
        Note(AnswerLimitFacts.Lifted, new LimitLiftedData(CourtId, Category, Limits, given, approval), given, by, now);
    }

    public static void CheckPossible(SupervisionLimits limits)
    {
        if (!IsPossible(limits.Days) || !IsPossible(limits.SecondDays) || !IsPossible(limits.ThirdDays))
            throw AnswerLimitErrors.DaysInvalid();
    }

    /// <returns>3+2+2.</returns>
    public static string Words(SupervisionLimits limits) => $"{limits.Days}+{limits.SecondDays}+{limits.ThirdDays}";

    private void Note(string kind, FactData data, string reason, Actor by, DateTimeOffset now)
    {
        (Reason, ChangedAt, ChangedByName) = (reason, now, by.Name);
        Raise(new Fact(kind, by, now) { Data = data, Topics = [LiveTopic.AnswerLimits] });
    }

    private static bool IsPossible(int days) => days is >= 1 and <= MostDays;

    public static string CheckedReason(string reason) =>
        TypedText.Storable(reason) switch
        {
            "" => throw AnswerLimitErrors.ReasonMissing(),
            { Length: > ReasonMaxLength } => throw AnswerLimitErrors.ReasonTooLong(),
            var given => given,
        };
}
