using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>What became of an SMS.</summary>
public sealed record InboundDecidedData(
    InboundOutcome Outcome,
    Guid? StaffId,
    Guid? WorkOrderId,
    Guid? CourtId,
    Guid? DivisionId,
    bool NeedsPerson,
    bool WasAnswered
) : FactData;
