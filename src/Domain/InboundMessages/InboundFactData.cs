using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>What a person did with a letter.</summary>
/// <param name="WorkOrderId">Into which it went.</param>
public sealed record LetterHandledData(LetterHandling Handling, Guid? WorkOrderId) : FactData;

/// <summary>What became of an SMS.</summary>
public sealed record InboundDecidedData(InboundOutcome Outcome, bool NeedsPerson, bool WasAnswered) : FactData
{
    public Guid? StaffId { get; init; }
    public Guid? WorkOrderId { get; init; }
    public Guid? ServiceTaskId { get; init; }
    public Guid? CourtId { get; init; }
    public Guid? DivisionId { get; init; }
}
