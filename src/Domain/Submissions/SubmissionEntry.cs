using Domain.Handling;

namespace Domain.Submissions;

/// <summary>One word in the conversation about a submission: what is missing, what was added, why not.</summary>
public sealed class SubmissionEntry : HandledEntry
{
    public Guid SubmissionId { get; init; }
}

/// <summary>Which file is what; of evidence, what it proves (证据目录).</summary>
public sealed class SubmittedFile
{
    public const int TitleMaxLength = 100;
    public const int SourceMaxLength = 100;
    public const int ProvesMaxLength = 500;

    public Guid SubmissionId { get; init; }
    public Guid AttachmentId { get; init; }

    /// <summary>The key of a <see cref="NeededPart"/>; empty where it is none of them.</summary>
    public required string Part { get; init; }

    /// <summary>证据名称.</summary>
    public required string Title { get; init; }

    /// <summary>证据来源.</summary>
    public required string Source { get; init; }

    /// <summary>证明什么.</summary>
    public required string Proves { get; init; }

    /// <summary>From 1, through all that came with it; the number in the list of evidence.</summary>
    public int Position { get; init; }

    /// <summary>Of the file, 64 hex digits: the receipt is made of them.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The supplement it came with; null for what was sent first.</summary>
    public Guid? EntryId { get; init; }
}

/// <summary>What was filled in. A supplement adds a later round and leaves the earlier one.</summary>
public sealed class SubmissionAnswer
{
    public const int KeyMaxLength = 40;
    public const int ValueMaxLength = 5000;

    public Guid SubmissionId { get; init; }
    public int Round { get; init; }

    /// <summary>Of a <see cref="SubmissionField"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Of an account its last four digits.</summary>
    public required string Value { get; init; }

    /// <summary>The whole account, see <see cref="Shared.ISecretSeal"/>; empty of everything else.</summary>
    public string Closed { get; init; } = "";
}

/// <summary>What the law has the court do once it has accepted something.</summary>
public sealed class SubmissionFollowUp
{
    public Guid SubmissionId { get; init; }
    public FollowUpKind Kind { get; init; }

    /// <summary>The last day; null until that is known which starts it.</summary>
    public DateOnly? Until { get; set; }

    public bool UntilIsProvisional { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public Guid? DoneById { get; set; }
    public string DoneByName { get; set; } = "";
}
