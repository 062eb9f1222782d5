namespace Domain.Cases;

public enum CaseFeeKind
{
    /// <summary>案件受理费 of the first instance.</summary>
    Acceptance,

    /// <summary>二审案件受理费.</summary>
    Appeal,

    /// <summary>反诉案件受理费.</summary>
    Counterclaim,

    /// <summary>保全申请费.</summary>
    Preservation,

    /// <summary>公告费、鉴定费 and the like.</summary>
    Other,
}

/// <summary>What somebody paid to the court in a case (诉讼费), as the trial system says it.</summary>
public sealed class CaseFee : IRecorded
{
    public const decimal Most = 1_000_000_000;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>Who paid; null where the record names nobody whom it has.</summary>
    public Guid? PartyId { get; set; }

    public CaseFeeKind Kind { get; set; }

    /// <summary>Yuan.</summary>
    public decimal Paid { get; set; }

    public DateOnly PaidOn { get; set; }

    /// <summary>诉讼请求的金额 from which the fee in full is reckoned; null where it is not said.</summary>
    public decimal? Claimed { get; set; }

    /// <summary>What the payer is to bear of it by the decision (FEE 53); null before there is one.</summary>
    public decimal? Borne { get; set; }

    /// <summary>What went back already.</summary>
    public decimal Returned { get; set; }

    /// <summary>Taken out of the record.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

public static class CaseFeeWords
{
    public static string Chinese(this CaseFeeKind kind) =>
        kind switch
        {
            CaseFeeKind.Acceptance => "案件受理费",
            CaseFeeKind.Appeal => "二审案件受理费",
            CaseFeeKind.Counterclaim => "反诉案件受理费",
            CaseFeeKind.Preservation => "保全申请费",
            CaseFeeKind.Other => "其他诉讼费用",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
