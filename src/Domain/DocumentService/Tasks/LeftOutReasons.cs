namespace Domain.DocumentService;

/// <summary>Why somebody of the case is not served this time (本次不送): the list that is offered. Other words may be written instead.</summary>
public static class LeftOutReasons
{
    public const string AgentServed = "送达其诉讼代理人";
    public const string OtherServed = "送达当事人本人或者其他代理人";

    public static IReadOnlyList<string> All { get; } =
    [
        AgentServed,
        OtherServed,
        "已另行当面送达",
        "另案或者另次已送达",
        "地址待查，另行送达",
        "下落不明，另行公告送达",
        "本次文书与其无关",
        "已不是本案当事人或者代理人",
    ];
}
