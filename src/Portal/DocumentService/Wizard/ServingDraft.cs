using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.DocumentService;
using Uploads = System.Collections.Generic.IReadOnlyDictionary<System.Guid, (string Name, int Pages)>;

namespace Portal.DocumentService.Wizard;

/// <summary>A half-made service as text: ids, titles and choices; the rest is read anew.</summary>
internal sealed record ServingDraft(
    Guid TaskId,
    int Step,
    List<ServingDraft.Document> Documents,
    List<ServingDraft.Person> People,
    bool StaysWithChosen
)
{
    // Drafts are short: nothing is written that is not needed, and characters as they are.
    internal static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Serving serving, int step) =>
        JsonSerializer.Serialize(
            new ServingDraft(
                serving.TaskId,
                step,
                serving.Documents.ConvertAll(Document.Of),
                serving.Recipients.ConvertAll(r => new Person(
                    r.Of.PartyId,
                    r.Of.AgentId,
                    [.. r.Chosen.Select(w => new Way(w.Channel, w.Address))],
                    r.LeftOutReason,
                    r.Contact
                )),
                serving.StaysWithChosen
            ),
            Json
        );

    /// <returns>Null when there is nothing that can be read.</returns>
    public static ServingDraft? Read(string text) => Parse<ServingDraft>(text);

    internal static T? Parse<T>(string text)
        where T : class
    {
        if (text.Length == 0)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null; // cut off, or written by an older version
        }
    }

    /// <param name="handedOver">What still waits of the trial system.</param>
    /// <param name="uploads">What is still there of one's own.</param>
    public void Restore(Serving serving, IReadOnlyList<CaseDocument> handedOver, Uploads uploads)
    {
        (serving.TaskId, serving.StaysWithChosen) = (TaskId, StaysWithChosen);
        serving.Documents.Clear();
        foreach (var document in Documents)
        {
            var restored = handedOver.FirstOrDefault(d => d.Id == document.CaseDocumentId) is { } own
                ? ServingDocument.Of(own)
                : document.Uploaded(uploads);
            if (restored is null)
                continue;
            restored.CorrectsId = document.CorrectsId;
            serving.Documents.Add(restored);
        }

        foreach (var person in People)
        {
            if (
                serving.Recipients.Find(r => r.Contact is null && r.Of.Key == new RecipientKey(person.PartyId, person.AgentId))
                is not { } recipient
            )
                continue;
            if (person.Contact is { } contact)
            {
                foreach (var way in person.Ways)
                    serving.AddContact(
                        recipient.Of,
                        contact,
                        new KnownWay(way.Channel, way.Address, AddressBasis.Found, PartyContact.Origin)
                    );
                continue;
            }

            recipient.Chosen.Clear();
            recipient.Chosen.UnionWith(
                recipient.Of.Ways.Where(w => recipient.Of.Allows(w) && person.Ways.Contains(new Way(w.Channel, w.Address)))
            );
            recipient.LeftOutReason = recipient.Chosen.Count == 0 ? person.Reason : "";
        }
    }

    internal sealed record Document(DocumentKind Kind, string Title, bool IsAppealable)
    {
        public Guid? AttachmentId { get; init; }
        public Guid? CaseDocumentId { get; init; }
        public Guid? CorrectsId { get; init; }

        public static Document Of(ServingDocument d) =>
            new(d.Kind, d.Title, d.IsAppealable)
            {
                AttachmentId = d.AttachmentId,
                CaseDocumentId = d.CaseDocumentId,
                CorrectsId = d.CorrectsId,
            };

        /// <returns>Null when it is no upload, or gone.</returns>
        public ServingDocument? Uploaded(Uploads uploads) =>
            AttachmentId is { } id && uploads.TryGetValue(id, out var upload)
                ? new ServingDocument
                {
                    Kind = Kind,
                    Title = Title,
                    Pages = upload.Pages,
                    IsAppealable = IsAppealable,
                    AttachmentId = id,
                    CorrectsId = CorrectsId,
                }
                : null;
    }

    internal sealed record Person(Guid PartyId, Guid? AgentId, List<Way> Ways, string Reason, PartyContact? Contact);

    internal sealed record Way(ServiceChannel Channel, string Address);
}
