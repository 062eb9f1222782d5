using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Litigants;

namespace Infrastructure.WorkOrders;

/// <summary>How far a message has come, in plain words: what was done, what is going on, what comes next.</summary>
internal static class OrderTimeline
{
    public static List<TimelineStep> Of(WorkOrder order, string court, string division, IReadOnlyList<TraceRow> trace, DateOnly today)
    {
        List<TimelineStep> steps = [.. Done(order, division, trace).OrderBy(d => d.At).Select(d => d.Step)];
        if (order.IsMerged)
        {
            steps.Add(
                new(
                    $"并到 {order.MergedIntoNumber} 一起办理",
                    "并单",
                    Moment.Full(order.ClosedAt!.Value),
                    "问的是同一件事，答复写在那一条里",
                    StepState.Now
                )
            );
            return steps;
        }

        if (order.IsClosed)
        {
            steps.Add(Answered(order));
            return steps;
        }

        steps.Add(Going(order, court + division, trace));
        steps.Add(new("法院答复", null, (order.DueDay < today ? "本该最迟 " : "最迟 ") + order.DueOn.Words, null, StepState.Next));
        return steps;
    }

    /// <summary>How it came to the court, as whoever brought it remembers it.</summary>
    private static string Begun(WorkOrder order) =>
        order.Channel == Channel.Partner ? "您在别的平台留了言，转到了 12368"
        : order.RegisteredById is null ? "您发出了留言"
        : order.Channel switch
        {
            Channel.Hall => "诉讼服务大厅记下了您的来访",
            Channel.Sms => "12368 记下了您的短信",
            Channel.Hotline or Channel.AiAttendant => "12368 记下了您的来电",
            _ => "12368 记下了您的留言",
        };

    /// <summary>What is over, each with its time: the message, its way, earlier answers and replies, new days.</summary>
    private static IEnumerable<(DateTimeOffset At, TimelineStep Step)> Done(WorkOrder order, string division, IReadOnlyList<TraceRow> trace)
    {
        yield return (order.ReceivedAt, new(Begun(order), null, Moment.Full(order.ReceivedAt), null, StepState.Done));
        if (order.DispatchedAt is { } dispatched)
            yield return (dispatched, Row(order.IsClosed ? $"{division}收到" : "12368 转给了承办部门", "分派", dispatched));
        var lastReopened = LastAt(trace, HandlingFacts.Reopened);
        foreach (var row in trace)
        {
            if (row.Kind == WorkOrderFacts.Answered && row.At < lastReopened)
                yield return (row.At, Row($"{By(order, row)}答复", null, row.At));
            if (NewDay(order, row, trace) is { } moved)
                yield return (row.At, moved);
            if (row.Kind == WorkOrderFacts.Interim)
                yield return (row.At, Row($"{By(order, row)}先回复了您", null, row.At));
            if (row.Kind == HandlingFacts.Reopened)
                yield return (row.At, Row("您不满意，法院重新办理", "回头看", row.At));
        }
    }

    /// <summary>Of whoever is not the owner any more the role is not known.</summary>
    private static string By(WorkOrder order, TraceRow row) => row.ActorId == order.OwnerId ? Wording.Answerer(order.OwnerRole) : "法院";

    private static TimelineStep Row(string title, string? term, DateTimeOffset at) =>
        new(title, term, Moment.Full(at), null, StepState.Done);

    /// <summary>The promise moved, or was not kept.</summary>
    private static TimelineStep? NewDay(WorkOrder order, TraceRow row, IReadOnlyList<TraceRow> trace)
    {
        return row.Kind switch
        {
            HandlingFacts.ExtensionApproved when row.Read<ExtensionApprovedData>() is var data => Moved(
                data.DueDay,
                "延期",
                "承办人申请延期，已获批准" + (ReasonAskedBefore(row, trace) is { Length: > 0 } why ? $"：{why}" : "")
            ),
            HandlingFacts.Restarted when row.Read<RestartedData>() is var data && data.Before != data.DueDay => Moved(
                data.DueDay,
                "重新计算",
                "改由他人承办，重新计算：" + data.Reason
            ),
            SupervisionFacts.Recounted when row.Read<RecountedData>() is var data && data.Before != data.DueDay => Moved(
                data.DueDay,
                "日历调整",
                "工作日历调整"
            ),
            SupervisionFacts.Supervised when row.Read<ToldData>().Level == 1 => new(
                "过了最迟答复日期，法院已督促承办部门",
                "过期",
                Moment.Full(row.At),
                null,
                StepState.Done
            ),
            _ => null,
        };

        TimelineStep Moved(DateOnly day, string act, string why) =>
            new(
                $"最迟答复日期改为 {(day == order.DueDay ? order.DueOn.Words : ChinaTime.Day(day))}",
                act,
                Moment.Full(row.At),
                why,
                StepState.Done
            );
    }

    private static string ReasonAskedBefore(TraceRow approved, IReadOnlyList<TraceRow> trace) =>
        trace
            .LastOrDefault(r => r.Kind == HandlingFacts.ExtensionRequested && r.Sequence < approved.Sequence)
            ?.Read<ExtensionRequestedData>()
            .Reason
        ?? "";

    private static TimelineStep Going(WorkOrder order, string where, IReadOnlyList<TraceRow> trace)
    {
        if (order.State == WorkOrderState.ToAssign)
            return new("承办部门正在安排法官", "待分派", null, where, StepState.Now);
        if (order.State == WorkOrderState.AwaitingRequester)
            return new("等您补充", "等待补充", null, "补上以后法官接着办，最迟答复日期不变", StepState.Now);
        return ReadAt(trace) is { } read
            ? new("法官正在处理", "承办部门", $"{Moment.Full(read)} 收到", where, StepState.Now)
            : new("等法官查看", "承办部门", null, where, StepState.Now);
    }

    private static TimelineStep Answered(WorkOrder order)
    {
        var at = order.ClosedAt!.Value;
        var early = order.DueDay.DayNumber - ChinaTime.DayOf(at).DayNumber;
        var compared = early switch
        {
            > 0 => $"·比最迟日期早 {early} 天",
            < 0 => $"·比最迟日期晚 {-early} 天",
            0 => "",
        };
        return new($"{Wording.Answerer(order.OwnerRole)}答复", null, Moment.Full(at) + compared, null, StepState.Now);
    }

    /// <summary>When the present handler first opened it.</summary>
    private static DateTimeOffset? ReadAt(IReadOnlyList<TraceRow> trace)
    {
        var handedOver = trace
            .LastOrDefault(r => r.Kind is WorkOrderFacts.Dispatched or HandlingFacts.Reopened || HandlingFacts.HandOvers.Contains(r.Kind))
            ?.At;
        return trace.FirstOrDefault(r => r.Kind == WorkOrderFacts.Read && (handedOver is null || r.At >= handedOver))?.At;
    }

    private static DateTimeOffset? LastAt(IReadOnlyList<TraceRow> trace, string kind) => trace.LastOrDefault(r => r.Kind == kind)?.At;
}
