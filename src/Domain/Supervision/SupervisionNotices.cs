using Domain.Notifications;

namespace Domain.Supervision;

/// <summary>What the owner and the leaders are told of something late. No case content; staff by surname only.</summary>
public static class SupervisionNotices
{
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms];

    public static readonly NoticeKind Reminder = Step(
        "supervision.reminder",
        "即将到期提醒",
        "【广州法院12368】提醒：工单 {number}{caseNumber}，{category}，应于 {answerBy} 24:00 前答复，还没有答复。可登录 12368 平台办理，或回复 {replyCode}+答复内容。"
    );

    public static readonly NoticeKind Level = StepToLeader(
        "supervision.level",
        "督办",
        "【广州法院12368】{level}督办：{division} {owner} 承办的工单 {number}{caseNumber}，{category}，应于 {answerBy} 答复，逾期未答复。请督促办理。"
    );

    public static readonly NoticeKind Copy = StepToLeader(
        "supervision.copy",
        "督办抄送",
        "【广州法院12368】督办抄送：{division} {owner} 承办的工单 {number}{caseNumber}，{category}，应于 {answerBy} 答复，逾期未答复，已报 {told}（{level}督办）。"
    );

    public static readonly NoticeKind ToOwner = Step(
        "supervision.owner",
        "您的工单被督办",
        "【广州法院12368】您承办的工单 {number}{caseNumber}，{category}，应于 {answerBy} 答复，逾期未答复，已报 {told}（{level}督办）。请尽快答复，或回复 {replyCode}+答复内容。"
    );

    public static readonly NoticeKind Recounted = Step(
        "supervision.recounted",
        "期限调整",
        "【广州法院12368】工单 {number}{caseNumber} 的答复期限调整为 {answerBy} 24:00，原为 {answerByBefore}。"
    );

    public static readonly NoticeKind ExtensionRequested = ToLeader(
        "supervision.extension_requested",
        "延期申请",
        "【广州法院12368】{owner} 申请工单 {number}{caseNumber} 延期 {days} 个工作日，请登录 12368 平台审批。"
    );

    public static readonly NoticeKind ExtensionApproved = Of(
        "supervision.extension_approved",
        "延期已批准",
        "【广州法院12368】工单 {number}{caseNumber} 的延期申请已批准，应于 {answerBy} 24:00 前答复。"
    ) with
    {
        AlsoInApp = true,
    };

    public static readonly NoticeKind ExtensionRefused = Of(
        "supervision.extension_refused",
        "延期未批准",
        "【广州法院12368】工单 {number}{caseNumber} 的延期申请没有批准，仍应于 {answerBy} 24:00 前答复。"
    ) with
    {
        AlsoInApp = true,
    };

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [Reminder, Level, Copy, ToOwner, Recounted, ExtensionRequested, ExtensionApproved, ExtensionRefused];

    private static NoticeKind Of(string key, string title, string text) => new(key, title, s_staff, text) { WorkingHoursOnly = true };

    /// <summary>The steps of many orders fire together at 9:00: one SMS instead of twenty.</summary>
    private static NoticeKind Step(string key, string title, string text) => Of(key, title, text) with { Digests = true };

    private static NoticeKind StepToLeader(string key, string title, string text) => Step(key, title, text) with { AlsoInApp = true };

    private static NoticeKind ToLeader(string key, string title, string text) => Of(key, title, text) with { AlsoInApp = true };
}
