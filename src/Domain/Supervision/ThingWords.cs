using Domain.Notifications;

namespace Domain.Supervision;

/// <summary>How notices speak of one kind of thing that somebody owes; whoever adds a kind writes this and no texts.</summary>
/// <param name="Key">Begins the keys of its notices: <c>work_order</c>.</param>
/// <param name="Thing">工单.</param>
/// <param name="What">Which one, by the thing's own fields: <c>工单 {number}{caseNumber}，{category}</c>.</param>
/// <param name="Act">What is owed: 答复.</param>
public sealed record ThingWords(string Key, string Thing, string What, string Act)
{
    /// <summary>The same without what it is about: <c>工单 {number}{caseNumber}</c>.</summary>
    public string Which { get; init; } = What;

    /// <summary>Before the thing, where others read of it; empty where no one person is behind it.</summary>
    public string Owners { get; init; } = "{division} {owner} 的";

    /// <summary>Before the thing, where its owner reads of it.</summary>
    public string Yours { get; init; } = "您承办的";

    /// <summary>The field with the last day.</summary>
    public string Due { get; init; } = "{dueBy}";

    /// <summary>How else than on the platform it can be done: <c>，或回复 {replyCode}+答复内容</c>.</summary>
    public string OrElse { get; init; } = "";

    /// <summary>What who waits said, for the leaders (南沙 2020-26号 art. 8): a field that is empty where it may not be told.</summary>
    public string Said { get; init; } = "";

    /// <summary>Fields that only this kind has.</summary>
    public IReadOnlyList<NoticeField> OwnFields { get; init; } = [];

    internal NoticeKind Kind(string step, string title, string text) =>
        new($"{Key}.{step}", title, [NoticeChannel.Sms], "【广州法院12368】" + text) { WorkingHoursOnly = true, OwnFields = OwnFields };
}
