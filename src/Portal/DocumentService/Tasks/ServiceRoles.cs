namespace Portal.DocumentService.Tasks;

/// <summary>Who may open which pages; what they see there is decided by the queries.</summary>
internal static class ServiceRoles
{
    public const string Watchers = "Clerk,Judge,DivisionHead,LiaisonOfficer,FilingDivision,VicePresident,President,SupervisionOfficer";

    public const string Handlers = "Clerk,Judge";
}
