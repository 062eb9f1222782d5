namespace Domain.Cases;

public enum CaseFileKind
{
    Complaint,
    Defence,
    Evidence,
    Identity,

    /// <summary>笔录.</summary>
    Transcript,
    Notice,
    Decision,
    Other,
}

/// <summary>A document of the main volume (正卷); the 副卷 never comes here.</summary>
public sealed class CaseFile : IRecorded
{
    public const int TitleMaxLength = 100;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public required string ExternalId { get; init; }

    /// <summary>1 for 正卷第一册.</summary>
    public int Volume { get; set; }

    /// <summary>Within the volume.</summary>
    public int Position { get; set; }

    public CaseFileKind Kind { get; set; }
    public required string Title { get; set; }
    public int Pages { get; set; }
    public DateOnly FiledOn { get; set; }

    /// <summary>Of the PDF that the trial system has (64 hex digits); empty while there is none.</summary>
    public string ExpectedHash { get; set; } = "";

    /// <summary>The same once the PDF is here; empty until then.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>Not to be read by the people of the case.</summary>
    public bool IsSecret { get; set; }

    /// <summary>The trial system no longer has it in the volume.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>It can be released to a reader.</summary>
    public bool IsReadable => !IsSecret && RemovedAt is null && Sha256.Length > 0;
}

/// <summary>A PDF of a main volume that is here, whether or not a record names it already.</summary>
public sealed class ArrivedFile
{
    public required string Sha256 { get; init; }
    public long Size { get; init; }
    public DateTimeOffset ArrivedAt { get; init; }
}

public static class CaseFileWords
{
    public static string Chinese(this CaseFileKind kind) =>
        kind switch
        {
            CaseFileKind.Complaint => "起诉材料",
            CaseFileKind.Defence => "答辩材料",
            CaseFileKind.Evidence => "证据",
            CaseFileKind.Identity => "身份和委托材料",
            CaseFileKind.Transcript => "笔录",
            CaseFileKind.Notice => "通知和送达材料",
            CaseFileKind.Decision => "裁判文书",
            CaseFileKind.Other => "其他",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
