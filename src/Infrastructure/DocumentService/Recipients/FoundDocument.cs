using Domain.DocumentService;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>What a row of a reader's list is made from.</summary>
internal sealed class FoundDocument
{
    public required ServiceCopy Copy { get; init; }

    /// <summary>Its service holds more than notices.</summary>
    public required bool Asks { get; init; }
    public required string Serial { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public required Guid CaseId { get; init; }
    public required string CaseNumber { get; init; }

    /// <summary>Null for an agent.</summary>
    public required Guid? PartyId { get; init; }
    public required string Court { get; init; }
}

/// <summary>A document that waits for a signature, or whose period runs.</summary>
/// <param name="Ends">The last day of the period; null where none runs, with the next two.</param>
/// <param name="Line">不服可以上诉，最晚 12 月 7 日（周一）.</param>
/// <param name="Left">还有 17 天.</param>
internal sealed record DocumentToDo(DocumentRow Row, DateOnly? Ends, string? Line, string? Left);

/// <summary>A served document, as far as the reader's list of cases asks.</summary>
/// <param name="Line">As of <see cref="DocumentToDo"/>; null where no period runs.</param>
internal sealed record CasePaper(Guid CaseId, ServiceCopy Copy, string? Line, string Left);
