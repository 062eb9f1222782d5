namespace Domain.Cases;

public enum CaseLimitKind
{
    /// <summary>审理期限.</summary>
    Trial,

    /// <summary>执行期限.</summary>
    Enforcement,

    /// <summary>举证期限.</summary>
    Evidence,

    /// <summary>交费期限.</summary>
    Payment,

    /// <summary>保全期限.</summary>
    Preservation,
}

/// <summary>A period of the whole case that the trial system counts; those that start from service are counted here.</summary>
public sealed class CaseLimit : IRecorded
{
    public const int RuleMaxLength = 200;

    /// <summary>Its end is near.</summary>
    public const int NearDays = 15;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public required string ExternalId { get; init; }
    public CaseLimitKind Kind { get; set; }
    public DateOnly StartsOn { get; set; }

    /// <summary>The last day, with what was extended and deducted.</summary>
    public DateOnly EndsOn { get; set; }

    /// <summary>Days of 延长, decided by the president or the court above.</summary>
    public int ExtendedDays { get; set; }

    /// <summary>Days of 扣除: while an expert works, a public notice runs.</summary>
    public int DeductedDays { get; set; }

    /// <summary>By which rule, in the trial system's words: 民事诉讼法第一百五十二条.</summary>
    public string Rule { get; set; } = "";

    /// <summary>Met or gone with the case; null while it runs.</summary>
    public DateOnly? EndedOn { get; set; }
}

public static class CaseLimitWords
{
    public static string Chinese(this CaseLimitKind kind) =>
        kind switch
        {
            CaseLimitKind.Trial => "审理期限",
            CaseLimitKind.Enforcement => "执行期限",
            CaseLimitKind.Evidence => "举证期限",
            CaseLimitKind.Payment => "交费期限",
            CaseLimitKind.Preservation => "保全期限",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
