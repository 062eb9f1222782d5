using Domain.Shared;

namespace Domain.DocumentService;

public enum ServiceTaskState
{
    /// <summary>Documents are being frozen, services begun, case by case.</summary>
    Preparing,

    /// <summary>Every case's services have begun.</summary>
    Running,

    /// <summary>撤回: recorded; what has been served stays served.</summary>
    Withdrawn,
}

/// <summary>
/// One confirmation of a clerk (送达任务): documents for recipients of one case, or the same notice for up to
/// <see cref="MaxCases"/> cases. Accepting it stores it with one <see cref="ServicePlan"/> for each case; the worker does the rest.
/// </summary>
public sealed class ServiceTask : Aggregate
{
    public const int MaxCases = 1_000;
    public const int MaxDocuments = 30;
    public const int TitleMaxLength = 80;
    public const int ReasonMaxLength = 300;

    public static readonly NumberSeries Numbers = new("SD", Digits: 4, Block: 5);

    private ServiceTask() { }

    /// <summary><c>SD20261120-0042</c>.</summary>
    public string Number { get; private init; } = "";

    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }

    /// <summary>Who confirmed it (送达人).</summary>
    public Guid ClerkId { get; private init; }

    public string ClerkName { get; private init; } = "";
    public DateTimeOffset ConfirmedAt { get; private init; }

    /// <summary>In the order in which they are served.</summary>
    public List<TaskDocument> Documents { get; private init; } = [];

    /// <summary>民事判决书、上诉须知: for lists.</summary>
    public string DocumentTitles { get; private init; } = "";

    /// <summary>Of the only case, half-width normal form; null for several.</summary>
    public string? CaseNumber { get; private init; }

    /// <summary>The only case; null for several.</summary>
    public Guid? CaseId { get; private init; }

    public int CaseCount { get; private init; }

    /// <summary>Recipients over all cases: what progress is measured against.</summary>
    public int RecipientCount { get; private init; }

    /// <summary>The task whose documents this one corrects.</summary>
    public Guid? CorrectsTaskId { get; private init; }

    public ServiceTaskState State { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string Reason { get; private set; } = "";

    /// <param name="plans">One for each case, with everything that the clerk confirmed.</param>
    /// <param name="revealed">Why everybody was shown in full before; null when nobody was.</param>
    public static ServiceTask Confirm(
        Guid id,
        string number,
        Guid divisionId,
        IReadOnlyList<TaskDocument> documents,
        IReadOnlyList<ServicePlan> plans,
        Guid? correctsTaskId,
        Actor by,
        DateTimeOffset now,
        RecipientsRevealed? revealed = null
    )
    {
        var post = by.Post ?? throw new InvalidOperationException("Only staff serve documents.");
        var only = plans.Count == 1 ? plans[0] : null;
        var task = new ServiceTask
        {
            Id = id,
            Number = number,
            CourtId = post.CourtId,
            DivisionId = divisionId,
            ClerkId = by.Id,
            ClerkName = by.Name,
            ConfirmedAt = now,
            Documents = [.. documents],
            DocumentTitles = TitlesOf(documents.Select(d => d.Title)),
            CaseNumber = only?.CaseNumber,
            CaseId = only?.CaseId,
            CaseCount = plans.Count,
            RecipientCount = plans.Sum(p => p.Recipients.Count(r => r.Ways.Count > 0)),
            CorrectsTaskId = correctsTaskId,
        };
        var data = new TaskConfirmedData(task.Documents, [.. plans.Select(TracedPlan.Of)], task.RecipientCount, correctsTaskId)
        {
            LeftOut = [.. plans.SelectMany(TracedLeftOut.Of)],
            Revealed = revealed,
        };
        task.Raise(task.FactFor(ServiceFacts.Confirmed, by, now, data));
        return task;
    }

    /// <summary>Every case's services have begun.</summary>
    public void Started(DateTimeOffset now)
    {
        if (State != ServiceTaskState.Preparing)
            return;
        State = ServiceTaskState.Running;
        Raise(FactFor(ServiceFacts.Started, Actor.System, now));
    }

    /// <summary>Cases that could not be begun wait for the worker again.</summary>
    public void Retry(IReadOnlyCollection<ServicePlan> failed, Actor by, DateTimeOffset now)
    {
        if (State == ServiceTaskState.Withdrawn)
            throw ServiceErrors.Withdrawn();
        foreach (var plan in failed)
            (plan.State, plan.FailureCode, plan.Tries, plan.ClaimedUntil) = (ServicePlanState.Waiting, "", 0, null);
        State = ServiceTaskState.Preparing;
        Raise(FactFor(ServiceFacts.PlansRetried, by, now, new PlansRetriedData([.. failed.Select(p => p.Id)])));
    }

    public void Withdraw(string reason, Actor by, DateTimeOffset now)
    {
        if (State == ServiceTaskState.Withdrawn)
            throw ServiceErrors.Withdrawn();
        (State, WithdrawnAt, Reason) = (ServiceTaskState.Withdrawn, now, ServiceTexts.Reason(reason));
        Raise(FactFor(ServiceFacts.Withdrawn, by, now, new WithdrawnData(Reason)));
    }

    /// <summary>A member of staff looked at a served document: no opening by the recipient, and nothing for screens.</summary>
    public void DocumentViewed(ServedDocument document, Actor by, DateTimeOffset now) =>
        Raise(
            new Fact(ServiceFacts.DocumentViewed, by, now) { Data = new DocumentViewedData(document.Id, document.Serial, document.Title) }
        );

    /// <returns>At most <see cref="TitlesMaxLength"/> characters.</returns>
    public static string TitlesOf(IEnumerable<string> titles)
    {
        var all = string.Join('、', titles);
        return all.Length <= TitlesMaxLength ? all : all[..(TitlesMaxLength - 1)] + "…";
    }

    public const int TitlesMaxLength = 200;

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData? data = null) =>
        new(kind, by, now)
        {
            Data = data,
            Topics = [LiveTopic.ServiceTask(Id), LiveTopic.Staff(ClerkId), LiveTopic.ServicesOf(DivisionId), LiveTopic.ServicePlans],
        };
}

/// <summary>A document as the clerk chose it.</summary>
/// <param name="Sha256">Of the PDF before it is stamped: an upload (a Word file was converted on its way in) or a document of the trial system.</param>
/// <param name="Pages">Of that PDF.</param>
/// <param name="IsAppealable">Of a ruling: one that may be appealed (不予受理、管辖权异议、驳回起诉).</param>
/// <param name="CaseDocumentId">The trial system's document that it was taken over from.</param>
/// <param name="CorrectsId">The document of the corrected task (<see cref="ServiceTask.CorrectsTaskId"/>) that this one corrects, by its
/// <see cref="Id"/> there.</param>
public sealed record TaskDocument(
    Guid Id,
    DocumentKind Kind,
    string Title,
    string Sha256,
    int Pages,
    bool IsAppealable = true,
    Guid? CaseDocumentId = null,
    Guid? CorrectsId = null
);
