using Infrastructure.Pdf;

namespace Infrastructure.DocumentService;

/// <summary>Lays stamps over documents: those of many documents are printed together, because the browser's start costs more than its pages.</summary>
public sealed class StampPages(PdfPrinter printer, Qpdf qpdf)
{
    private const int SheetsAtOnce = 120;

    /// <param name="folder">Where the stamped files are written; the caller's, and thrown away by the caller.</param>
    /// <returns>The stamped file of each document, in their order.</returns>
    public async Task<IReadOnlyList<string>> Run(IReadOnlyList<StampedDocument> documents, string folder, CancellationToken ct)
    {
        var targets = new string[documents.Count];
        List<(int Document, int From)> placed = [];
        List<PageStamp> sheets = [];
        for (var i = 0; i < documents.Count; i++)
        {
            placed.Add((i, sheets.Count + 1));
            sheets.AddRange(documents[i].Stamps);
            if (sheets.Count < SheetsAtOnce && i < documents.Count - 1)
                continue;
            await Overlay(placed, sheets, documents, targets, folder, ct);
            placed.Clear();
            sheets.Clear();
        }

        return targets;
    }

    private async Task Overlay(
        List<(int Document, int From)> placed,
        List<PageStamp> sheets,
        IReadOnlyList<StampedDocument> documents,
        string[] targets,
        string folder,
        CancellationToken ct
    )
    {
        var overlay = Path.Combine(folder, $"stamps-{placed[0].Document}.pdf");
        await File.WriteAllBytesAsync(
            overlay,
            await printer.Print<StampSheet>(new Dictionary<string, object?> { [nameof(StampSheet.Stamps)] = sheets }, ct),
            ct
        );
        // A sheet too many or too few would put one case's number on another's page.
        if (await qpdf.PageCount(overlay, ct) is var printed && printed != sheets.Count)
            throw new InvalidOperationException($"{sheets.Count} stamps were printed on {printed} sheets.");
        await Parallel.ForEachAsync(
            placed,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = ct },
            async (place, token) =>
            {
                var document = documents[place.Document];
                var target = Path.Combine(folder, $"stamped-{place.Document}.pdf");
                await qpdf.Overlay(document.Path, overlay, place.From, place.From + document.Stamps.Count - 1, target, token);
                targets[place.Document] = target;
            }
        );
    }
}

/// <param name="Path">The file as it was confirmed.</param>
/// <param name="Stamps">One for each of its pages.</param>
public sealed record StampedDocument(string Path, IReadOnlyList<PageStamp> Stamps);
