using Domain.Cases;

namespace Infrastructure.Litigants;

/// <summary>How things of the court are called on a litigant's phone.</summary>
internal static class Wording
{
    /// <returns>越秀区人民法院 for 广州市越秀区人民法院; 广州市中级人民法院 and 广州互联网法院 keep their city.</returns>
    public static string Court(string fullName) =>
        fullName.StartsWith("广东省", StringComparison.Ordinal) ? fullName[3..]
        : fullName.StartsWith("广州市", StringComparison.Ordinal) ? fullName[3..]
        : fullName;

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
