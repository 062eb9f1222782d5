using Domain.Shared;

namespace Domain.Notifications;

/// <summary>
/// One row of the outbox: one recipient and one channel, written in the transaction of the fact that causes it. Its
/// <see cref="Id"/> is the key by which a gateway recognises a second hand-over of the same notice.
/// </summary>
public sealed class Notice
{
    public const int CodeMaxLength = 60;

    /// <summary>Why one <see cref="NoticeState.Expired"/> did not go: our word, no gateway's.</summary>
    public const string OutOfTime = "out_of_time";
    private static readonly TimeSpan s_beforeFallingBack = TimeSpan.FromMinutes(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public RecipientKind RecipientKind { get; init; }
    public Guid? RecipientId { get; init; }

    /// <summary>
    /// The phone number where it is known when the notice is written, whatever the channel. The number of staff, openids and e-mail
    /// addresses are looked up when it is sent.
    /// </summary>
    public string? Address { get; init; }

    public NoticeChannel Channel { get; init; }

    /// <summary>The channels to try next, in order, when this one fails for good.</summary>
    public List<NoticeChannel> Fallbacks { get; init; } = [];

    /// <summary>The notice that failed before this one, on another channel or under another number.</summary>
    public Guid? FallbackOfId { get; init; }

    /// <summary>Key of its <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Values of the kind's fields, masked as the rules for that channel ask. Secret ones are emptied when the notice has been handed over.</summary>
    public Dictionary<string, string> Fields { get; private set; } = [];

    /// <summary>What it is about, as it was when the notice was written; null for what is about nothing, e.g. a sign-in code.</summary>
    public Subject? Subject
    {
        get => SubjectKind is { } kind ? new Subject(kind, SubjectId!.Value) { CourtId = CourtId, DivisionId = DivisionId } : null;
        init => (SubjectKind, SubjectId, CourtId, DivisionId) = (value?.Kind, value?.Id, value?.CourtId, value?.DivisionId);
    }

    public SubjectKind? SubjectKind { get; private init; }
    public Guid? SubjectId { get; private init; }
    public Guid? CourtId { get; private init; }
    public Guid? DivisionId { get; private init; }

    /// <summary>What of the subject it tells, so that it can be taken back with that; null for most.</summary>
    public Guid? PartId { get; private set; }

    /// <summary>What it told must not stand: nobody is shown it any more.</summary>
    public DateTimeOffset? RecalledAt { get; private set; }

    /// <summary>May reach a member of staff outside working hours.</summary>
    public bool Urgent { get; init; }

    /// <summary>Goes out past everything that waits: somebody stands there and needs it now.</summary>
    public bool Express { get; init; }

    public NoticeState State { get; private set; } = NoticeState.Queued;
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not to be sent before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Since when it could have been out: a failed try does not move it, a rule that makes it wait does.</summary>
    public DateTimeOffset FirstDueAt { get; private set; }

    /// <summary>Not to be sent after.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Queued, and not sent by itself: what waits so for the same recipient until <see cref="DueAt"/> becomes one digest.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>It waited for working hours.</summary>
    public bool WasHeld { get; private set; }

    /// <summary>How many <see cref="NoticeAttempt"/> rows it has.</summary>
    public int Attempts { get; private set; }

    /// <summary>By the database's clock: hosts' clocks may differ.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>The claim that holds it; a worker whose claim has ended records nothing.</summary>
    public Guid? ClaimedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When it was delivered, failed, expired or was merged.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The gateway's own number for it.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Why it failed, or why the last attempt did; the gateway's code.</summary>
    public string FailureCode { get; private set; } = "";

    /// <summary>Why it went to nobody, also where its time ran out.</summary>
    public string EndCode => State == NoticeState.Expired ? OutOfTime : FailureCode;

    /// <summary>The digest that told it.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>When the recipient opened it; known for in-app notices.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The version of its template that the recipient saw; null until it was handed over or read.</summary>
    public int? TemplateVersion { get; private set; }

    internal static Notice Make(
        NoticeKind kind,
        NoticeRecipient to,
        NoticeChannel channel,
        IEnumerable<NoticeChannel> fallbacks,
        IReadOnlyDictionary<string, string> fields,
        Subject? subject,
        bool urgent
    ) =>
        new()
        {
            RecipientKind = to.Kind,
            RecipientId = to.Id,
            Address = to.Mobile ?? to.Landline,
            Channel = channel,
            Fallbacks = [.. fallbacks],
            Kind = kind.Key,
            Fields = NoticeFields.Seen(fields, isInside: to.Kind == RecipientKind.Staff && channel == NoticeChannel.InApp),
            Subject = subject,
            Urgent = urgent || !kind.WorkingHoursOnly,
            Express = urgent || kind.Express,
            IsHeld = kind.Digests && !urgent && !kind.Express && to.Kind == RecipientKind.Staff && channel == NoticeChannel.Sms,
        };

    internal static Notice Make(
        NoticeKind kind,
        NoticeChannel channel,
        Guid? litigantId,
        string? address,
        IReadOnlyDictionary<string, string> fields,
        Subject? subject
    ) =>
        new()
        {
            RecipientKind = litigantId is null ? RecipientKind.Phone : RecipientKind.Litigant,
            RecipientId = litigantId,
            Address = address,
            Channel = channel,
            Kind = kind.Key,
            Fields = NoticeFields.Seen(fields, isInside: false),
            Subject = subject,
            Urgent = true,
            Express = kind.Express,
        };

    /// <summary>Sets when it was written: due at once, or after a moment in which others join it; in-app notices are there at once.</summary>
    public Notice WrittenAt(DateTimeOffset now)
    {
        CreatedAt = now;
        DueAt = FirstDueAt = IsHeld ? now + NoticeKind.DigestsWithin : now;
        ExpiresAt = now + Patience;
        if (Channel == NoticeChannel.InApp)
            End(NoticeState.Delivered, now);
        return this;
    }

    /// <summary>It would buzz a phone of staff, which it may in working hours only.</summary>
    public bool KeepsWorkingHours =>
        RecipientKind == RecipientKind.Staff && !Urgent && Channel is NoticeChannel.Sms or NoticeChannel.WeChat;

    /// <summary>Waits for working hours, to be told with what else waits for the same recipient.</summary>
    public void HoldUntil(DateTimeOffset at)
    {
        if (State.IsFinal())
            return;
        BackToTheQueue();
        (DueAt, FirstDueAt, IsHeld, WasHeld) = (at, at, true, true);
        OutliveWaitUntil(at);
    }

    /// <summary>A rule lets it go only then, e.g. nobody is rung up at night: nothing was tried, so nothing failed.</summary>
    public void WaitUntil(DateTimeOffset at, string code)
    {
        if (State.IsFinal())
            return;
        BackToTheQueue();
        (DueAt, FirstDueAt, FailureCode) = (at, at, Shorten(code));
        OutliveWaitUntil(at);
    }

    /// <summary>Nothing else waited with it: it goes by itself.</summary>
    public void GoAlone() => IsHeld = false;

    /// <summary>The claim is given back: nothing was tried.</summary>
    public void Release()
    {
        if (!State.IsFinal())
            BackToTheQueue();
    }

    /// <summary>One more try, whatever came of it.</summary>
    public NoticeAttempt Tried(AttemptOutcome outcome, string code, DateTimeOffset at, TimeSpan took) =>
        new()
        {
            NoticeId = Id,
            Number = ++Attempts,
            Channel = Channel,
            At = at,
            Outcome = outcome,
            Code = Shorten(code),
            TookMs = (int)Math.Min(took.TotalMilliseconds, int.MaxValue),
        };

    /// <summary>The gateway took it.</summary>
    public void Accepted(string? providerId, DateTimeOffset now)
    {
        ProviderId ??= providerId;
        AcceptedAt ??= now;
        (ClaimedUntil, ClaimedBy, FailureCode) = (null, null, "");
        if (!State.IsFinal())
            State = NoticeState.Accepted; // its receipt may have been faster
        Scrub();
    }

    /// <summary>It did not work this time.</summary>
    public void TryAgainAt(DateTimeOffset at, string code)
    {
        if (State.IsFinal())
            return;
        BackToTheQueue();
        (DueAt, FailureCode) = (at, Shorten(code));
    }

    /// <summary>It arrived, whatever else is known of it.</summary>
    public void Delivered(DateTimeOffset at)
    {
        if (State.IsFinal())
            return;
        AcceptedAt ??= at;
        End(NoticeState.Delivered, at);
    }

    /// <summary>It failed for good on this channel.</summary>
    /// <returns>The notice on the next channel; null when there is none: a person has to look.</returns>
    public Notice? Failed(string code, DateTimeOffset now)
    {
        if (State.IsFinal())
            return null;
        var next = OnNextChannel(now);
        FailureCode = Shorten(code);
        End(NoticeState.Failed, now);
        return next;
    }

    /// <summary>It could not be handed over while it made sense on this channel.</summary>
    /// <returns>The notice on the next channel; null when there is none.</returns>
    public Notice? Expire(DateTimeOffset now)
    {
        if (State.IsFinal())
            return null;
        var next = OnNextChannel(now);
        End(NoticeState.Expired, now);
        return next;
    }

    /// <summary>The same words once more after it failed for good, to the same recipient: a call rings again, anything else goes by SMS.</summary>
    /// <param name="address">A corrected number; null for the one it had.</param>
    public Notice Again(string? address, DateTimeOffset now) =>
        Copy(Channel == NoticeChannel.Voice ? NoticeChannel.Voice : NoticeChannel.Sms, [], address ?? Address).WrittenAt(now);

    /// <summary>It tells of this part of its subject.</summary>
    public Notice Telling(Guid part)
    {
        PartId = part;
        return this;
    }

    /// <summary>Gone from the inbox; what has not gone out does not go.</summary>
    public void Recall(DateTimeOffset now)
    {
        RecalledAt ??= now;
        if (State == NoticeState.Queued)
            End(NoticeState.Recalled, now);
    }

    public void MergeInto(Guid digestId, DateTimeOffset now)
    {
        if (State.IsFinal())
            return;
        MergedIntoId = digestId;
        End(NoticeState.Merged, now);
    }

    /// <summary>A value that is known only when the notice goes out.</summary>
    public void Say(string field, string value) => Fields = new Dictionary<string, string>(Fields) { [field] = value };

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    /// <summary>The words that went out; the first hand-over counts, the others repeat it.</summary>
    public void RenderedWith(int version) => TemplateVersion ??= version;

    private Notice? OnNextChannel(DateTimeOffset now) =>
        Fallbacks.Count == 0 ? null : Copy(Fallbacks[0], Fallbacks.Skip(1), Address).WrittenAt(now);

    private Notice Copy(NoticeChannel channel, IEnumerable<NoticeChannel> fallbacks, string? address) =>
        new()
        {
            RecipientKind = RecipientKind,
            RecipientId = RecipientId,
            Address = address,
            Channel = channel,
            Fallbacks = [.. fallbacks],
            FallbackOfId = Id,
            Kind = Kind,
            Fields = new Dictionary<string, string>(Fields),
            Subject = Subject,
            PartId = PartId,
            Urgent = Urgent,
            Express = Express,
        };

    /// <summary>Where there is another way, a channel that does not work is not waited for.</summary>
    private TimeSpan Patience =>
        Fallbacks.Count > 0 && NoticeKinds.Of(Kind).Lifetime > s_beforeFallingBack ? s_beforeFallingBack : NoticeKinds.Of(Kind).Lifetime;

    private void OutliveWaitUntil(DateTimeOffset at)
    {
        if (ExpiresAt <= at)
            ExpiresAt = at + Patience;
    }

    private void BackToTheQueue() => (State, ClaimedUntil, ClaimedBy) = (NoticeState.Queued, null, null);

    private static string Shorten(string code) => code.Length <= CodeMaxLength ? code : code[..CodeMaxLength];

    private void End(NoticeState state, DateTimeOffset at)
    {
        if (State.IsFinal())
            return;
        (State, EndedAt, IsHeld, ClaimedUntil, ClaimedBy) = (state, at, false, null, null);
        Scrub();
    }

    /// <summary>What only the recipient may know does not stay in the database.</summary>
    private void Scrub()
    {
        var secrets = NoticeKinds.Of(Kind).SecretFields;
        if (secrets.Any(Fields.ContainsKey))
            Fields = Fields.ToDictionary(f => f.Key, f => secrets.Contains(f.Key) ? "" : f.Value);
    }
}
