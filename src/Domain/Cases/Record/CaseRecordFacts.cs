using Domain.Shared;

namespace Domain.Cases;

public static class CaseRecordFacts
{
    public const string TakenOver = "case_taken_over";
    public const string Changed = "case_changed";

    /// <summary>姓名完整显示.</summary>
    public const string Revealed = "case_names_revealed";

    /// <summary>The line of the case's trace row; null for what is none of its own.</summary>
    public static string? Words(TraceRow row) =>
        row.Kind switch
        {
            TakenOver => "由审判系统转入",
            Changed => string.Join('；', row.Read<CaseTakenData>().Changes.Select(c => c.Words)),
            Revealed => $"查看完整姓名，原因：{row.Read<NamesRevealedData>().Reason}",
            _ => null,
        };
}

public sealed record NamesRevealedData(string Reason) : FactData;

/// <summary>What of a case a record changes.</summary>
public enum CaseField
{
    Cause,
    State,
    Secrecy,
    TrialProcedure,
    RetrialProcedure,
    FiledOn,
    ClosedOn,
    Division,
    Judge,
    Clerk,
    Panel,
    Party,
    PartyName,
    PartyContact,
    PartyIdentity,
    Domicile,
    Custody,
    Minority,
    Agent,
    AgentAuthority,
    Hearing,
    Limit,
    Node,
    File,
    Fee,
}

/// <param name="Of">Whose or which: 原告, the day of a hearing; empty for the case itself.</param>
/// <param name="From">In words; empty where there was nothing or it is not to be kept.</param>
public sealed record CaseChange(CaseField Field, string Of, string From, string To)
{
    /// <returns>承办法官：李明 → 陈静怡; 原告的电话已更新.</returns>
    public string Words =>
        (Of.Length == 0 ? "" : $"{Of}的")
        + Field.Chinese()
        + (
            To.Length == 0 ? "已更新"
            : From.Length == 0 ? $"：{To}"
            : $"：{From} → {To}"
        );
}

/// <param name="Version">Of the record.</param>
public sealed record CaseTakenData(long Version, string Digest, IReadOnlyList<CaseChange> Changes) : FactData;

public static class CaseFieldWords
{
    public static string Chinese(this CaseField field) =>
        field switch
        {
            CaseField.Cause => "案由",
            CaseField.State => "状态",
            CaseField.Secrecy => "公开范围",
            CaseField.TrialProcedure => "审理程序",
            CaseField.RetrialProcedure => "再审适用的程序",
            CaseField.FiledOn => "立案日期",
            CaseField.ClosedOn => "结案日期",
            CaseField.Division => "承办庭室",
            CaseField.Judge => "承办法官",
            CaseField.Clerk => "书记员",
            CaseField.Panel => "合议庭",
            CaseField.Party => "当事人",
            CaseField.PartyName => "姓名或名称",
            CaseField.PartyContact => "电话",
            CaseField.PartyIdentity => "身份信息",
            CaseField.Domicile => "住所地",
            CaseField.Custody => "是否在押",
            CaseField.Minority => "是否未成年",
            CaseField.Agent => "代理人",
            CaseField.AgentAuthority => "代理权限",
            CaseField.Hearing => "开庭",
            CaseField.Limit => "期限",
            CaseField.Node => "流程节点",
            CaseField.File => "正卷材料",
            CaseField.Fee => "诉讼费",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };
}
