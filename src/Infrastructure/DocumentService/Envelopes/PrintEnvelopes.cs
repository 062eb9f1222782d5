using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Files;
using Infrastructure.Pdf;

namespace Infrastructure.DocumentService.Envelopes;

/// <summary>
/// 批量打印: for every recipient by post an address sheet, the return form and the frozen documents, put behind one another once and in order.
/// The list in front says which pages are whose, and who is missing and why.
/// </summary>
public sealed class PrintEnvelopes(EnvelopeQueries envelopes, IFileStore files, PdfPrinter printer)
{
    /// <returns>A file in the temporary folder, for the caller to delete.</returns>
    /// <exception cref="RefusedException"><c>service_task.not_found</c>, <c>service_task.nothing_to_print</c>.</exception>
    /// <exception cref="InvalidDataException">An envelope has not the pages of its parts.</exception>
    public async Task<(string Path, string TaskNumber)> Handle(Guid taskId, Actor by, CancellationToken ct)
    {
        var (task, all) = await envelopes.OfTask(taskId, by, ct) ?? throw ServiceErrors.TaskNotFound();
        if (all.Count == 0)
            throw CertificateErrors.NothingToPrint();
        List<string> temporary = [];
        using var copies = new PlainCopies(files);
        try
        {
            var pages = await DocumentPages(all, copies, ct);
            List<BatchLine> lines = [];
            List<(string Path, string Range)> parts = [];
            var sheets = await Sheets([.. all.Where(e => e.Problem.Length == 0)], temporary, ct);
            foreach (var envelope in all)
            {
                var problem =
                    envelope.Problem.Length > 0 ? envelope.Problem
                    : envelope.Documents.FirstOrDefault(d => pages[d.Sha256] != d.Pages) is { } odd ? $"《{odd.Title}》的页数与定稿时不一致"
                    : "";
                var count = 0;
                if (problem.Length == 0)
                {
                    var (path, first, last) = sheets[envelope.ServiceId];
                    parts.Add((path, $"{first}-{last}"));
                    foreach (var document in envelope.Documents)
                        parts.Add((await copies.PathOf(document.Sha256, ct), "1-z"));
                    count = last - first + 1 + envelope.Documents.Sum(d => d.Pages);
                }

                lines.Add(
                    new BatchLine(
                        envelope.Form.CaseNumber,
                        $"{envelope.Service.RecipientName}（{envelope.Service.RecipientRole}）",
                        envelope.Number,
                        count,
                        problem
                    )
                );
            }

            var index = PdfMerge.NewPath();
            temporary.Add(index);
            await File.WriteAllBytesAsync(
                index,
                await printer.Print<BatchIndex>(
                    new Dictionary<string, object?> { ["Title"] = $"邮寄送达 {task.Number}", ["Lines"] = lines },
                    ct
                ),
                ct
            );
            var expected = await PdfMerge.PageCount(index, ct) + lines.Sum(l => l.Pages);
            var (merged, got) = await PdfMerge.Merge([(index, "1-z"), .. parts], ct);
            if (got == expected)
                return (merged, task.Number);
            File.Delete(merged);
            throw new InvalidDataException($"{expected} pages went into the envelopes of {task.Number}, {got} came out");
        }
        finally
        {
            foreach (var path in temporary)
                File.Delete(path);
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>> DocumentPages(
        IReadOnlyList<Envelope> all,
        PlainCopies copies,
        CancellationToken ct
    )
    {
        Dictionary<string, int> pages = [];
        foreach (var sha256 in all.Where(e => e.Problem.Length == 0).SelectMany(e => e.Documents).Select(d => d.Sha256).Distinct())
            pages[sha256] = await PdfMerge.PageCount(await copies.PathOf(sha256, ct), ct);
        return pages;
    }

    /// <summary>Address sheet and return form of everybody in one print: two pages each. When a long form takes more, each is printed by itself.</summary>
    private async Task<IReadOnlyDictionary<Guid, (string Path, int First, int Last)>> Sheets(
        IReadOnlyList<Envelope> good,
        List<string> temporary,
        CancellationToken ct
    )
    {
        Dictionary<Guid, (string, int, int)> sheets = [];
        if (good.Count == 0)
            return sheets;
        var (path, pages) = await Print(good, temporary, ct);
        if (pages == 2 * good.Count)
        {
            for (var i = 0; i < good.Count; i++)
                sheets.Add(good[i].ServiceId, (path, 2 * i + 1, 2 * i + 2));
            return sheets;
        }

        foreach (var envelope in good)
        {
            var (own, count) = await Print([envelope], temporary, ct);
            sheets.Add(envelope.ServiceId, (own, 1, count));
        }

        return sheets;
    }

    private async Task<(string Path, int Pages)> Print(IReadOnlyList<Envelope> some, List<string> temporary, CancellationToken ct)
    {
        var path = PdfMerge.NewPath();
        temporary.Add(path);
        await File.WriteAllBytesAsync(
            path,
            await printer.Print<EnvelopeSheets>(new Dictionary<string, object?> { ["Envelopes"] = some }, ct),
            ct
        );
        return (path, await PdfMerge.PageCount(path, ct));
    }
}
