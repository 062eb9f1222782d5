using System.Linq.Expressions;
using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The worst of a service's documents that were not withdrawn, for lists and counts.</summary>
public enum ServiceState
{
    /// <summary>送达中.</summary>
    UnderWay,

    /// <summary>每一渠道都失败: a person has to act.</summary>
    Failed,

    /// <summary>待书记员认定: read without consent on record.</summary>
    ForClerk,

    /// <summary>公告期内: published, and its day has not come.</summary>
    InNotice,

    /// <summary>已签收，待各方签收: of a mediation statement.</summary>
    AwaitsOthers,

    /// <summary>推定送达.</summary>
    Presumed,

    /// <summary>已送达.</summary>
    Effective,

    /// <summary>已撤回: every document was, before it was served.</summary>
    Withdrawn,
}

public static class ServiceStates
{
    /// <summary>Not served, and not withdrawn: the one list, which the indexes of open services and all that asks for them is made of.</summary>
    public static IReadOnlyList<ServiceState> Open { get; } =
    [ServiceState.UnderWay, ServiceState.Failed, ServiceState.ForClerk, ServiceState.InNotice, ServiceState.AwaitsOthers];

    /// <summary>In the words of the indexes: constants, which a parameter would not match.</summary>
    public static readonly Expression<Func<Service, bool>> AreOpen = IsOneOf(Open);

    public static bool IsOpen(this ServiceState state) => Open.Contains(state);

    /// <summary>Certain or presumed: what a certificate can be made of.</summary>
    public static bool IsServed(this ServiceState state) => state is ServiceState.Effective or ServiceState.Presumed;

    private static Expression<Func<Service, bool>> IsOneOf(IEnumerable<ServiceState> states)
    {
        var service = Expression.Parameter(typeof(Service), "s");
        var state = Expression.Property(service, nameof(Service.State));
        var any = states.Select(s => Expression.Equal(state, Expression.Constant(s))).Aggregate(Expression.OrElse);
        return Expression.Lambda<Func<Service, bool>>(any, service);
    }
}

/// <summary>
/// The documents of one task for one recipient of one case (送达): its attempts are what was done, its copies what came of it for
/// each document. One hash chain, so that the certificate shows the whole trace.
/// </summary>
public sealed partial class Service : Aggregate
{
    private Service() { }

    public Guid TaskId { get; private init; }
    public string TaskNumber { get; private init; } = "";

    /// <summary>1, 2, 3 … within the task: the order of the confirmed list.</summary>
    public int Position { get; private init; }

    public Guid CaseId { get; private init; }
    public string CaseNumber { get; private init; } = "";
    public Guid CourtId { get; private init; }

    /// <summary>越秀区人民法院: as recipients read it.</summary>
    public string CourtName { get; private init; } = "";

    public Guid DivisionId { get; private init; }

    /// <summary>Of the notices that carry its documents.</summary>
    public Subject Subject => new(SubjectKind.Service, Id) { CourtId = CourtId, DivisionId = DivisionId };

    /// <summary>Of the notices that only go along with it.</summary>
    public Subject TaskSubject => new(SubjectKind.ServiceTask, TaskId) { CourtId = CourtId, DivisionId = DivisionId };

    public Guid ClerkId { get; private init; }
    public string ClerkName { get; private init; } = "";

    /// <summary>Restricted cases: what leaves the court says nothing of content, case or names.</summary>
    public bool IsSensitive { get; private init; }

    /// <summary>As staff see the recipient.</summary>
    public string ShownRecipient => ShownName.Of(RecipientName, IsSensitive);

    public Procedure Procedure { get; private init; }

    /// <summary>By the procedure of first instance: also a retrial that follows it.</summary>
    public bool IsFirstInstance { get; private set; }

    /// <summary>The party that is served; serving its agent serves it (CPL 88, JI 132).</summary>
    public Guid PartyId { get; private init; }

    public Guid? AgentId { get; private init; }
    public string RecipientName { get; private init; } = "";

    /// <summary>原告, 被告的代理律师.</summary>
    public string RecipientRole { get; private init; } = "";

    /// <summary>Keyed hash of the ID number, see <see cref="Litigants.IIdentityKeys"/>; empty for an organisation or when unknown.</summary>
    public string RecipientKey { get; private init; } = "";

    /// <summary>For searching; empty when none is known.</summary>
    public string RecipientPhone { get; private init; } = "";

    /// <summary>The recipient's account when the service began; null when there was none.</summary>
    public Guid? LitigantId { get; private init; }

    /// <summary>The party has a domicile in China; null while unknown.</summary>
    public bool? HasDomicile { get; private set; }

    /// <summary>The party's domicile is in 港澳台.</summary>
    public bool IsSarOrTaiwan { get; private set; }

    /// <summary>Of an accused; null while unknown.</summary>
    public bool? IsInCustody { get; private set; }

    /// <summary>Null while unknown.</summary>
    public TrialProcedure? TrialProcedure { get; private set; }

    public LimitFacts LimitFacts =>
        new(Procedure, IsFirstInstance, TrialProcedure, HasDomicile, IsInCustody) { IsSarOrTaiwan = IsSarOrTaiwan };

    /// <summary>Consent to electronic service on record, in words; empty where there is none.</summary>
    public string Consent { get; private set; } = "";

    public string DocumentTitles { get; private init; } = "";
    public DateTimeOffset BegunAt { get; private init; }
    public ServiceState State { get; private set; }

    /// <summary>The latest of its documents' days, when all that were not withdrawn are served.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>When facts that are known become a conclusion by time alone; null where none waits.</summary>
    public DateTimeOffset? ConcludesAt { get; private set; }

    /// <summary>要纸质文书: asked for by the recipient (CPL 90); does not change the date.</summary>
    public DateTimeOffset? PaperAskedAt { get; private set; }

    public DateTimeOffset? PaperSentAt { get; private set; }

    public List<ServiceCopy> Copies { get; private init; } = [];
    public List<ServiceAttempt> Attempts { get; private init; } = [];

    /// <summary>Without the documents that were withdrawn.</summary>
    public IEnumerable<ServiceCopy> StandingCopies() => Copies.Where(c => !c.IsWithdrawn);

    /// <summary>Serving documents begins: an attempt for each way that was confirmed, with its notice.</summary>
    /// <param name="facts">Of the case and of the party that is served.</param>
    /// <param name="documents">Frozen.</param>
    public static Service Begin(
        ServiceTask task,
        ServicePlan plan,
        PlannedRecipient recipient,
        int position,
        Case @case,
        LimitFacts facts,
        string courtName,
        RecipientAccount account,
        IEnumerable<ServedDocument> documents,
        ServiceLinks links,
        DateTimeOffset now
    )
    {
        var all = documents.OrderBy(d => d.Position).ToList();
        var service = new Service
        {
            Id = recipient.ServiceId,
            TaskId = task.Id,
            TaskNumber = task.Number,
            Position = position,
            CaseId = plan.CaseId,
            CaseNumber = @case.Number,
            CourtId = @case.CourtId,
            CourtName = courtName,
            DivisionId = @case.DivisionId,
            ClerkId = task.ClerkId,
            ClerkName = task.ClerkName,
            IsSensitive = @case.IsSensitive,
            Procedure = facts.Procedure,
            IsFirstInstance = facts.ByFirstInstance == true,
            TrialProcedure = facts.TrialProcedure,
            HasDomicile = facts.HasDomicile,
            IsSarOrTaiwan = facts.IsSarOrTaiwan,
            IsInCustody = facts.IsInCustody,
            PartyId = recipient.PartyId,
            AgentId = recipient.AgentId,
            RecipientName = recipient.Name,
            RecipientRole = recipient.Role,
            RecipientKey = account.IdentityKey,
            RecipientPhone = account.Phone,
            LitigantId = account.LitigantId,
            Consent = recipient.Consent,
            DocumentTitles = ServiceTask.TitlesOf(all.Select(d => d.Title)),
            BegunAt = now,
        };
        service.Copies.AddRange(
            all.Select(d => new ServiceCopy
            {
                Id = Guid.CreateVersion7(now),
                ServiceId = service.Id,
                DocumentId = d.Id,
                Kind = d.Kind,
                Title = d.Title,
                Position = d.Position,
                IsAppealable = d.IsAppealable,
            })
        );
        service.Raise(
            service.FactFor(ServiceFacts.Begun, new Actor(ActorKind.Staff, task.ClerkId, task.ClerkName), now, service.AsBegun(all))
        );
        foreach (var way in recipient.Ways)
            service.Attempt(way, null, links, Actor.System, now);
        return service;
    }

    internal BegunData AsBegun(IReadOnlyList<ServedDocument> documents) =>
        new(PartyId, AgentId, LimitFacts, Consent, [.. documents.Select(d => BegunDocument.Of(TracedCopy.Of(CopyWith(d.Id)), d))]);

    /// <summary>Watchers: the task's page, the clerk's and the division's lists, the recipient's own screens.</summary>
    private Fact FactFor(string kind, Actor by, DateTimeOffset now, ServiceFactData? data = null, string content = "") =>
        new(kind, by, now)
        {
            Data = data,
            Content = content,
            Topics =
            [
                LiveTopic.ServiceTask(TaskId),
                LiveTopic.Staff(ClerkId),
                LiveTopic.ServicesOf(DivisionId),
                CaseTopics.Case(CaseId),
                .. LitigantId is { } litigant ? [LiveTopic.Litigant(litigant)] : Array.Empty<string>(),
                .. by.Kind == ActorKind.Litigant && by.Id != LitigantId ? [LiveTopic.Litigant(by.Id)] : Array.Empty<string>(),
            ],
        };

    /// <summary>One of its documents can be appealed.</summary>
    public bool StartsAppeal => StandingCopies().Any(c => LimitOf(c)?.Kind == TimeLimitKind.Appeal);

    private ServiceAttempt AttemptOf(Guid id) => Attempts.Find(a => a.Id == id) ?? throw ServiceErrors.AttemptNotFound();

    private ServiceCopy CopyWith(Guid documentId) => Copies.Find(c => c.DocumentId == documentId) ?? throw ServiceErrors.DocumentNotFound();

    /// <summary>As screens and the trace show an address.</summary>
    public static string Mask(ServiceAttempt attempt) => ServiceAddresses.Mask(attempt.Channel, attempt.Address);
}

/// <summary>Who the recipient is to this platform when the service begins.</summary>
/// <param name="UsesWeChat">The account has an openid.</param>
public sealed record RecipientAccount(string IdentityKey, string Phone, Guid? LitigantId, bool UsesWeChat);
