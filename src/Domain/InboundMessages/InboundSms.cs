using Domain.Notifications;
using Domain.Shared;

namespace Domain.InboundMessages;

/// <summary>
/// An SMS that somebody sent to the platform's number, kept before it is read. Nothing that came is dropped: what cannot
/// be acted on waits for a person.
/// </summary>
public sealed class InboundSms : Aggregate
{
    public const int TextMaxLength = 2_000;
    public const int SequenceMaxLength = 80;
    public const int MaxAttempts = 5;

    private InboundSms() { }

    public string Gateway { get; private init; } = "";

    /// <summary>The gateway's own number of it; unique within the gateway.</summary>
    public string Sequence { get; private init; } = "";

    /// <summary>Normal form of <see cref="PhoneNumber"/> where it can be read, else as it came.</summary>
    public string From { get; private init; } = "";

    public string Text { get; private init; } = "";

    /// <summary>The digits behind our number that it was sent to; empty where there are none.</summary>
    public string Extension { get; private init; } = "";

    /// <summary>By the gateway's clock.</summary>
    public DateTimeOffset SentAt { get; private init; }

    public DateTimeOffset ReceivedAt { get; private init; }

    public InboundOutcome Outcome { get; private set; }

    /// <summary>The member of staff who has this number.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>The order it is about, where that is known.</summary>
    public Guid? WorkOrderId { get; private set; }

    /// <summary>The service whose documents it refuses.</summary>
    public Guid? ServiceTaskId { get; private set; }

    /// <summary>Whose matter it is; null for numbers that nobody knows.</summary>
    public Guid? CourtId { get; private set; }

    public Guid? DivisionId { get; private set; }

    /// <summary>Somebody should look (要人看).</summary>
    public bool NeedsPerson { get; private set; }

    /// <summary>An SMS went back.</summary>
    public bool WasAnswered { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>How often reading it broke off.</summary>
    public int Attempts { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>What was done with it; null where it was only marked, or waits.</summary>
    public LetterHandling? Handling { get; private set; }

    public string? HandledByName { get; private set; }

    public static InboundSms Keep(IncomingSms message, DateTimeOffset now)
    {
        var sms = new InboundSms
        {
            Id = Guid.CreateVersion7(),
            Gateway = message.Gateway,
            Sequence = Cut(message.Sequence, SequenceMaxLength),
            From = PhoneNumber.TryRead(message.From, out var number, out _) ? number : Cut(TypedText.Storable(message.From), 20),
            Text = Cut(TypedText.Storable(message.Text), TextMaxLength),
            Extension = Cut(TypedText.Storable(message.Extension), 20),
            SentAt = message.SentAt,
            ReceivedAt = now,
            NotBefore = now,
        };
        sms.Raise(sms.FactFor(InboundFacts.Kept, Actor.System, now) with { Content = sms.Text });
        return sms;
    }

    /// <summary>Of notices about no order.</summary>
    /// <param name="sender">Whose people look after them; null for numbers that nobody knows.</param>
    public Subject AboutItself(StaffPost? sender) =>
        new(SubjectKind.InboundSms, Id) { CourtId = sender?.CourtId, DivisionId = sender?.DivisionId };

    /// <summary>What became of it.</summary>
    public void Decide(InboundDecision decision, DateTimeOffset now)
    {
        if (Outcome != InboundOutcome.Waiting)
            throw InboundErrors.AlreadyDecided();
        (Outcome, StaffId, WorkOrderId, ServiceTaskId, CourtId, DivisionId) = (
            decision.Outcome,
            decision.StaffId,
            decision.WorkOrderId,
            decision.ServiceTaskId,
            decision.CourtId,
            decision.DivisionId
        );
        (NeedsPerson, WasAnswered, DecidedAt) = (decision.NeedsPerson, decision.Answer.Count > 0, now);
        Raise(
            FactFor(InboundFacts.Decided, Actor.System, now) with
            {
                Data = new InboundDecidedData(Outcome, NeedsPerson, WasAnswered)
                {
                    StaffId = StaffId,
                    WorkOrderId = WorkOrderId,
                    ServiceTaskId = ServiceTaskId,
                    CourtId = CourtId,
                    DivisionId = DivisionId,
                },
                Notices = [.. decision.Answer, .. decision.Asked],
            }
        );
    }

    /// <summary>Reading it broke off: again a little later, and in the end a person's matter.</summary>
    public void Stumbled(DateTimeOffset now)
    {
        if (Outcome != InboundOutcome.Waiting)
            return;
        Attempts++;
        NotBefore = now.AddSeconds(5 << Attempts);
        if (Attempts >= MaxAttempts)
            Decide(new InboundDecision(InboundOutcome.Failed) { NeedsPerson = true }, now);
    }

    /// <summary>Somebody has looked (标记已处理).</summary>
    public void MarkHandled(Actor by, DateTimeOffset now)
    {
        if (HandledAt is not null)
            return;
        if (Outcome == InboundOutcome.Waiting)
            throw InboundErrors.NotDecided();
        (HandledAt, HandledByName) = (now, by.Name);
        Raise(FactFor(InboundFacts.Handled, by, now));
    }

    /// <summary>Of somebody outside the house: a person decides what becomes of it.</summary>
    public bool IsLetter => Outcome is InboundOutcome.FromLitigant or InboundOutcome.UnknownNumber or InboundOutcome.ServiceRefused;

    /// <summary>It went into an order.</summary>
    public void Settle(LetterHandling handling, Guid workOrderId, Actor by, DateTimeOffset now)
    {
        CheckUnhandled();
        WorkOrderId = workOrderId;
        Handle(handling, [], "", by, now);
    }

    /// <summary>A person wrote back.</summary>
    public void Answered(string words, IEnumerable<Notice> reply, Actor by, DateTimeOffset now)
    {
        CheckUnhandled();
        WasAnswered = true;
        Handle(LetterHandling.Answered, reply, words, by, now);
    }

    private void CheckUnhandled()
    {
        if (HandledAt is { } at)
            throw InboundErrors.Handled(HandledByName!, at);
    }

    private void Handle(LetterHandling handling, IEnumerable<Notice> notices, string words, Actor by, DateTimeOffset now)
    {
        (HandledAt, HandledByName, Handling) = (now, by.Name, handling);
        Raise(
            FactFor(InboundFacts.Handled, by, now) with
            {
                Data = new LetterHandledData(handling, WorkOrderId),
                Content = words,
                Notices = [.. notices],
            }
        );
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now)
    {
        List<string> topics = [LiveTopic.InboundSms];
        if (DivisionId is { } division)
            topics.Add(LiveTopic.Division(division));
        return new Fact(kind, by, now) { Topics = topics };
    }

    private static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}

/// <summary>As the gateway hands it over.</summary>
public sealed record IncomingSms(string Gateway, string Sequence, string From, string Text, string Extension, DateTimeOffset SentAt);

/// <param name="Outcome">Never <see cref="InboundOutcome.Waiting"/>.</param>
public sealed record InboundDecision(InboundOutcome Outcome)
{
    public Guid? StaffId { get; init; }
    public Guid? WorkOrderId { get; init; }

    /// <summary>The newest, where several could be meant.</summary>
    public Guid? ServiceTaskId { get; init; }
    public Guid? CourtId { get; init; }
    public Guid? DivisionId { get; init; }
    public bool NeedsPerson { get; init; }

    /// <summary>What goes back to the sender.</summary>
    public IReadOnlyList<Notice> Answer { get; init; } = [];

    /// <summary>Who else is asked to look.</summary>
    public IReadOnlyList<Notice> Asked { get; init; } = [];
}
