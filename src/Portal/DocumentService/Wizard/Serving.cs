using Domain.DocumentService;
using Infrastructure.DocumentService;

namespace Portal.DocumentService.Wizard;

/// <summary>A service that a clerk is putting together: documents, and for each recipient the ways or the reason.</summary>
public sealed class Serving(ServableCase @case)
{
    /// <summary>Kept in the draft, so that confirming once more after a lost answer is the same confirmation.</summary>
    public Guid TaskId { get; set; } = Guid.CreateVersion7();

    public ServableCase Case => @case;

    public List<ServingDocument> Documents { get; } = [];

    public List<ServingRecipient> Recipients { get; } = [];

    /// <summary>Everybody's name, number and address stand there in full: asked for once, for the whole service.</summary>
    public RecipientsRevealed? Revealed { get; set; }

    /// <summary>No other channel follows by itself where the chosen ones do not reach somebody.</summary>
    public bool StaysWithChosen { get; set; }

    /// <summary>The task that is corrected, and its documents to choose from.</summary>
    public ServiceTask? Corrects { get; set; }

    public int Blocked => Recipients.Count(r => r.IsBlocked);

    public IEnumerable<ServingRecipient> Served => Recipients.Where(r => r.Chosen.Count > 0);

    /// <summary>Every document to every recipient by every way.</summary>
    public int Items => Served.Sum(r => r.Chosen.Count) * Documents.Count;

    public int ItemsBy(Func<ServiceChannel, bool> channel) => Served.Sum(r => r.Chosen.Count(w => channel(w.Channel))) * Documents.Count;

    public bool HasDocuments =>
        Documents.Count > 0
        && Documents.TrueForAll(d => d.Title.Trim().Length > 0)
        && (Corrects is null || Documents.Exists(d => d.CorrectsId is not null));

    public bool HasRecipients => Blocked == 0 && Served.Any() && Missing.Count == 0;

    /// <summary>What the law asks of the case and its parties and nobody has said yet.</summary>
    public IReadOnlyList<MissingFact> Missing =>
        MissingFact.For(
            Documents.Select(d => (d.Kind, d.IsAppealable)),
            Recipients
                .Where(r => r.Contact is null && r.Of.AgentId is null && Served.Any(s => s.Of.PartyId == r.Of.PartyId))
                .Select(r => r.Of)
        );

    /// <summary>Takes the record over anew; what was chosen stays as far as it is still there.</summary>
    public void Renew(IReadOnlyList<Recipient> known)
    {
        var contacts = Recipients.Where(r => r.Contact is not null).ToList();
        var before = Recipients.Where(r => r.Contact is null).ToDictionary(r => r.Of.Key);
        Recipients.Clear();
        foreach (var recipient in known)
        {
            Recipients.Add(
                before.TryGetValue(recipient.Key, out var old)
                    ? ServingRecipient.Again(recipient, old)
                    : ServingRecipient.Proposed(recipient)
            );
            Recipients.AddRange(contacts.Where(c => c.Of.Key == recipient.Key));
        }
    }

    public void AddContact(Recipient party, PartyContact contact, KnownWay way)
    {
        var at = Recipients.FindLastIndex(r => r.Of.PartyId == party.PartyId);
        Recipients.Insert(at + 1, new ServingRecipient(party) { Contact = contact, Chosen = { way } });
    }

    public ConfirmedService Confirmed() =>
        new(
            TaskId,
            [.. Documents.Select(d => d.Confirmed())],
            [new ConfirmedCase(Case.Id, [.. Recipients.Select(r => r.Confirmed())])],
            Corrects?.Id
        )
        {
            Revealed = Revealed,
            StaysWithChosen = StaysWithChosen,
        };
}

/// <summary>An upload or a document of the trial system.</summary>
public sealed class ServingDocument
{
    public DocumentKind Kind { get; set; }
    public required string Title { get; set; }
    public int Pages { get; init; }
    public bool IsAppealable { get; set; }
    public Guid? AttachmentId { get; init; }
    public Guid? CaseDocumentId { get; init; }
    public Guid? CorrectsId { get; set; }

    public Guid Key => AttachmentId ?? CaseDocumentId ?? Guid.Empty;

    public ConfirmedDocument Confirmed() =>
        new(Kind, Title, IsAppealable)
        {
            AttachmentId = AttachmentId,
            CaseDocumentId = CaseDocumentId,
            CorrectsId = CorrectsId,
        };

    /// <summary>Kind and title are the trial system's.</summary>
    public bool IsHandedOver => CaseDocumentId is not null;

    public string Preview => IsHandedOver ? $"/service/preview/handed-over/{CaseDocumentId}" : $"/service/preview/uploads/{AttachmentId}";

    public static ServingDocument Of(CaseDocument document) =>
        new()
        {
            Kind = document.Kind,
            Title = document.Title,
            Pages = document.Pages,
            IsAppealable = document.IsAppealable,
            CaseDocumentId = document.Id,
        };

    public static ServingDocument Of(Guid attachmentId, string fileName, int pages)
    {
        var title = DocumentTitles.Guess(fileName);
        var kind = DocumentTitles.KindOf(title);
        return new()
        {
            Kind = kind,
            Title = title,
            Pages = pages,
            IsAppealable = DocumentTitles.IsAppealable(kind, title),
            AttachmentId = attachmentId,
        };
    }
}

public sealed class ServingRecipient(Recipient of)
{
    private HashSet<KnownWay> _before = [];

    public Recipient Of => of;
    public HashSet<KnownWay> Chosen { get; init; } = [];
    public string LeftOutReason { get; set; } = "";

    /// <summary>Somebody who takes the papers for the party.</summary>
    public PartyContact? Contact { get; init; }

    public string FullName => Contact?.Name ?? of.Name;

    public string Name => Domain.Shared.ShownName.Of(FullName, of.IsSensitive);

    public string Role => Contact is { } contact ? $"{of.Role}的{contact.Relation}" : of.Role;

    public bool IsLeftOut => Chosen.Count == 0 && LeftOutReason.Length > 0;

    public bool IsBlocked => Contact is null && !IsLeftOut && !Chosen.Any(of.IsServedBy);

    public static ServingRecipient Proposed(Recipient of)
    {
        var proposed = of.Proposed();
        return new(of) { Chosen = [.. proposed], LeftOutReason = proposed.Count == 0 ? of.DefaultReason : "" };
    }

    public static ServingRecipient Again(Recipient of, ServingRecipient before) =>
        new(of)
        {
            Chosen = [.. of.Ways.Where(w => of.Allows(w) && before.Chosen.Any(c => (c.Channel, c.Address) == (w.Channel, w.Address)))],
            LeftOutReason = before.LeftOutReason,
            _before = before._before,
        };

    public void Toggle(KnownWay way, bool chosen)
    {
        if (chosen)
            Chosen.Add(way);
        else
            Chosen.Remove(way);
        if (Chosen.Count > 0)
            LeftOutReason = "";
    }

    public void LeaveOut(string reason)
    {
        if (Chosen.Count > 0)
            _before = [.. Chosen];
        Chosen.Clear();
        LeftOutReason = reason;
    }

    /// <summary>改为送达: by the ways that were chosen before, else by the proposed ones.</summary>
    public void ServeAfterAll()
    {
        LeftOutReason = "";
        Chosen.UnionWith(_before.Count > 0 ? of.Ways.Where(w => of.Allows(w) && _before.Contains(w)) : of.Proposed());
    }

    /// <summary>By the court's order of channels, after those that are chosen.</summary>
    public IReadOnlyList<PlannedWay> Following(IReadOnlyList<FallbackStep> steps) =>
        Contact is not null || Chosen.Count == 0
            ? []
            : [.. steps.Following(c => Chosen.Any(w => w.Channel == c), of.FallbackWays, of.Consent.IsGiven, of.HasAccount)];

    public ConfirmedRecipient Confirmed() =>
        new(of.Key, [.. Chosen.Select(w => new ConfirmedWay(w.Channel, w.Address, w.Basis))], LeftOutReason, Contact);
}
