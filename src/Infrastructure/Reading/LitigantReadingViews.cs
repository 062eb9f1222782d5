using Domain.Reading;
using Infrastructure.WorkOrders;

namespace Infrastructure.Reading;

/// <summary>What can be asked for in a case, and by when the court answers.</summary>
/// <param name="OpenId">A request of this person in this case that waits already, or that can be read now.</param>
public sealed record ReadingTerms(
    Guid CaseId,
    string CaseNumber,
    IReadOnlyList<ReadingFileChoice> Files,
    Due AnswerBy,
    IReadOnlyList<string> Purposes,
    Guid? OpenId
);

/// <param name="Volume">1 for 正卷第一册.</param>
public sealed record ReadingFileChoice(Guid Id, string Title, string KindName, int Volume, int Pages);

/// <param name="HiddenPages">Of the document that are not shown here: they are read at the court.</param>
/// <param name="LastPage">Where this reader was last; 0 before the first page.</param>
/// <param name="SeenPages">How many pages this reader has seen.</param>
public sealed record ReadingFileView(
    Guid Id,
    string Title,
    string KindName,
    int Volume,
    int Pages,
    int HiddenPages,
    int LastPage,
    int SeenPages
);

/// <summary>阅卷单.</summary>
/// <param name="Law">The articles that it follows.</param>
public sealed record ReadingDutyView(string Version, IReadOnlyList<string> Lines, string Law);

public sealed record ReadingStep(string Title, string AtText, bool IsDone);

/// <summary>A request as its person sees it.</summary>
public sealed record LitigantReading
{
    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }
    public required ReadingState State { get; init; }
    public required string StateText { get; init; }
    public required string Purpose { get; init; }
    public required Due AnswerBy { get; init; }

    /// <summary>最晚看到 …24:00; null before it is released.</summary>
    public required string? UntilText { get; init; }

    /// <summary>Until the last page goes off the screen, by the court's clock; null while nothing can be read.</summary>
    public required int? SecondsLeft { get; init; }

    /// <summary>Pages can be opened, once the 阅卷单 is signed.</summary>
    public required bool CanRead { get; init; }

    public required bool IsSigned { get; init; }
    public required ReadingDutyView Duty { get; init; }

    /// <summary>Released, or asked for before; empty once it is over.</summary>
    public required IReadOnlyList<ReadingFileView> Files { get; init; }

    /// <summary>Where this reader was last; null before the first page.</summary>
    public required Guid? LastFileId { get; init; }

    /// <summary>The decision, or why it was ended; null before.</summary>
    public required string? Outcome { get; init; }

    public required IReadOnlyList<ReadingStep> Steps { get; init; }
    public required UrgeView Urge { get; init; }
    public required bool CanTakeBack { get; init; }
    public required long Version { get; init; }
}

public sealed record LitigantReadingPage(IReadOnlyList<LitigantReading> Items, string? NextCursor);
