namespace Domain.Organisation;

/// <summary>Who sees beyond the own court.</summary>
public static class Oversight
{
    /// <summary>Supervisors of the Intermediate Court see both levels.</summary>
    public static bool SeesAllCourts(Role role, CourtLevel level) =>
        level == CourtLevel.Intermediate && role is Role.FilingDivision or Role.President or Role.VicePresident or Role.SupervisionOfficer;
}
