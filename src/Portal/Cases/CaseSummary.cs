using Domain.Cases;
using Domain.Shared;
using Infrastructure.Cases;

namespace Portal.Cases;

/// <summary>A case in words, the same on every screen.</summary>
public static class CaseSummary
{
    public static string Parties(CaseRow row, bool verified) =>
        string.Join("，", row.Parties.Select(p => p.Shown(verified, row.IsMine, row.IsSensitive)));

    public static string Stage(CaseStage stage) =>
        stage switch
        {
            CaseStage.FirstInstance => "一审",
            CaseStage.SecondInstance => "二审",
            CaseStage.RetrialApplication => "再审审查",
            CaseStage.Retrial => "再审",
            CaseStage.Supervision => "审判监督",
            CaseStage.Enforcement => "执行",
            _ => "其他程序",
        };

    public static string NextStep(CaseCardData card, DateTimeOffset now) =>
        card switch
        {
            { HearingAt: { } hearing } when hearing > now => $"{ChinaTime.Day(ChinaTime.DayOf(hearing))}{ChinaTime.Clock(hearing)} 开庭",
            { Case.State: CaseState.Filed } => "等排期开庭",
            { Case.State: CaseState.HearingScheduled or CaseState.Heard } => "待宣判，日期未定",
            { Case.State: CaseState.Enforcing } => "正在执行",
            _ => "已结案",
        };
}
