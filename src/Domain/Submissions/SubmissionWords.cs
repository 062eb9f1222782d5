namespace Domain.Submissions;

public enum SubmissionState
{
    ToReview,

    /// <summary>等补正: the submitter was asked for everything that is missing.</summary>
    AwaitingSubmitter,

    /// <summary>收下; of an application 同意.</summary>
    Accepted,

    /// <summary>退回; of an application 不同意.</summary>
    Refused,

    /// <summary>Before it was decided.</summary>
    TakenBack,
}

/// <summary>What is to be done when something was accepted.</summary>
public enum FollowUpKind
{
    /// <summary>送达上诉状副本.</summary>
    ServeCopy,

    /// <summary>收到答辩状, or its period is over.</summary>
    AwaitReply,

    /// <summary>移送案卷.</summary>
    SendFile,
}

public static class SubmissionWords
{
    public static SubmissionGroup Group(this SubmissionKind kind) => SubmissionKinds.Of(kind).Group;

    public static string Chinese(this SubmissionKind kind) => SubmissionKinds.Of(kind).Title;

    public static string Chinese(this SubmissionGroup group) =>
        group switch
        {
            SubmissionGroup.Material => "材料",
            SubmissionGroup.Application => "申请",
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };

    /// <summary>As the court reads it.</summary>
    public static string Chinese(this SubmissionState state, SubmissionGroup group) =>
        state switch
        {
            SubmissionState.ToReview => "待审收",
            SubmissionState.AwaitingSubmitter => "等补正",
            SubmissionState.Accepted => group == SubmissionGroup.Material ? "已收下" : "已同意",
            SubmissionState.Refused => group == SubmissionGroup.Material ? "已退回" : "未同意",
            SubmissionState.TakenBack => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>As who handed it in reads it.</summary>
    public static string Plain(this SubmissionState state, KindRule of) =>
        state switch
        {
            SubmissionState.ToReview => "法院在看",
            SubmissionState.AwaitingSubmitter => "要您补",
            SubmissionState.Accepted => of.IsTakenIn ? "法院收下了" : "法院同意了",
            SubmissionState.Refused => of.IsTakenIn ? "法院没收" : "没同意",
            SubmissionState.TakenBack => "您撤回了",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this FollowUpKind kind) =>
        kind switch
        {
            FollowUpKind.ServeCopy => "送达上诉状副本",
            FollowUpKind.AwaitReply => "收到答辩状或者答辩期满",
            FollowUpKind.SendFile => "移送案卷",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>One of a kind waits at a time for a party: a second one would only confuse the first.</summary>
    public static bool IsOneAtATime(this SubmissionKind kind) =>
        kind
            is SubmissionKind.Appeal
                or SubmissionKind.Enforcement
                or SubmissionKind.EffectCertificate
                or SubmissionKind.FeeRefund
                or SubmissionKind.FeeRelief
                or SubmissionKind.Withdrawal;
}
