namespace Domain.DocumentService;

public enum ServiceStanding
{
    /// <summary>Nothing has served it yet.</summary>
    Pending,

    /// <summary>Read without consent on record: a clerk decides.</summary>
    ForClerk,

    /// <summary>推定送达: may be rebutted.</summary>
    Presumed,
    Effective,
}

/// <summary>Which rule of law gave the date.</summary>
public enum ServiceRule
{
    /// <summary>Arrival at an address that the recipient provided or confirmed (CPL 90, OLR 31-1).</summary>
    Arrival,

    /// <summary>Reply of receipt, or an act that follows the content (OLR 31-2-1).</summary>
    ReplyOrAct,

    /// <summary>Feedback of reading (OLR 31-2-2).</summary>
    Read,

    /// <summary>Signed for (CPL 87).</summary>
    Signature,

    /// <summary>The last party's signature under a mediation statement (JI 149).</summary>
    LastSignature,

    /// <summary>留置 (CPL 89).</summary>
    Left,

    /// <summary>The day of the return of mail (MAIL 11).</summary>
    Returned,

    /// <summary>公告期满 (CPL 95).</summary>
    NoticeExpired,
}

/// <summary>What the law makes of the facts for one recipient and one document.</summary>
/// <param name="Day">In Guangzhou; an arrival at night or on a rest day counts on that day. Null while pending.</param>
/// <param name="By">The attempt that served it.</param>
public sealed record ServiceConclusion(ServiceStanding Standing, DateOnly? Day = null, ServiceRule? Rule = null, DeliveryFacts? By = null)
{
    public static readonly ServiceConclusion Pending = new(ServiceStanding.Pending);
}

public static class ServiceRules
{
    /// <summary>The rule as the certificate prints it.</summary>
    public static string Chinese(this ServiceRule rule) =>
        rule switch
        {
            ServiceRule.Arrival => "到达受送达人提供或者确认的地址之日（民事诉讼法第九十条、人民法院在线诉讼规则第三十一条）",
            ServiceRule.ReplyOrAct => "受送达人回复已收到或者作出相应诉讼行为之日（人民法院在线诉讼规则第三十一条）",
            ServiceRule.Read => "系统反馈受送达人已阅知之日，推定送达（人民法院在线诉讼规则第三十一条）",
            ServiceRule.Signature => "受送达人签收之日（民事诉讼法第八十七条）",
            ServiceRule.LastSignature => "最后收到调解书的当事人签收之日（民事诉讼法解释第一百四十九条）",
            ServiceRule.Left => "留置送达之日（民事诉讼法第八十九条）",
            ServiceRule.Returned => "邮件退回之日（以法院专递方式邮寄送达民事诉讼文书的若干规定第十一条）",
            ServiceRule.NoticeExpired => "公告期满之日（民事诉讼法第九十五条）",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
        };
}
