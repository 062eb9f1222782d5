namespace Domain.Notifications;

/// <summary>
/// One row of the outbox: one recipient and one channel, written in the transaction of the fact that causes it. Its
/// <see cref="Id"/> is the key by which a gateway recognises a second hand-over of the same notice.
/// </summary>
public sealed class Notice
{
    public const int CodeMaxLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public RecipientKind RecipientKind { get; init; }
    public Guid? RecipientId { get; init; }

    /// <summary>The phone number where it is known when the notice is written, whatever the channel. The number of staff, openids and e-mail addresses are looked up when it is sent.</summary>
    public string? Address { get; init; }

    public NoticeChannel Channel { get; init; }

    /// <summary>The channels to try next, in order, when this one fails for good.</summary>
    public List<NoticeChannel> Fallbacks { get; init; } = [];

    /// <summary>The notice that failed on another channel before this one.</summary>
    public Guid? FallbackOfId { get; init; }

    /// <summary>Key of its <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Values of the kind's fields, masked as the rules for that channel ask. Secret ones are emptied when the notice has been handed over.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];

    /// <summary>The work order that caused it.</summary>
    public Guid? WorkOrderId { get; init; }

    /// <summary>May reach a member of staff outside working hours.</summary>
    public bool Urgent { get; init; }

    public NoticeState State { get; private set; } = NoticeState.Queued;
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not to be sent before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Not to be sent after.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>It waited for working hours: with others of the same recipient it becomes one digest.</summary>
    public bool WasHeld { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>By the database's clock: hosts' clocks may differ.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>Which worker holds it; a worker that lost its claim records nothing.</summary>
    public Guid? ClaimedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it was delivered, failed, expired or was merged.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The gateway's own number for it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Why it failed, or why the last attempt did; the gateway's code.</summary>
    public string FailureCode { get; private set; } = "";

    /// <summary>The digest that told it.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When the recipient opened it; known for in-app notices.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    internal static Notice Make(NoticeKind kind, NoticeRecipient to, NoticeChannel channel, IEnumerable<NoticeChannel> fallbacks, IReadOnlyDictionary<string, string> fields, Guid? workOrderId, bool urgent) => new()
    {
        RecipientKind = to.Kind,
        RecipientId = to.Id,
        Address = to.Mobile,
        Channel = channel,
        Fallbacks = [.. fallbacks],
        Kind = kind.Key,
        Fields = new Dictionary<string, string>(fields),
        WorkOrderId = workOrderId,
        Urgent = urgent || !kind.WorkingHoursOnly,
    };

    /// <summary>Sets when it was written: due at once, in-app notices are there at once.</summary>
    public Notice WrittenAt(DateTimeOffset now)
    {
        CreatedAt = DueAt = now;
        ExpiresAt = now + NoticeKinds.Of(Kind).Lifetime;
        if (Channel == NoticeChannel.InApp) End(NoticeState.Delivered, now);
        return this;
    }

    /// <summary>Waits for working hours.</summary>
    public void HoldUntil(DateTimeOffset at)
    {
        if (State.IsFinal()) return;
        (State, DueAt, WasHeld, ClaimedUntil, ClaimedBy) = (NoticeState.Queued, at, true, null, null);
        if (ExpiresAt < at) ExpiresAt = at + NoticeKinds.Of(Kind).Lifetime;
    }

    /// <summary>The gateway took it.</summary>
    public void Accepted(string? providerId, DateTimeOffset now)
    {
        Attempts++;
        ProviderId ??= providerId;
        AcceptedAt ??= now;
        (ClaimedUntil, ClaimedBy, FailureCode) = (null, null, "");
        if (!State.IsFinal()) State = NoticeState.Accepted; // its receipt may have been faster
        Scrub();
    }

    /// <summary>It did not work this time.</summary>
    public void TryAgainAt(DateTimeOffset at, string code)
    {
        if (State.IsFinal()) return;
        Attempts++;
        (State, DueAt, FailureCode, ClaimedUntil, ClaimedBy) = (NoticeState.Queued, at, code, null, null);
    }

    public void Delivered(DateTimeOffset at) => End(NoticeState.Delivered, at);

    /// <summary>It failed for good on this channel.</summary>
    /// <returns>The notice on the next channel; null when there is none: a person has to look.</returns>
    public Notice? Failed(string code, DateTimeOffset now)
    {
        if (State.IsFinal()) return null;
        var next = Fallbacks.Count == 0 ? null : new Notice
        {
            RecipientKind = RecipientKind,
            RecipientId = RecipientId,
            Address = Address,
            Channel = Fallbacks[0],
            Fallbacks = [.. Fallbacks.Skip(1)],
            FallbackOfId = Id,
            Kind = Kind,
            Fields = new Dictionary<string, string>(Fields),
            WorkOrderId = WorkOrderId,
            Urgent = Urgent,
        }.WrittenAt(now);
        FailureCode = code;
        End(NoticeState.Failed, now);
        return next;
    }

    public void Expire(DateTimeOffset now) => End(NoticeState.Expired, now);

    public void MergeInto(Guid digestId, DateTimeOffset now)
    {
        if (State.IsFinal()) return;
        MergedIntoId = digestId;
        End(NoticeState.Merged, now);
    }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    private void End(NoticeState state, DateTimeOffset at)
    {
        if (State.IsFinal()) return;
        (State, EndedAt, ClaimedUntil, ClaimedBy) = (state, at, null, null);
        Scrub();
    }

    /// <summary>What only the recipient may know does not stay in the database.</summary>
    private void Scrub()
    {
        var secrets = NoticeKinds.Of(Kind).SecretFields;
        if (secrets.Any(Fields.ContainsKey)) Fields = Fields.ToDictionary(f => f.Key, f => secrets.Contains(f.Key) ? "" : f.Value);
    }
}
