using Domain.Shared;

namespace Domain.Contacts;

/// <summary>A change as it was reported. Numbers are those of the office, which the directory prints.</summary>
/// <param name="Mobile">Null where it stays, as the others.</param>
/// <param name="ReportBy">The last day on which the report was in time.</param>
public sealed record ContactReportedData(
    Guid StaffId,
    string StaffName,
    DateOnly EffectiveOn,
    bool BecomesLiaison,
    string? Mobile,
    string? OfficePhone,
    Guid? ToDivisionId,
    DateOnly ReportBy,
    bool IsLate
) : FactData;

public sealed record ContactReturnedData(string Reason) : FactData;

/// <summary>What the directory shows of a division from now on.</summary>
/// <param name="ChangeId">The reported change behind it; null where the directory was published from the posts.</param>
public sealed record ContactShownData(
    Guid DivisionId,
    Guid StaffId,
    string Name,
    string Post,
    string OfficePhone,
    string Mobile,
    Guid? ChangeId
) : FactData;

/// <param name="ChangeId">The reported change that ended it; null where the directory was published from the posts.</param>
public sealed record ContactWithdrawnData(Guid? ChangeId) : FactData;
