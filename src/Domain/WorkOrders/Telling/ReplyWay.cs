namespace Domain.WorkOrders;

/// <summary>How whoever asked wants the answer (回复方式); the agent asks a caller.</summary>
public enum ReplyWay
{
    /// <summary>An SMS: whole where it is short, else with a link to it.</summary>
    Usual,

    /// <summary>短信全文: without a smartphone no link can be followed, so all of it comes by SMS, however long.</summary>
    WholeSms,

    /// <summary>语音播报: a call reads it out; also to a landline.</summary>
    Voice,
}

public static class ReplyWays
{
    public static string Chinese(this ReplyWay way) =>
        way switch
        {
            ReplyWay.Usual => "短信",
            ReplyWay.WholeSms => "短信全文",
            ReplyWay.Voice => "语音播报",
            _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
        };
}
