using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Pdf;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>
/// 合并凭证: the issued certificates of a task behind a list of all its recipients, in the task's order. Who has none is in the list by
/// name; nobody is left out silently.
/// </summary>
public sealed class MergeCertificates(CertificateQueries certificates, IFileStore files, PdfPrinter printer)
{
    /// <returns>A file in the temporary folder, for the caller to delete.</returns>
    /// <exception cref="RefusedException"><c>service_task.not_found</c>, <c>service.file_broken</c>.</exception>
    /// <exception cref="InvalidDataException">The merged file has not the pages of its parts.</exception>
    public async Task<(string Path, string TaskNumber)> Handle(Guid taskId, CertificateKind kind, Actor by, CancellationToken ct)
    {
        var (task, services) = await certificates.OfTask(taskId, kind, by, ct) ?? throw ServiceErrors.TaskNotFound();
        using var copies = new PlainCopies(files);
        List<BatchLine> lines = [];
        List<(string Path, string Range)> parts = [];
        foreach (var service in services)
        {
            if (service.Sha256 is { } sha256 && !await files.Holds(sha256, ct))
                throw CertificateErrors.FileBroken();
            if (service.Sha256 is not null)
                parts.Add((await copies.PathOf(service.Sha256, ct), "1-z"));
            lines.Add(
                new BatchLine(
                    service.CaseNumber,
                    $"{service.RecipientName}（{service.RecipientRole}）",
                    service.Number ?? "",
                    service.Pages,
                    service.Number is null ? "没有出具：" + Why(service) : ""
                )
            );
        }

        var index = PdfMerge.NewPath();
        try
        {
            await File.WriteAllBytesAsync(
                index,
                await printer.Print<BatchIndex>(
                    new Dictionary<string, object?> { ["Title"] = $"{kind.Chinese()}合订 {task.Number}", ["Lines"] = lines },
                    ct
                ),
                ct
            );
            var expected = await PdfMerge.PageCount(index, ct) + lines.Sum(l => l.Pages);
            var (path, pages) = await PdfMerge.Merge([(index, "1-z"), .. parts], ct);
            if (pages == expected)
                return (path, task.Number);
            File.Delete(path);
            throw new InvalidDataException($"{expected} pages went into the merged certificates of {task.Number}, {pages} came out");
        }
        finally
        {
            File.Delete(index);
        }
    }

    private static string Why(CertifiedService service) => service.State.IsServed() ? "还没有按最新情况出具" : "尚未送达";
}

/// <summary>One recipient in the list in front of a merged file.</summary>
/// <param name="Pages">0 when it is not in the file.</param>
/// <param name="Problem">Why it is not.</param>
public sealed record BatchLine(string CaseNumber, string Recipient, string Number, int Pages, string Problem);
