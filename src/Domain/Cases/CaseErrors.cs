using Domain.Shared;

namespace Domain.Cases;

public static class CaseErrors
{
    public static RefusedException NotFound() =>
        new(Refusal.NotFound, "case.not_found", "这个案子里没有登记您。是代理人，请先交授权委托书；登记错了，打 12368");

    public static RefusedException HearingNotFound() => new(Refusal.NotFound, "hearing.not_found", "没有这次开庭，请刷新看最新的安排");

    public static RefusedException NumberInvalid(string why) => new(Refusal.Invalid, "case_number.invalid", why);

    public static RefusedException LegacyUnknown() =>
        new(Refusal.Invalid, "case_number.legacy_unknown", "您名下没有查到这个 2016 年以前的案号，请选法院留言，把案号写在留言里。");

    public static RefusedException OtherCourt(string courtCode) =>
        new(Refusal.Invalid, "case_number.other_court", $"{courtCode} 不是广州两级法院的案号，请向该案号所属的法院咨询。");

    public static RefusedException ConflictDecided() => new(Refusal.Conflict, "case_conflict.decided", "这一项已经有人处理，请刷新看结果");

    public static RefusedException ConflictNotFound() => new(Refusal.NotFound, "case_conflict.not_found", "没有找到这一项，或者不归您处理");

    public static RefusedException OutOfReach() => new(Refusal.NotFound, "case.out_of_reach", "没有找到这个案件，或者不在您能查看的范围内");

    public static RefusedException NamesHidden() =>
        new(Refusal.Forbidden, "case.names_hidden", "未成年人和家事案件不显示姓名，请向承办法官或者书记员了解");

    public static RefusedException RevealReason() =>
        new(Refusal.Invalid, "case.reveal_reason", $"写明为什么要看完整姓名，最多 {RevealCaseNames.ReasonMaxLength} 个字");

    public static RefusedException NodePushNotYours() =>
        new(Refusal.Forbidden, "node_push.not_yours", "案件进展是否推送，由本院系统管理员或立案庭设定");

    public static RefusedException AgentBoundHere() =>
        new(Refusal.Conflict, "case_conflict.bound_here", "这位代理人的委托在本平台解除过；仍在代理的，请按新的委托书重新录入");
}
