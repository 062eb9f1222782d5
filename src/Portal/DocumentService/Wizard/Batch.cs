using Domain.DocumentService;
using Infrastructure.DocumentService;

namespace Portal.DocumentService.Wizard;

/// <summary>The same notice for many cases: who is served how follows from the record, and what does not is named.</summary>
public sealed class Batch
{
    public Guid TaskId { get; set; } = Guid.CreateVersion7();

    public SortedDictionary<string, BatchCase> Cases { get; } = new(StringComparer.Ordinal);

    public List<ServingDocument> Documents { get; } = [];

    /// <summary>Whom nothing electronic reaches: by post where an address is on record.</summary>
    public bool PostInstead { get; set; }

    /// <summary>Recorded for everybody whom then nothing reaches; empty leaves their cases out.</summary>
    public string LeftOutReason { get; set; } = "";

    /// <summary>Everybody's name, number and address stand there in full.</summary>
    public RecipientsRevealed? Revealed { get; set; }

    /// <summary>As of <see cref="Serving.StaysWithChosen"/>.</summary>
    public bool StaysWithChosen { get; set; }

    /// <summary>The task that is corrected; its cases are the batch's.</summary>
    public ServiceTask? Corrects { get; set; }

    public bool HasDocuments =>
        Documents.Count > 0
        && Documents.TrueForAll(d => d.Title.Trim().Length > 0)
        && (Corrects is null || Documents.Exists(d => d.CorrectsId is not null));

    public IReadOnlyList<BatchPlan> Plans { get; private set; } = [];

    public IReadOnlyList<BatchPlan> Ready { get; private set; } = [];

    public IReadOnlyList<BatchPlan> Stuck { get; private set; } = [];

    public int Recipients => Ready.Sum(p => p.Served);

    public int Items => Ready.Sum(p => p.Ways) * Documents.Count;

    public void Plan(IReadOnlyDictionary<Guid, IReadOnlyList<Recipient>> proposal)
    {
        Plans =
        [
            .. Cases.Values.Select(c =>
                BatchPlan.Of(c, proposal.GetValueOrDefault(c.Id) ?? [], PostInstead, LeftOutReason.Trim(), Documents)
            ),
        ];
        Ready = [.. Plans.Where(p => p.IsReady)];
        Stuck = [.. Plans.Where(p => !p.IsReady)];
    }

    public ConfirmedService Confirmed() =>
        new(
            TaskId,
            [.. Documents.Select(d => d.Confirmed())],
            [.. Ready.Select(p => new ConfirmedCase(p.Case.Id, p.Recipients))],
            Corrects?.Id
        )
        {
            Revealed = Revealed,
            StaysWithChosen = StaysWithChosen,
        };
}

/// <summary>What becomes of one case of a batch.</summary>
/// <param name="Why">Who of it cannot be served, and why; empty when everybody is served or left out with a reason.</param>
public sealed record BatchPlan(BatchCase Case, IReadOnlyList<ConfirmedRecipient> Recipients, string Why)
{
    public int Served => Recipients.Count(r => r.Ways.Count > 0);

    public int Ways => Recipients.Sum(r => r.Ways.Count);

    public bool IsReady => Why.Length == 0;

    public static BatchPlan Of(
        BatchCase @case,
        IReadOnlyList<Recipient> recipients,
        bool postInstead,
        string leftOutReason,
        IReadOnlyList<ServingDocument> documents
    )
    {
        List<ConfirmedRecipient> planned = [];
        List<string> why = [];
        foreach (var recipient in recipients)
        {
            var ways = recipient.Proposed();
            if (ways.Count == 0 && recipient.DefaultReason.Length == 0 && postInstead)
                ways = [.. recipient.WaysBy(ServiceChannel.Post).Take(1)];
            var reason =
                ways.Count > 0 ? ""
                : recipient.DefaultReason.Length > 0 ? recipient.DefaultReason
                : leftOutReason;
            if (ways.Count == 0 && reason.Length == 0)
                why.Add($"{recipient.Shown}（{recipient.Role}）：{recipient.WhyNot()}");
            planned.Add(
                new ConfirmedRecipient(recipient.Key, [.. ways.Select(w => new ConfirmedWay(w.Channel, w.Address, w.Basis))], reason)
            );
        }

        var served = planned.Where(r => r.Ways.Count > 0).Select(r => r.Key.PartyId).ToHashSet();
        var missing = MissingFact.For(
            documents.Select(d => (d.Kind, d.IsAppealable)),
            recipients.Where(r => r.AgentId is null && served.Contains(r.PartyId))
        );
        if (missing.Count > 0)
            why.Add($"还不知道{string.Join('、', missing.Select(m => m.Words))}，期限不能确定。");
        if (why.Count == 0 && planned.TrueForAll(r => r.Ways.Count == 0))
            why.Add("没有一位受送达人能送达");
        return new BatchPlan(@case, planned, string.Join(" ", why));
    }
}
