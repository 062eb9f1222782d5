using Domain.Organisation;
using Domain.Shared;
using Infrastructure.WorkOrders;

namespace Portal.WorkOrders;

/// <summary>What the list is called for each post, and its tabs.</summary>
internal static class InboxWords
{
    public static string Title(Actor me) =>
        me.ExtentOf(Feature.Desk) switch
        {
            Extent.Own => me.Reaches(Feature.Intake) ? "我的登记" : "我的工单",
            Extent.Cases => "协办工单",
            Extent.Division => "本庭工单",
            _ => "全部工单",
        };

    public static IReadOnlyList<InboxTab> Tabs(Actor me) =>
        me.Reaches(Feature.Answering)
            ? [InboxTab.ToAnswer, InboxTab.Awaiting, InboxTab.Answered, InboxTab.HandedOver]
            : [InboxTab.ToAnswer, InboxTab.Awaiting, InboxTab.Answered];

    public static string Name(InboxTab tab, Actor me) =>
        tab switch
        {
            InboxTab.ToAnswer => me.Reaches(Feature.Answering) ? "待我答复" : "待答复",
            InboxTab.Awaiting => "等待补充",
            InboxTab.Answered => me.Reaches(Feature.Answering) ? "已答复" : "已办结",
            InboxTab.HandedOver => "我转出的",
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, null),
        };

    /// <summary>The word in the address: ?tab=waiting.</summary>
    public static string Key(InboxTab tab) =>
        tab switch
        {
            InboxTab.ToAnswer => "open",
            InboxTab.Awaiting => "waiting",
            InboxTab.Answered => "answered",
            InboxTab.HandedOver => "handed-over",
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, null),
        };

    public static InboxTab Tab(string? key) => Enum.GetValues<InboxTab>().FirstOrDefault(t => Key(t) == key);

    public static (string Headline, string Text) Empty(InboxTab tab, bool isFiltered) =>
        (tab, isFiltered) switch
        {
            (_, true) => ("没有符合条件的工单", "可以放宽筛选条件，或清除筛选。"),
            (InboxTab.ToAnswer, _) => ("没有待答复的工单", "新工单派来时，这里和右上角会同时提醒。"),
            (InboxTab.Awaiting, _) => ("没有等待补充的工单", "先回复并请当事人补充的工单会列在这里，期限照常计算。"),
            (InboxTab.Answered, _) => ("还没有答复过的工单", "答复并办结后，工单会列在这里。"),
            _ => ("没有转出的工单", "转办或退回的工单会列在这里，可以看到现在由谁办理。"),
        };
}
