using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.DocumentService;

public enum ServiceDutyKind
{
    /// <summary>待邮寄: no channel reached the person.</summary>
    Post,

    /// <summary>待公告: the post came back too.</summary>
    PublicNotice,
}

/// <summary>
/// What no channel reached and a clerk has to serve by hand (待邮寄、公告). Supervised like an order: it ends when an attempt by post, in
/// person or by public notice is recorded, when the documents turn out to be served after all, or when the service is withdrawn.
/// </summary>
public sealed class ServiceDuty : Supervised
{
    private ServiceDuty() { }

    public ServiceDutyKind Kind { get; private init; }
    public Guid ServiceId { get; private init; }
    public Guid TaskId { get; private init; }
    public string TaskNumber { get; private init; } = "";
    public Guid CaseId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public bool IsSensitive { get; private init; }

    /// <summary>As staff see the recipient.</summary>
    public string ShownRecipient => ShownName.Of(RecipientName, IsSensitive);
    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }

    /// <summary>Who owes it.</summary>
    public Guid ClerkId { get; private init; }

    public string ClerkName { get; private init; } = "";
    public Guid PartyId { get; private init; }
    public Guid? AgentId { get; private init; }
    public string RecipientName { get; private init; } = "";
    public string RecipientRole { get; private init; } = "";
    public string DocumentTitles { get; private init; } = "";

    /// <summary>What was tried, in words: 微信未送达，短信链接没有回应.</summary>
    public string Tried { get; private init; } = "";

    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it ended, in words: 已邮寄, 已送达, 已撤回.</summary>
    public string EndedBy { get; private set; } = "";

    public bool WasLate { get; private set; }

    public override Subject Subject => new(SubjectKind.ServiceDuty, Id) { CourtId = CourtId, DivisionId = DivisionId };

    protected override bool IsDone => EndedAt is not null;

    protected override DateOnly StartOfOldClock => ChinaTime.DayOf(OpenedAt);

    public static ServiceDuty Open(ServiceDutyKind kind, Service service, Ladder ladder, DateTimeOffset now)
    {
        var duty = new ServiceDuty
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            ServiceId = service.Id,
            TaskId = service.TaskId,
            TaskNumber = service.TaskNumber,
            CaseId = service.CaseId,
            CaseNumber = service.CaseNumber,
            IsSensitive = service.IsSensitive,
            CourtId = service.CourtId,
            DivisionId = service.DivisionId,
            ClerkId = service.ClerkId,
            ClerkName = service.ClerkName,
            PartyId = service.PartyId,
            AgentId = service.AgentId,
            RecipientName = service.RecipientName,
            RecipientRole = service.RecipientRole,
            DocumentTitles = service.DocumentTitles,
            Tried = ServiceTrace.Tried(service.Tried()),
            OpenedAt = now,
        };
        duty.StartClock(ladder, now);
        duty.Raise(
            duty.FactFor(
                ServiceDutyFacts.Opened,
                new DutyOpenedData(kind, service.Id, service.ClerkId, service.Tried(), duty.DueDay),
                now
            ) with
            {
                Notices = [.. duty.Tell(ServiceDutyNotices.Opened, duty.ClerkId)],
            }
        );
        return duty;
    }

    public const int TriedMaxLength = 300;

    /// <param name="how">已邮寄, 已送达 …</param>
    public void End(string how, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        (EndedAt, EndedBy, WasLate) = (now, how, now >= DueAt);
        StopClock();
        Raise(FactFor(ServiceDutyFacts.Ended, new DutyEndedData(how, WasLate), now));
    }

    protected override SupervisionNotices SupervisionNotices => ServiceDutyNotices.Supervision;

    protected override IReadOnlyDictionary<string, string> NoticeFields => ServiceDutyNotices.Fields(this);

    protected override ToldPerson? OwedBy => new(ClerkId, ClerkName, Role.Clerk);

    protected override IReadOnlyList<string> SupervisionTopics =>
        [
            LiveTopic.Staff(ClerkId),
            LiveTopic.ServicesOf(DivisionId),
            LiveTopic.Division(DivisionId),
            LiveTopic.Court(CourtId),
            LiveTopic.ServiceTask(TaskId),
        ];

    private Fact FactFor(string kind, FactData data, DateTimeOffset now) =>
        new(kind, Actor.System, now) { Data = data, Topics = SupervisionTopics };
}

/// <summary>The words of a duty's trace.</summary>
public static class ServiceDutyFacts
{
    public const string Opened = "service_duty_opened";
    public const string Ended = "service_duty_ended";

    public static string Chinese(string kind) =>
        kind switch
        {
            Opened => "转书记员送达",
            Ended => "办结",
            _ => SupervisionFacts.Chinese(kind) ?? kind,
        };

    public static string Chinese(this ServiceDutyKind kind) => kind == ServiceDutyKind.Post ? "待邮寄" : "待公告";
}
