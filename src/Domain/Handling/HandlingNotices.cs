using Domain.Notifications;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>
/// What leaders and handlers tell each other about one kind of thing: requests, decisions, remarks. No case content; colleagues by their full
/// names.
/// </summary>
public sealed class HandlingNotices(ThingWords words)
{
    public NoticeKind ExtensionRequested { get; } =
        Of(words, "extension_requested", "延期申请", $"{{owner}} 申请{words.Which} 延期 {{days}} 个工作日，请登录 12368 平台审批。");

    public NoticeKind ExtensionApproved { get; } =
        Of(words, "extension_approved", "延期已批准", $"{words.Which} 的延期申请已批准，应于 {words.Due}24:00 前{words.Act}。");

    public NoticeKind ExtensionRefused { get; } =
        Of(words, "extension_refused", "延期未批准", $"{words.Which} 的延期申请没有批准，{{owed}}。");

    public NoticeKind Remarked { get; } =
        Of(words, "remarked", "领导批注", $"{{leader}}对{words.Yours}{words.Which} 作了批注，请登录 12368 平台查看。");

    /// <summary>Of several at once; see <see cref="Listed"/>.</summary>
    public NoticeKind Supervised { get; } =
        Of(
            words,
            "supervised",
            "领导督办",
            $"{{leader}}督办：您有 {{count}} 件{words.Thing}逾期未{words.Act}（{{numbers}}），请尽快{words.Act}。"
        );

    public NoticeKind ReassignmentAsked { get; } =
        Of(words, "reassignment_asked", "改派申请", $"{{owner}} 申请改派{words.Which}，请登录 12368 平台处理。");

    public NoticeKind ReassignmentApproved { get; } =
        Of(words, "reassignment_approved", "改派申请已同意", $"{words.Which} 已按您的申请改派给其他承办人，您不用再办理。");

    public NoticeKind ReassignmentRefused { get; } =
        Of(words, "reassignment_refused", "改派申请未同意", $"{words.Which} 的改派申请没有同意，请继续办理，{{owed}}。");

    public IReadOnlyList<NoticeKind> Kinds =>
        [
            ExtensionRequested,
            ExtensionApproved,
            ExtensionRefused,
            Remarked,
            Supervised,
            ReassignmentAsked,
            ReassignmentApproved,
            ReassignmentRefused,
        ];

    /// <summary>How many, and the first of them.</summary>
    public static IEnumerable<(string Name, string Value)> Listed(IReadOnlyCollection<string> numbers)
    {
        const int Named = 3;
        yield return ("count", numbers.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        yield return ("numbers", string.Join('、', numbers.Take(Named)) + (numbers.Count > Named ? "等" : ""));
    }

    private static NoticeKind Of(ThingWords words, string act, string title, string text) =>
        words.Kind(act, title, text) with
        {
            AlsoInApp = true,
        };
}
