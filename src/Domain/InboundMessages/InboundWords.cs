namespace Domain.InboundMessages;

public enum InboundOutcome
{
    /// <summary>Kept, not read yet.</summary>
    Waiting,

    /// <summary>Became the answer of an order and closed it.</summary>
    Answered,

    /// <summary>收到, 稍后, empty, too short: closes nothing.</summary>
    NotAnAnswer,

    /// <summary>Several orders may be meant.</summary>
    WhichOrder,
    OrderClosed,

    /// <summary>From who had the order before: kept on it for who has it now.</summary>
    OrderHandedOn,
    NoOpenOrder,
    FromLitigant,
    UnknownNumber,

    /// <summary>收到 to documents that were served by SMS.</summary>
    ServiceReply,

    /// <summary>拒收 to documents that were served by SMS: their clerks are told.</summary>
    ServiceRefused,

    /// <summary>T, TD, R, 退订.</summary>
    OptOut,

    /// <summary>Reading it broke off too often.</summary>
    Failed,
}

/// <summary>What a person did with a letter of somebody outside.</summary>
public enum LetterHandling
{
    /// <summary>登记工单.</summary>
    Registered,

    /// <summary>并入工单.</summary>
    Attached,

    /// <summary>回短信.</summary>
    Answered,
}

/// <summary>The words of its trace.</summary>
public static class InboundFacts
{
    public const string Kept = "sms_kept";
    public const string Decided = "sms_decided";
    public const string Handled = "sms_handled";
}

public static class InboundWords
{
    public static string Chinese(this LetterHandling handling) =>
        handling switch
        {
            LetterHandling.Registered => "已登记工单",
            LetterHandling.Attached => "已并入工单",
            _ => "已回短信",
        };

    /// <summary>The word on every screen.</summary>
    public static string Chinese(this InboundOutcome outcome) =>
        outcome switch
        {
            InboundOutcome.Waiting => "待处理",
            InboundOutcome.Answered => "已作答复",
            InboundOutcome.NotAnAnswer => "未构成答复",
            InboundOutcome.WhichOrder => "未指明工单",
            InboundOutcome.OrderClosed => "工单已办结",
            InboundOutcome.OrderHandedOn => "工单已转他人",
            InboundOutcome.NoOpenOrder => "没有对应工单",
            InboundOutcome.FromLitigant => "当事人来信",
            InboundOutcome.UnknownNumber => "号码不明",
            InboundOutcome.ServiceReply => "送达回复",
            InboundOutcome.ServiceRefused => "拒收文书",
            InboundOutcome.OptOut => "退订",
            InboundOutcome.Failed => "未能读取",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
}
