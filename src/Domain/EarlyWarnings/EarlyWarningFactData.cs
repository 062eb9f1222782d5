using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>What the traces of warnings, candidates and word lists hold. None of it says what a warning is about.</summary>
public sealed record WarningRaisedData(WarningLevel Level) : FactData
{
    public Guid? WorkOrderId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? CandidateId { get; init; }
}

/// <param name="Next">The step that is awaited from now on.</param>
/// <param name="OwnerId">Who does it.</param>
public sealed record WarningStepData(WarningState Step, WarningState Next, Guid OwnerId, string OwnerName) : FactData;

public sealed record WarningHandedOverData(WarningState Step, Guid OwnerId, string OwnerName) : FactData;

public sealed record WarningLevelData(WarningLevel Before, WarningLevel Level) : FactData;

/// <param name="Called">Empty where nobody holds any post.</param>
/// <param name="Calls">How often somebody was called by now.</param>
public sealed record WarningCalledData(IReadOnlyList<CalledPerson> Called, int Calls) : FactData;

public sealed record CalledPerson(Guid StaffId, string Name);

/// <param name="Count">How many complaints or orders.</param>
public sealed record CandidateFoundData(CandidateKind Kind, Guid WorkOrderId, int Count) : FactData;

public sealed record CandidateConfirmedData(Guid EarlyWarningId) : FactData;

public sealed record CandidateRejectedData(string Reason) : FactData;

/// <param name="Approval">Of the city's words; a court's own need none.</param>
public sealed record WarningWordsData(IReadOnlyList<string> Added, IReadOnlyList<string> Dropped, string Reason, ApprovalData? Approval)
    : FactData;
