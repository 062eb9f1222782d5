using Domain.Notifications;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>What of an answer reaches whoever asked, by itself.</summary>
public enum AnswerForm
{
    /// <summary>Nobody can be told: it is there for whoever asks again.</summary>
    OnRequest,

    /// <summary>The SMS carries all of it.</summary>
    Whole,

    /// <summary>A link opens it, after a code to the same phone.</summary>
    Link,

    /// <summary>A call reads it out.</summary>
    Voice,
}

/// <summary>How an answer is told: one rule for the notice, the trace and what the judge sees while writing.</summary>
/// <param name="WhyNotWhole">Why its words do not go out by themselves; empty where they do.</param>
/// <param name="Words">What the SMS or the call says, one for each message; empty where a link is sent.</param>
public sealed record AnswerTelling(AnswerForm Form, string WhyNotWhole, IReadOnlyList<string> Words)
{
    /// <summary>Of all SMS that carry it, as the phone company counts them.</summary>
    public int Segments { get; private init; }

    /// <summary>In place of words that a call may not say.</summary>
    public const string NotByPhone = "内容涉及个人信息，不在电话里读，请拨打 12368，核对身份后由话务员告诉您";

    /// <param name="linkLength">Characters of the link to the answer; 0 where there is none.</param>
    public static AnswerTelling Of(WorkOrder order, string answer, bool hasFiles, int linkLength)
    {
        var isPhone = PhoneNumber.TryRead(order.RequesterPhone, out _, out var isMobile);
        if (!isPhone && order.LitigantId is null)
            return new(AnswerForm.OnRequest, "没有留电话", []);
        var line = OpenWords.InOneLine(answer);
        var why = OpenWords.WhyNot(answer, order.RequesterPhone, order.IsSensitive);
        if (isPhone && order.ReplyWay == ReplyWay.Voice)
            return new(AnswerForm.Voice, why ?? "", [why is null ? line : NotByPhone]);
        if (!isMobile)
            return order.LitigantId is null ? new(AnswerForm.OnRequest, "座机收不到短信", []) : new(AnswerForm.Link, "没有手机号", []);
        if (why is not null)
            return new(AnswerForm.Link, why, []);
        var isWanted = order.ReplyWay == ReplyWay.WholeSms;
        if (hasFiles && !isWanted)
            return new(AnswerForm.Link, "答复有附件", []);
        var whole = InSms(line, WorkOrderNotices.LengthAround(order, linkLength));
        return isWanted || whole.Segments <= SmsLength.MaxSegments
            ? whole
            : new(AnswerForm.Link, $"超过 {SmsLength.MaxSegments} 条短信的长度", []);
    }

    private static AnswerTelling InSms(string line, int around)
    {
        var parts = Parts(line);
        return new(AnswerForm.Whole, "", parts) { Segments = parts.Sum(p => SmsLength.Segments(around + p.Length)) };
    }

    /// <summary>（1/3）…: as many messages as it takes, each as long as a gateway takes it.</summary>
    private static List<string> Parts(string line)
    {
        const int mark = 7; // （10/12）
        const int room = WorkOrderNotices.AnswerMaxLength - mark;
        if (line.Length <= WorkOrderNotices.AnswerMaxLength)
            return [line];
        List<string> parts = [];
        for (var at = 0; at < line.Length; )
        {
            var length = Math.Min(room, line.Length - at);
            if (at + length < line.Length && char.IsHighSurrogate(line[at + length - 1]))
                length--;
            parts.Add(line.Substring(at, length));
            at += length;
        }

        return [.. parts.Select((part, i) => $"（{i + 1}/{parts.Count}）{part}")];
    }
}
