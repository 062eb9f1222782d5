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

/// <summary>Which rule of law gave the date; its articles are in <see cref="LawTable"/>.</summary>
public enum ServiceRule
{
    /// <summary>Arrival at an address that the recipient provided or confirmed.</summary>
    Arrival,

    /// <summary>Reply of receipt, or an act that follows the content.</summary>
    ReplyOrAct,

    /// <summary>Feedback of reading.</summary>
    Read,

    /// <summary>Signed for, on a screen or on the return receipt.</summary>
    Signature,

    /// <summary>Signed for by the party's agent.</summary>
    AgentSignature,

    /// <summary>Signed for to the post.</summary>
    PostReceipt,

    /// <summary>The last party's signature under a mediation statement.</summary>
    LastSignature,

    /// <summary>留置 at the residence.</summary>
    Left,

    /// <summary>Refused at court, or elsewhere than at the residence.</summary>
    LeftElsewhere,

    /// <summary>The day of the return of mail.</summary>
    Returned,

    /// <summary>公告期满.</summary>
    NoticeExpired,

    /// <summary>公告期满 of a recipient without a domicile in China.</summary>
    NoticeExpiredAbroad,
}

/// <summary>What the law makes of the facts for one recipient and one document.</summary>
/// <param name="Day">In Guangzhou; an arrival at night or on a rest day counts on that day. Null while pending.</param>
/// <param name="By">The attempt that served it.</param>
public sealed record ServiceConclusion(ServiceStanding Standing, DateOnly? Day = null, ServiceRule? Rule = null, DeliveryFacts? By = null)
{
    /// <summary>Until then it is not concluded: a public notice before its day, a sending while its report is waited for.</summary>
    public DateTimeOffset StandsFrom { get; init; }

    public static readonly ServiceConclusion Pending = new(ServiceStanding.Pending);
}

public static class ServiceRules
{
    /// <returns>受送达人签收之日（民事诉讼法第八十七条第二款）: as the certificate prints it.</returns>
    public static string Chinese(this ServiceRule rule, Procedure procedure)
    {
        var law = LawTable.Of(rule, procedure);
        return $"{law.Text}（{law.Cite}）";
    }
}
