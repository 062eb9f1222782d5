using System.Globalization;
using Domain.Notifications;

namespace Domain.WorkOrders;

/// <summary>What leaders and handlers tell each other about an order. No case content; no full names.</summary>
public static class LeaderNotices
{
    private const int NumbersNamed = 3;
    private static readonly NoticeChannel[] s_staff = [NoticeChannel.Sms];

    public static readonly NoticeKind Remarked = Of(
        "leader.remarked",
        "领导批注",
        "【广州法院12368】{leader}对您承办的工单 {number}{caseNumber} 作了批注，请登录 12368 平台查看。"
    );

    public static readonly NoticeKind Supervised = Of(
        "leader.supervised",
        "领导督办",
        "【广州法院12368】{leader}督办：您有 {count} 件工单逾期未答复（{numbers}），请尽快答复。"
    );

    public static readonly NoticeKind ReassignmentAsked = Of(
        "leader.reassignment_asked",
        "改派申请",
        "【广州法院12368】{owner} 申请改派工单 {number}{caseNumber}，请登录 12368 平台处理。"
    );

    public static readonly NoticeKind ReassignmentApproved = Of(
        "leader.reassignment_approved",
        "改派申请已同意",
        "【广州法院12368】工单 {number}{caseNumber} 已按您的申请改派给其他承办人，您不用再办理。"
    );

    public static readonly NoticeKind ReassignmentRefused = Of(
        "leader.reassignment_refused",
        "改派申请未同意",
        "【广州法院12368】工单 {number}{caseNumber} 的改派申请没有同意，请继续办理，应于 {answerBy} 24:00 前答复。"
    );

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [Remarked, Supervised, ReassignmentAsked, ReassignmentApproved, ReassignmentRefused];

    /// <summary>How many, and the first of them.</summary>
    internal static IEnumerable<(string Name, string Value)> Listed(IReadOnlyList<WorkOrder> orders)
    {
        yield return ("count", orders.Count.ToString(CultureInfo.InvariantCulture));
        yield return (
            "numbers",
            string.Join('、', orders.Take(NumbersNamed).Select(o => o.Number)) + (orders.Count > NumbersNamed ? "等" : "")
        );
    }

    private static NoticeKind Of(string key, string title, string text) =>
        new(key, title, s_staff, text) { WorkingHoursOnly = true, AlsoInApp = true };
}
