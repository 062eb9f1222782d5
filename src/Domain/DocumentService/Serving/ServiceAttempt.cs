using System.Linq.Expressions;

namespace Domain.DocumentService;

public enum AttemptState
{
    /// <summary>已排队.</summary>
    Queued,

    /// <summary>已发出: the gateway, the post or the court's clerk has it.</summary>
    Sent,

    /// <summary>已到达.</summary>
    Delivered,

    /// <summary>已查看, by an identified person.</summary>
    Opened,

    /// <summary>已签收.</summary>
    Signed,

    /// <summary>失败, 退回.</summary>
    Failed,

    /// <summary>The task was withdrawn before it went out.</summary>
    Withdrawn,
}

/// <summary>One try to bring a service's documents to its recipient by one channel. Facts only; the law is in <see cref="EffectiveDate"/>.</summary>
public sealed class ServiceAttempt
{
    public const int AddressMaxLength = 200;
    public const int ReferenceMaxLength = 200;
    public const int NoticeTextMaxLength = 4_000;
    public const int FindingsMaxLength = 500;

    public Guid Id { get; init; }
    public Guid ServiceId { get; init; }

    /// <summary>Its service's, which never change: what people carry is listed by division, clerk and case.</summary>
    public Guid DivisionId { get; init; }

    public Guid ClerkId { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>1, 2, 3 … within the service.</summary>
    public int Position { get; init; }

    public ServiceChannel Channel { get; init; }

    /// <summary>As it is; shown masked.</summary>
    public string Address { get; init; } = "";

    public AddressBasis Basis { get; init; }

    /// <summary>Where the address comes from, in words.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The outbox row that carries it; null for what people carry.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>Of the link's token (SMS, e-mail), 64 hex digits.</summary>
    public string? LinkHash { get; init; }

    /// <summary>The failed attempt that this one repeats.</summary>
    public Guid? RetriesId { get; init; }

    public AttemptState State { get; set; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? DeliveredAt { get; set; }
    public DateTimeOffset? ProvedArrivalAt { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? SignedAt { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
    public DateTimeOffset? ActedAt { get; set; }
    public DateTimeOffset? BouncedAt { get; set; }
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Null where nothing was left.</summary>
    public LeftPlace? LeftPlace { get; set; }

    public DateTimeOffset? FailedAt { get; set; }
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Nothing came of it. What the post brought back may have served by that (MAIL 11).</summary>
    public bool HasFailed => State == AttemptState.Failed && ReturnedOn is null;
    public DateOnly? PublishedOn { get; set; }
    public bool IsRebutted { get; set; }

    /// <summary>A clerk decided that reading it without consent serves nobody: other ways go on.</summary>
    public DateTimeOffset? NotAcceptedAt { get; set; }

    public string FailureCode { get; set; } = "";

    /// <summary>法院专递单号, 报纸及版面, 代收人及关系: whatever the channel's evidence is called.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Who signed on paper; null for electronic channels and before.</summary>
    public SignerRelation? SignerRelation { get; set; }

    /// <summary>The batch in which it went to the post.</summary>
    public Guid? PostBatchId { get; set; }

    /// <summary>Why the recipient may be served by public notice; null for other channels and before it is recorded.</summary>
    public NoticeGround? NoticeGround { get; set; }

    /// <summary>How that was found: 走访、查询 and their results, as the clerk wrote it.</summary>
    public string NoticeFindings { get; set; } = "";

    /// <summary>Of a public notice.</summary>
    public string? NoticeText { get; set; }

    /// <summary>公告期 of a public notice: 30, without a domicile in China 60; 0 for other channels.</summary>
    public int NoticeDays { get; set; }

    /// <summary>When the newest of its facts happened.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>The latest of what it can be waited for from: reports bring their senders' times.</summary>
    internal DateTimeOffset NewestInstant => new[] { QueuedAt, SentAt ?? QueuedAt, DeliveredAt ?? QueuedAt, LastAt }.Max();

    /// <summary>Nothing more will come by itself.</summary>
    public bool IsOver => State is AttemptState.Failed or AttemptState.Withdrawn or AttemptState.Signed || IsInVain;

    /// <summary>It was read, but that serves nobody.</summary>
    public bool IsInVain => IsRebutted || NotAcceptedAt is not null;

    /// <summary>In the words of the index that finds it: most attempts have none.</summary>
    public static Expression<Func<ServiceAttempt, bool>> IsPostedAs(string mailNumber) =>
        a => a.Channel == ServiceChannel.Post && a.Reference != "" && a.Reference == mailNumber;

    /// <summary>Raises the state; it never goes back, and what failed can still turn out to have arrived.</summary>
    internal void Reach(AttemptState state, DateTimeOffset at)
    {
        if (LastAt < at)
            LastAt = at;
        if (
            State is AttemptState.Failed or AttemptState.Withdrawn
                ? state is AttemptState.Opened or AttemptState.Signed || (state == AttemptState.Delivered && BouncedAt is null)
                : state > State
        )
            State = state;
    }

    /// <summary>The newest entry goes: a result leaves what was sent, a sending leaves nothing.</summary>
    internal void TakeBackEntry()
    {
        var keepsSending = State != AttemptState.Sent && SentAt is not null && Channel is ServiceChannel.Post or ServiceChannel.Fax;
        (DeliveredAt, SignedAt, LeftAt, LeftPlace, FailedAt, BouncedAt, ReturnedOn, PublishedOn, SignerRelation, FailureCode) = (
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            ""
        );
        State = keepsSending ? AttemptState.Sent : AttemptState.Queued;
        if (!keepsSending)
            (SentAt, Reference) = (null, "");
        LastAt = SentAt ?? QueuedAt;
    }

    /// <summary>What began after a document was withdrawn went without it.</summary>
    internal bool Carries(ServiceCopy copy) => copy.WithdrawnAt is not { } at || QueuedAt <= at;

    /// <summary>
    /// For one document: opening and signing are facts of the document, the rest of the whole attempt. Who answers or acts after it was
    /// withdrawn answers to the others.
    /// </summary>
    /// <param name="isOnAgent">The service is on the party's agent.</param>
    internal DeliveryFacts FactsFor(ServiceCopy copy, bool isOnAgent)
    {
        return new(Channel, Basis)
        {
            AttemptId = Id,
            SentAt = SentAt,
            DeliveredAt = DeliveredAt,
            ProvedArrivalAt = ProvedArrivalAt,
            ReadAt = copy.OpenedAttemptId == Id ? copy.OpenedAt : null,
            SignedAt = copy.SignedAttemptId == Id ? copy.SignedAt : null,
            IsByAgent = isOnAgent || SignerRelation == DocumentService.SignerRelation.Agent,
            IsByNamedReceiver = SignerRelation == DocumentService.SignerRelation.NamedReceiver,
            RepliedAt = Before(RepliedAt),
            ActedAt = Before(ActedAt),
            BouncedAt = BouncedAt,
            LeftAt = LeftAt,
            LeftPlace = LeftPlace ?? DocumentService.LeftPlace.Residence,
            ReturnedOn = ReturnedOn,
            PublishedOn = PublishedOn,
            NoticeDays = NoticeDays,
            IsRebutted = IsInVain,
            IsWithdrawn = State == AttemptState.Withdrawn,
        };

        DateTimeOffset? Before(DateTimeOffset? at) => copy.WithdrawnAt <= at ? null : at;
    }
}
