using System.Text.Json;
using Uploads = System.Collections.Generic.IReadOnlyDictionary<System.Guid, (string Name, int Pages)>;

namespace Portal.DocumentService.Wizard;

/// <summary>A half-made service for many cases as text, like <see cref="ServingDraft"/>: the rest is read anew.</summary>
/// <param name="Cases">Ids of up to a thousand, sixteen bytes each, in base64.</param>
internal sealed record BatchDraft(
    Guid TaskId,
    int Step,
    string Cases,
    List<ServingDraft.Document> Documents,
    bool PostInstead,
    string LeftOutReason,
    bool StaysWithChosen
)
{
    private const int IdBytes = 16;

    /// <returns>Nothing where nothing was chosen.</returns>
    public static string Write(Batch batch, int step) =>
        batch.Cases.Count == 0 && batch.Documents.Count == 0
            ? ""
            : JsonSerializer.Serialize(
                new BatchDraft(
                    batch.TaskId,
                    step,
                    Convert.ToBase64String([.. batch.Cases.Values.SelectMany(c => c.Id.ToByteArray())]),
                    batch.Documents.ConvertAll(ServingDraft.Document.Of),
                    batch.PostInstead,
                    batch.LeftOutReason,
                    batch.StaysWithChosen
                ),
                ServingDraft.Json
            );

    /// <returns>Null when there is nothing that can be read.</returns>
    public static BatchDraft? Read(string text) => ServingDraft.Parse<BatchDraft>(text);

    public IReadOnlyList<Guid> CaseIds => [.. Convert.FromBase64String(Cases).Chunk(IdBytes).Select(b => new Guid(b))];

    /// <param name="uploads">What is still there of one's own.</param>
    public void Restore(Batch batch, IEnumerable<Infrastructure.DocumentService.BatchCase> cases, Uploads uploads)
    {
        (batch.TaskId, batch.PostInstead, batch.LeftOutReason) = (TaskId, PostInstead, LeftOutReason ?? "");
        batch.StaysWithChosen = StaysWithChosen;
        foreach (var row in cases)
            batch.Cases[row.Number] = row;
        batch.Documents.Clear();
        batch.Documents.AddRange(Documents.Select(d => d.Uploaded(uploads)).OfType<ServingDocument>());
    }
}
