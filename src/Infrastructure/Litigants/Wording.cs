using Domain.Cases;
using Domain.Organisation;

namespace Infrastructure.Litigants;

/// <summary>How things of the court are called on a litigant's phone.</summary>
internal static class Wording
{
    /// <returns>越秀区人民法院 for 广州市越秀区人民法院; 广州市中级人民法院 and 广州互联网法院 keep their city.</returns>
    public static string Court(string fullName) =>
        fullName.StartsWith("广东省", StringComparison.Ordinal) ? fullName[3..]
        : fullName.StartsWith("广州市", StringComparison.Ordinal) ? fullName[3..]
        : fullName;

    /// <summary>Who answered, for 法官已答复, 12368 已答复 and the like on every page.</summary>
    public static string Answerer(Role role) =>
        role switch
        {
            Role.Judge or Role.DutyJudge => "法官",
            Role.HotlineAgent or Role.ShiftLeader => "12368 ",
            Role.FilingDivision => "立案庭",
            Role.PetitionOffice => "信访室",
            _ => "法院",
        };

    public static string Chinese(this CaseStage stage) =>
        stage switch
        {
            CaseStage.FirstInstance => "一审",
            CaseStage.SecondInstance => "二审",
            CaseStage.RetrialApplication => "申请再审",
            CaseStage.Retrial => "再审",
            CaseStage.Supervision => "审判监督",
            CaseStage.Enforcement => "执行",
            CaseStage.Other => "其他程序",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
}
