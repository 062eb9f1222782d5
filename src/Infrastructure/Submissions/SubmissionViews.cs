using Domain.Submissions;
using Infrastructure.WorkOrders;

namespace Infrastructure.Submissions;

/// <param name="Title">In plain words from the reader's side.</param>
public sealed record SubmissionCase(Guid Id, string Number, string Title);

/// <param name="IsForm">Filling the form here brings it.</param>
public sealed record PartView(string Key, string Title, bool IsRequired, string Hint, bool IsForm);

/// <param name="IsOfForm">Asked for only where the form is filled here.</param>
public sealed record FieldView(
    string Key,
    string Label,
    FieldType Type,
    bool IsRequired,
    string Hint,
    int MaxLength,
    IReadOnlyList<string> Options,
    bool IsOfForm
);

public sealed record ReckoningLine(string What, string Result);

/// <summary>One that waits already.</summary>
public sealed record OpenSubmissionView(Guid Id, string Number, SubmissionState State, Due AnswerBy);

/// <summary>A kind in one case, for this person, today.</summary>
public sealed record KindView
{
    public required SubmissionKind Kind { get; init; }
    public required SubmissionGroup Group { get; init; }
    public required string Title { get; init; }
    public required string Plainly { get; init; }
    public required bool CanAct { get; init; }

    /// <summary>Why not, or what to know where it can be done.</summary>
    public required string Why { get; init; }

    public required DateOnly? From { get; init; }
    public required DateOnly? Until { get; init; }
    public required string? UntilText { get; init; }

    /// <summary>To the last day; below 0 when it has passed.</summary>
    public required int? DaysLeft { get; init; }

    public required string Rule { get; init; }
    public required string Fee { get; init; }

    /// <summary>书记员核对、签发.</summary>
    public required string Decider { get; init; }

    public required int WorkingDays { get; init; }

    /// <summary>The reader is an agent, and the law wants special authority for it.</summary>
    public required bool NeedsSpecialAuthority { get; init; }

    public required IReadOnlyList<PartView> Parts { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }
    public required bool HasForm { get; init; }
    public required IReadOnlyList<ReckoningLine> Reckoning { get; init; }
    public required OpenSubmissionView? Open { get; init; }

    /// <summary>What the court knows already, by the key of the field.</summary>
    public required IReadOnlyDictionary<string, string> Known { get; init; }
}

public sealed record CaseKinds(SubmissionCase Case, IReadOnlyList<KindView> Kinds);

public sealed record ApplicationPage(IReadOnlyList<CaseKinds> Cases, string? Next);

/// <summary>A submission in the list.</summary>
public record SubmissionRow
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required SubmissionKind Kind { get; init; }
    public required SubmissionGroup Group { get; init; }
    public required string Title { get; init; }
    public required SubmissionCase Case { get; init; }
    public required SubmissionState State { get; init; }
    public required string StateText { get; init; }
    public required Due AnswerBy { get; init; }
    public required DateOnly? SupplementBy { get; init; }

    /// <summary>To bring what is missing, in calendar days; null where the court asks for nothing.</summary>
    public required int? DaysLeft { get; init; }

    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset? DecidedAt { get; init; }
}

public sealed record SubmissionListRow : SubmissionRow
{
    /// <summary>How many things are missing.</summary>
    public required int Needs { get; init; }

    /// <summary>How many came.</summary>
    public required int Files { get; init; }
}

/// <summary>Of all that the person has there, whatever page this is.</summary>
public sealed record SubmissionCounts(int Awaited, int Reviewing, int Refused, int Accepted);

public sealed record SubmissionPage(IReadOnlyList<SubmissionListRow> Items, string? Next, SubmissionCounts Counts);

public sealed record SubmissionAnswerView(string Key, string Label, string Value);

public sealed record SubmissionFileView(
    Guid Id,
    Guid AttachmentId,
    string Name,
    string ContentType,
    long Size,
    string Sha256,
    int Number,
    string Part,
    string Title,
    string Source,
    string Proves,
    Guid? EntryId
);

/// <param name="Hash">Over the hashes of all files in their order, one a line; empty where there is none.</param>
/// <param name="Words">Of the hash, as both sides compare it.</param>
public sealed record ReceiptView(string Number, DateTimeOffset SentAt, string Hash, string Words, string Court, string FileText);

public sealed record SubmissionStep(DateTimeOffset At, string Title, string? Text, string? Who);

public sealed record SubmissionCertificate(string Number, string Code, string Url);

/// <param name="Until">Null until that is known which starts it.</param>
public sealed record SubmissionFollow(string What, DateOnly? Until, DateTimeOffset? DoneAt);

/// <summary>A submission as its people see it.</summary>
public sealed record SubmissionView : SubmissionRow
{
    public required string Note { get; init; }
    public required IReadOnlyList<SubmissionAnswerView> Answers { get; init; }
    public required IReadOnlyList<SubmissionFileView> Files { get; init; }
    public required ReceiptView Receipt { get; init; }

    /// <summary>What is missing, all of it; null while nothing is awaited.</summary>
    public required IReadOnlyList<string>? Needs { get; init; }

    public required DateTimeOffset? AskedAt { get; init; }

    /// <summary>Why not; null unless it was refused.</summary>
    public required string? Reason { get; init; }

    public required string? DecisionText { get; init; }
    public required IReadOnlyList<SubmissionStep> Timeline { get; init; }
    public required bool CanTakeBack { get; init; }
    public required bool CanUrge { get; init; }
    public required bool CanSupplement { get; init; }
    public required string Decider { get; init; }
    public required string Rule { get; init; }
    public required IReadOnlyList<ReckoningLine> Reckoning { get; init; }
    public required bool Released { get; init; }
    public required SubmissionCertificate? Certificate { get; init; }
    public required IReadOnlyList<SubmissionFollow> Follow { get; init; }
    public required long Version { get; init; }
}

/// <param name="By">原告 张*.</param>
public sealed record ReleasedSubmission(
    Guid Id,
    string Number,
    SubmissionKind Kind,
    string Title,
    string By,
    DateTimeOffset ReleasedAt,
    DateTimeOffset SentAt,
    IReadOnlyList<SubmissionFileView> Files
);

public sealed record ReleasedSubmissions(IReadOnlyList<ReleasedSubmission> Items);
