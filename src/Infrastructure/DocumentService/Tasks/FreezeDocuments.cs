using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Infrastructure.Files;
using Infrastructure.Pdf;

namespace Infrastructure.DocumentService;

/// <summary>
/// Makes of the documents that were confirmed those that are served: stamped, hashed, on the disk before any row names them. What is
/// sealed is not stamped: it would break the seal.
/// Done again after a crash it makes new files; only the ones that a row names count, the others are swept away.
/// </summary>
public sealed class FreezeDocuments(IFileStore files, StampPages stamping, Qpdf qpdf, ServiceLinks links, TimeProvider clock)
{
    /// <returns>For each case its documents in order, or the code of why they cannot be served.</returns>
    public async Task<IReadOnlyDictionary<Guid, FrozenCase>> Run(IReadOnlyList<CaseToBegin> cases, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("freezing-").FullName;
        try
        {
            var sources = await Sources([.. cases.SelectMany(c => c.Task.Documents).DistinctBy(d => d.Sha256)], folder, ct);
            var frozen = cases.ToDictionary(c => c.Plan.Id, c => new FrozenCase(FailureOf(c, sources), []));
            var documents = cases
                .Where(c => frozen[c.Plan.Id].Failure.Length == 0)
                .SelectMany(c => c.Task.Documents.Select((d, i) => new Draft(c, d, i + 1, ServedDocument.NewVerifyCode())))
                .ToList();
            var toStamp = documents.Where(d => !sources[d.Document.Sha256].IsSealed).ToList();
            var stamped = await stamping.Run(
                [.. toStamp.Select(d => new StampedDocument(sources[d.Document.Sha256].Path, Stamps(d, sources[d.Document.Sha256].Pages)))],
                folder,
                ct
            );
            var paths = toStamp.Zip(stamped).ToDictionary(p => p.First, p => p.Second);
            foreach (var draft in documents)
            {
                var source = sources[draft.Document.Sha256];
                frozen[draft.Case.Plan.Id]
                    .Documents.Add(await Keep(draft, paths.GetValueOrDefault(draft, source.Path), source.IsSealed, ct));
            }

            return frozen;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Dictionary<string, Source>> Sources(IReadOnlyList<TaskDocument> documents, string folder, CancellationToken ct)
    {
        Dictionary<string, Source> sources = [];
        foreach (var document in documents)
        {
            var path = Path.Combine(folder, $"source-{sources.Count}.pdf");
            sources[document.Sha256] = await Fetch(document, path, ct);
        }

        return sources;
    }

    private async Task<Source> Fetch(TaskDocument document, string path, CancellationToken ct)
    {
        try
        {
            await files.CopyTo(document.Sha256, path, ct);
            var pages = await qpdf.Pages(path, ct);
            return new Source(path, pages, pages.Count == document.Pages ? "" : UnusablePdfException.OtherPages)
            {
                IsSealed = PdfSeal.IsIn(await File.ReadAllBytesAsync(path, ct)),
            };
        }
        catch (UnusablePdfException e)
        {
            return new Source(path, [], e.Code);
        }
        catch (Exception e) when (e is FileNotFoundException or DamagedFileException)
        {
            return new Source(path, [], UnusablePdfException.Missing);
        }
    }

    private static string FailureOf(CaseToBegin @case, Dictionary<string, Source> sources) =>
        @case.Task.Documents.Select(d => sources[d.Sha256].Failure).FirstOrDefault(f => f.Length > 0) ?? "";

    private List<PageStamp> Stamps(Draft draft, IReadOnlyList<PdfPage> pages) =>
        [
            .. pages.Select(
                (size, i) =>
                    new PageStamp(
                        draft.Case.CourtName,
                        CaseNumber.DisplayOf(draft.Case.Plan.CaseNumber),
                        draft.Serial,
                        draft.VerifyCode,
                        i + 1,
                        pages.Count,
                        size,
                        i == 0 ? QrCode.Modules(links.VerifyAddressOf(draft.Serial, draft.VerifyCode)) : null
                    )
            ),
        ];

    private async Task<ServedDocument> Keep(Draft draft, string path, bool isSealed, CancellationToken ct)
    {
        await using var bytes = File.OpenRead(path);
        await using var received = await files.Receive(bytes, ct);
        await received.Keep(ct);
        var (@case, document) = (draft.Case, draft.Document);
        return new ServedDocument
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            TaskId = @case.Task.Id,
            CaseId = @case.Plan.CaseId,
            CaseNumber = @case.Plan.CaseNumber,
            Kind = document.Kind,
            Title = document.Title,
            Position = draft.Position,
            Pages = document.Pages,
            IsAppealable = document.IsAppealable,
            Serial = draft.Serial,
            VerifyCode = draft.VerifyCode,
            SourceSha256 = document.Sha256,
            Sha256 = received.Sha256,
            IsSealed = isSealed,
            Size = received.Size,
            FrozenAt = clock.GetUtcNow(),
            CorrectsId = @case.Corrected.GetValueOrDefault(document.Id),
        };
    }

    private sealed record Source(string Path, IReadOnlyList<PdfPage> Pages, string Failure)
    {
        public bool IsSealed { get; init; }
    }

    private sealed record Draft(CaseToBegin Case, TaskDocument Document, int Position, string VerifyCode)
    {
        public string Serial => $"{Case.Task.Number}-{Case.Plan.Position:D4}-{Position:D2}";
    }
}

/// <param name="Failure">Empty when the documents are frozen.</param>
public sealed record FrozenCase(string Failure, List<ServedDocument> Documents);
