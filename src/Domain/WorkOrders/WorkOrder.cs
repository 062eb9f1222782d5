using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>A 12368 work order (工单): one message of a litigant, with one owner, one deadline and a complete trace.</summary>
public sealed partial class WorkOrder : Handled, IHandled, IOfCase
{
    public const int TitleMaxLength = 60;
    private const int ReplyCodeLength = 4;

    public static readonly NumberSeries Numbers = new("GZ", Digits: 6, Block: 50);

    private WorkOrder() { }

    /// <summary>What the owner puts before an answer by SMS: the last digits of <see cref="Handled.Number"/>.</summary>
    public string ReplyCode => Number.Length <= ReplyCodeLength ? Number : Number[^ReplyCodeLength..];

    public Channel Channel { get; private init; }
    public Category Category { get; private init; }

    /// <summary>Null when the requester is known by phone only.</summary>
    public Guid? LitigantId { get; private init; }

    public string RequesterName { get; private init; } = "";

    /// <summary>Normal form of <see cref="PhoneNumber"/>; empty when unknown.</summary>
    public string RequesterPhone { get; private init; } = "";

    /// <summary>原告, 被告的代理人…; empty when unknown.</summary>
    public string RequesterRole { get; private init; } = "";

    public ReplyWay ReplyWay { get; private init; }
    public Guid? CaseId { get; private init; }

    /// <summary>Normal form; also set when a number was typed that is not known to be the requester's case.</summary>
    public string? CaseNumber { get; private init; }

    /// <summary>The case allows no content outside the court (未成年人、家事).</summary>
    public bool IsSensitive { get; private init; }

    /// <summary>The first sentence of <see cref="Text"/>, for lists.</summary>
    public string Title { get; private init; } = "";

    public string Text { get; private init; } = "";
    public DateTimeOffset ReceivedAt { get; private init; }

    /// <summary>The agent who registered the call; null when it came by itself.</summary>
    public Guid? RegisteredById { get; private init; }

    public WorkOrderState State { get; private set; }

    /// <summary>The court whose figures it counts in, where that is not the owner's: an agent of another court answered at once.</summary>
    public Guid? CountsInCourtId { get; private set; }

    /// <summary>Set with <see cref="CountsInCourtId"/>; empty where the court is known and the division is not.</summary>
    public Guid? CountsInDivisionId { get; private set; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    /// <summary>When its words were screened for early warnings; null again after a supplement.</summary>
    public DateTimeOffset? ScreenedAt { get; private set; }

    /// <summary>
    /// The same person asked about the same case, or without one about the same kind of thing, within 30 days before (重复诉求); set by the
    /// screening.
    /// </summary>
    public bool IsRepeat { get; private set; }

    public List<WorkOrderEntry> Entries { get; } = [];

    public static HandledKind Declared { get; } =
        new(WorkOrderNotices.Words, WorkOrderNotices.Handling, AllActs)
        {
            Own = new OwnNotices
            {
                HandedOver = WorkOrderNotices.Dispatched,
                Urged = WorkOrderNotices.Urged,
                Redo = WorkOrderNotices.Redo,
                Reopened = WorkOrderNotices.Reopened,
                Explained = WorkOrderNotices.Explained,
                Merged = WorkOrderNotices.Merged,
                Moved = WorkOrderNotices.Moved,
                Lapsed = WorkOrderNotices.Lapsed,
            },
        };

    private const HandledActs AllActs =
        HandledActs.Transfer
        | HandledActs.Return
        | HandledActs.Assign
        | HandledActs.Extension
        | HandledActs.Reassignment
        | HandledActs.Remark
        | HandledActs.Urging
        | HandledActs.Merging
        | HandledActs.Review;

    protected override HandledKind Kind => Declared;

    /// <summary>Registers a message and hands it to its owner; the deadline runs from the hand-over.</summary>
    public static WorkOrder Open(NewWorkOrder message, Owner owner, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var order = Register(message, owner, ladder, by, now);
        order.DispatchedAt = now;
        order.Raise(
            order.FactFor(
                WorkOrderFacts.Dispatched,
                Actor.System,
                now,
                new DispatchedData(owner),
                notices:
                [
                    .. message.IsToBeUrgent ? [] : order.TellOwner(WorkOrderNotices.Dispatched, now, null, WorkOrderNotices.SaidIn(order)),
                    .. WorkOrderNotices.Received.ToRequester(order),
                ]
            )
        );
        return order;
    }

    /// <summary>A simple call, answered by the agent and closed (接诉即答).</summary>
    public static WorkOrder OpenAndAnswer(
        NewWorkOrder message,
        Owner agent,
        Ladder ladder,
        string answer,
        Actor by,
        DateTimeOffset now,
        SurveyLink? survey = null
    )
    {
        var order = Register(message, agent, ladder, by, now);
        if (message.AboutCourtId is { } court && (court != agent.CourtId || message.AboutDivisionId is not null))
            (order.CountsInCourtId, order.CountsInDivisionId) = (court, message.AboutDivisionId ?? Guid.Empty);
        order.Answer(Guid.CreateVersion7(), answer, [], by, agent.DivisionName, now, survey);
        return order;
    }

    private static WorkOrder Register(NewWorkOrder message, Owner owner, Ladder ladder, Actor by, DateTimeOffset now)
    {
        var text = CheckedText(message.Text, Declared);
        var order = new WorkOrder
        {
            Id = message.Id,
            Number = message.Number,
            Channel = message.Channel,
            Category = message.Category,
            LitigantId = message.Requester.LitigantId,
            RequesterName = message.Requester.Name,
            RequesterPhone = message.Requester.Phone,
            RequesterRole = message.Requester.Role,
            ReplyWay = message.ReplyWay,
            CaseId = message.CaseId,
            CaseNumber = message.CaseNumber,
            IsSensitive = message.IsSensitive,
            Text = text,
            Title = TitleOf(text),
            ReceivedAt = now,
            RegisteredById = by.Kind == ActorKind.Staff ? by.Id : null,
        };
        order.StartClock(ladder, now);
        order.Attach(message.Attachments, entryId: null);
        order.OwnedBy(owner);
        order.Raise(order.FactFor(WorkOrderFacts.Received, by, now, order.Reception, order.Text));
        return order;
    }

    /// <summary>Whose turn it is on the court's side.</summary>
    private WorkOrderState WithOwner => OwnerRole == Role.LiaisonOfficer ? WorkOrderState.ToAssign : WorkOrderState.ToAnswer;

    private ReceivedData Reception => new(Number, Channel, Category, LitigantId, CaseId, CaseNumber, DueDay, ReplyWay);

    protected override IEnumerable<Notice> ToRequester(NoticeKind kind, IEnumerable<(string Name, string Value)> more) =>
        kind.ToRequester(this, [.. more]);

    protected override IReadOnlyList<string> Topics()
    {
        List<string> topics = [LiveTopic.WorkOrder(Id), .. base.Topics()];
        if (RegisteredById is { } agent)
            topics.Add(LiveTopic.Staff(agent));
        if (LitigantId is { } litigant)
            topics.Add(LiveTopic.Litigant(litigant));
        if (CaseId is { } of)
            topics.Add(CaseTopics.Case(of));
        return topics;
    }

    private void Attach(IReadOnlyList<Attachment> attachments, Guid? entryId)
    {
        if (attachments.Count > Attachment.MaxPerMessage)
            throw WorkOrderErrors.TooManyAttachments();
        foreach (var attachment in attachments)
            attachment.BelongTo(SubjectKind.WorkOrder, Id, entryId);
    }

    private static string TitleOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOfAny(['。', '？', '！', '?', '!', '；']);
        if (end > 0 && end < TitleMaxLength)
            return line[..(line[end] is '？' or '?' ? end + 1 : end)];
        if (line.Length <= TitleMaxLength)
            return line;
        var cut = TitleMaxLength - 1;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)] + "…";
    }
}

/// <summary>A message as it arrives, checked and matched with its case.</summary>
public sealed record NewWorkOrder(Guid Id, string Number, Channel Channel, Category Category, Requester Requester, string Text)
{
    public Guid? CaseId { get; init; }
    public string? CaseNumber { get; init; }
    public bool IsSensitive { get; init; }

    public ReplyWay ReplyWay { get; init; }

    /// <summary>The court of the case, or the one the requester named: whose figures an answer at once counts in.</summary>
    public Guid? AboutCourtId { get; init; }

    /// <summary>The division of the case.</summary>
    public Guid? AboutDivisionId { get; init; }

    /// <summary>It is marked urgent in the same breath: that notice is the one that its owner gets.</summary>
    public bool IsToBeUrgent { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
