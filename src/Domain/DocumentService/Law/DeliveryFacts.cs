namespace Domain.DocumentService;

/// <summary>How a document travels to a recipient.</summary>
public enum ServiceChannel
{
    WeChat,

    /// <summary>An SMS with a link; the SMS itself is only the prompt (OLR 32).</summary>
    SmsLink,
    Email,

    /// <summary>The person's account on this platform.</summary>
    WebAccount,
    Voice,
    Fax,

    /// <summary>法院专递, E键送达.</summary>
    Post,
    InPerson,
    PublicNotice,
}

/// <summary>Where an electronic address comes from (OLR 31).</summary>
public enum AddressBasis
{
    /// <summary>本人提供: in a pleading or application (OLR 29-3).</summary>
    Provided,

    /// <summary>本人确认: in the 送达地址确认书.</summary>
    Confirmed,

    /// <summary>法院查得, and confirmable as the recipient's own.</summary>
    Found,

    /// <summary>法院查得, and not known to be the recipient's own: serves nobody.</summary>
    Unconfirmed,
}

/// <summary>Where documents were refused and left.</summary>
public enum LeftPlace
{
    /// <summary>受送达人的住所.</summary>
    Residence,

    /// <summary>法院: the recipient came, and refuses to sign.</summary>
    Court,

    /// <summary>住所和法院以外的地点.</summary>
    Elsewhere,
}

/// <summary>
/// What is known of one attempt. Delivered, read and effective are three different things: these are the facts, the
/// conclusion is <see cref="ServiceConclusion"/>.
/// </summary>
public sealed record DeliveryFacts(ServiceChannel Channel, AddressBasis Basis = AddressBasis.Confirmed)
{
    public Guid? AttemptId { get; init; }

    /// <summary>Our system shows that sending succeeded; of a fax that it was begun, its report is <see cref="DeliveredAt"/>.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>The recipient proved another arrival (JI 135).</summary>
    public DateTimeOffset? ProvedArrivalAt { get; init; }

    /// <summary>Opened by an identified person; previews and scanners do not count.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>Did what the document asks for.</summary>
    public DateTimeOffset? ActedAt { get; init; }

    /// <summary>Signed for, on a screen or on paper.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The party's agent signs, or is served.</summary>
    public bool IsByAgent { get; init; }

    /// <summary>The party named who signs to receive for it (代收人).</summary>
    public bool IsByNamedReceiver { get; init; }

    /// <summary>The presumption was rebutted: system error, not the person's address, not read by the person (OLR 31).</summary>
    public bool IsRebutted { get; init; }

    /// <summary>It came back after it had seemed to succeed.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>Left with a witness or a recording (留置).</summary>
    public DateTimeOffset? LeftAt { get; init; }

    public LeftPlace LeftPlace { get; init; }

    /// <summary>The post brought it back by the recipient's fault: wrong address given, refusal (MAIL 11).</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>The last posting or publication (CPL 95, JI 138).</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Withdrawn before anything showed that it had arrived: time makes it no service.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>公告期 that was published; 0 for the usual one.</summary>
    public int NoticeDays { get; init; }
}
