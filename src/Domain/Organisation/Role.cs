namespace Domain.Organisation;

/// <summary>What a post entitles to.</summary>
public enum Role
{
    Judge,
    Clerk,
    HotlineAgent,
    ShiftLeader,
    DutyJudge,
    SupervisionOfficer,
    LiaisonOfficer,
    DivisionHead,
    VicePresident,
    President,
    FilingDivision,
    PetitionOffice,
    Administrator,
}

public static class RoleNames
{
    /// <summary>A leader's post: what somebody with several posts signs in to first.</summary>
    public static bool Leads(this Role role) => role is Role.DivisionHead or Role.VicePresident or Role.President;

    /// <summary>The word for a role on every screen.</summary>
    public static string Chinese(this Role role) =>
        role switch
        {
            Role.Judge => "承办法官",
            Role.Clerk => "书记员",
            Role.HotlineAgent => "话务员",
            Role.ShiftLeader => "带班班长",
            Role.DutyJudge => "值班法官",
            Role.SupervisionOfficer => "监督专员",
            Role.LiaisonOfficer => "联络员",
            Role.DivisionHead => "庭长",
            Role.VicePresident => "分管院领导",
            Role.President => "院长",
            Role.FilingDivision => "立案庭平台管理",
            Role.PetitionOffice => "信访室",
            Role.Administrator => "系统管理员",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
