namespace Domain.EarlyWarnings;

/// <summary>The words on screen.</summary>
public static class EarlyWarningWords
{
    /// <summary>The steps of the loop, first to last.</summary>
    public static IReadOnlyList<WarningState> Steps { get; } =
    [WarningState.ToTake, WarningState.ToInvestigate, WarningState.ToAssess, WarningState.ToDispose, WarningState.ToFeedBack];

    public static string Chinese(this WarningLevel level) =>
        level switch
        {
            WarningLevel.Ordinary => "一般",
            WarningLevel.Serious => "较大",
            WarningLevel.Critical => "重大紧急",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static string Chinese(this WarningTrigger trigger) =>
        trigger switch
        {
            WarningTrigger.Violence => "自伤自残或暴力威胁",
            WarningTrigger.GroupVisit => "群体来访",
            WarningTrigger.GoingToBeijing => "进京越级",
            WarningTrigger.RepeatedComplaint => "重复投诉",
            WarningTrigger.MediaExposure => "媒体舆情",
            WarningTrigger.SuddenRise => "短期激增",
            WarningTrigger.Other => "其他",
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
        };

    public static string Chinese(this IEnumerable<WarningTrigger> triggers) => string.Join('、', triggers.Select(t => t.Chinese()));

    /// <summary>The step that a state waits for.</summary>
    public static string Step(this WarningState state) =>
        state switch
        {
            WarningState.ToTake => "接单",
            WarningState.ToInvestigate => "排查",
            WarningState.ToAssess => "研判",
            WarningState.ToDispose => "处置",
            WarningState.ToFeedBack => "反馈",
            WarningState.Closed => "已办结",
            WarningState.Dismissed => "不构成预警",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Chinese(this WarningState state) => state.IsOpen() ? "待" + state.Step() : state.Step();

    public static bool IsOpen(this WarningState state) => state < WarningState.Closed;
}
