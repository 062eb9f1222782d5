using Domain.Shared;

namespace Domain.Cases;

/// <summary>What a node brings with it, taken from the case itself: when and where, until when.</summary>
public static class NodeDetail
{
    /// <returns>时间 11 月 25 日（周三）09:30，地点 第三法庭; empty where there is nothing to add.</returns>
    public static string Of(Case @case, CaseNode node) =>
        node.Kind switch
        {
            CaseNodeKind.HearingSet or CaseNodeKind.HearingMoved when NextAfter(@case, node) is { } hearing => Words(hearing),
            CaseNodeKind.Extended or CaseNodeKind.Deducted when @case.TrialPeriodEnds is { } end =>
                $"审理期限到 {ChinaTime.DayWithYear(end)}",
            _ => "",
        };

    public static string Words(CaseHearing hearing)
    {
        var place = (hearing.Room, hearing.VideoLink.Length > 0) switch
        {
            ("", true) => "，网上开庭",
            ("", false) => "",
            (var room, true) => $"，地点 {room}，也可以网上参加",
            (var room, false) => $"，地点 {room}",
        };
        return $"时间 {ChinaTime.Day(ChinaTime.DayOf(hearing.StartsAt))}{ChinaTime.Clock(hearing.StartsAt)}{place}";
    }

    private static CaseHearing? NextAfter(Case @case, CaseNode node) =>
        @case.Hearings.Where(h => h.State == HearingState.Set && h.StartsAt >= node.At).MinBy(h => h.StartsAt);
}
