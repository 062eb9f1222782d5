using Domain.Notifications;

namespace Domain.Supervision;

/// <summary>What the owner and the leaders are told of something late, for one kind of thing. No case content.</summary>
public sealed class SupervisionNotices(ThingWords words)
{
    public NoticeKind Reminder { get; } =
        Step(
            words,
            "reminder",
            $"{words.Thing}即将到期",
            $"提醒：{words.What}，应于 {words.Due}24:00 前{words.Act}，还没有{words.Act}。可登录 12368 平台办理{words.OrElse}。"
        );

    public NoticeKind Level { get; } =
        Step(
            words,
            "level",
            $"{words.Thing}督办",
            $"{{level}}督办：{words.Owners}{words.What}，应于 {words.Due} {words.Act}，逾期未{words.Act}{words.Said}。请督促办理。"
        ) with
        {
            AlsoInApp = true,
        };

    public NoticeKind Copy { get; } =
        Step(
            words,
            "copy",
            $"{words.Thing}督办抄送",
            $"督办抄送：{words.Owners}{words.What}，应于 {words.Due} {words.Act}，逾期未{words.Act}，已报 {{told}}（{{level}}督办）{words.Said}。"
        ) with
        {
            AlsoInApp = true,
            MaxSegments = 4, // who owes it, which case, what is asked and who knows
        };

    public NoticeKind ToOwner { get; } =
        Step(
            words,
            "owner",
            $"您的{words.Thing}被督办",
            $"{words.Yours}{words.What}，应于 {words.Due} {words.Act}，逾期未{words.Act}，已报 {{told}}（{{level}}督办）。请尽快{words.Act}{words.OrElse}。"
        );

    /// <summary>To the division's liaison officer.</summary>
    public NoticeKind ToLiaison { get; } =
        Step(
            words,
            "liaison",
            $"本部门{words.Thing}逾期",
            $"{words.Owners}{words.What}，应于 {words.Due} {words.Act}，逾期未{words.Act}（{{level}}督办）。请督促办理，在平台上可以一键向部门领导汇报。"
        ) with
        {
            AlsoInApp = true,
        };

    public NoticeKind Recounted { get; } =
        Step(words, "recounted", $"{words.Thing}期限调整", $"{words.Which} 的{words.Act}期限调整为 {words.Due}24:00，原为 {{dueBefore}}。");

    public IReadOnlyList<NoticeKind> Kinds => [Reminder, Level, Copy, ToOwner, ToLiaison, Recounted];

    /// <summary>The steps of many things fire together at 9:00: one SMS instead of twenty.</summary>
    private static NoticeKind Step(ThingWords words, string step, string title, string text) =>
        words.Kind(step, title, text) with
        {
            Digests = true,
        };
}
