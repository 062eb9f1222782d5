using Domain.Organisation;

namespace Domain.Handling;

/// <summary>Who must act next on something handled. There is exactly one at every moment.</summary>
/// <param name="Role">Judge, liaison officer, or the agent who answered at once.</param>
public sealed record Owner(Guid StaffId, string Name, Role Role, Guid CourtId, Guid DivisionId, string DivisionName)
{
    /// <returns>民一庭 承办法官 陈静怡.</returns>
    public override string ToString() => $"{DivisionName} {Role.Chinese()} {Name}";
}
