using System.Globalization;
using Domain.Attachments;
using Domain.DocumentService;
using Infrastructure.Pdf;

namespace Infrastructure.DocumentService;

/// <summary>Looks into PDFs with qpdf, and makes them of Word files with LibreOffice where that is installed.</summary>
internal sealed class ServablePdf(IFileStore files, WordToPdf word) : IServablePdf
{
    private const int NotEncrypted = 2,
        OnlyWarnings = 3;
    private readonly TimeSpan _checkLimit = TimeSpan.FromSeconds(30);

    public bool ConvertsWord => word.IsInstalled;

    public async Task<(ReceivedFile Pdf, int Pages)> Make(ReceivedFile file, CancellationToken ct)
    {
        var kind = KindOf(file);
        var folder = Directory.CreateTempSubdirectory("document-").FullName;
        try
        {
            var path = Path.Combine(folder, "document" + kind.Extension);
            await Copy(file, path, ct);
            if (kind == FileKind.Pdf)
                return (file, await Pages(path, ct));
            var pdf = await Convert(path, folder, ct);
            var pages = await Pages(pdf, ct);
            await using var bytes = File.OpenRead(pdf);
            return (await files.Receive(bytes, ct), pages);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static FileKind KindOf(ReceivedFile file)
    {
        using var bytes = file.OpenRead();
        var kind = FileKind.Of(bytes);
        return kind == FileKind.Pdf || kind == FileKind.Doc || kind == FileKind.Docx ? kind : throw ServingErrors.NotADocument();
    }

    private static async Task Copy(ReceivedFile file, string path, CancellationToken ct)
    {
        await using var from = file.OpenRead();
        await using var to = File.Create(path);
        await from.CopyToAsync(to, ct);
    }

    private async Task<int> Pages(string path, CancellationToken ct)
    {
        var encrypted = await Qpdf(["--is-encrypted", path], ct);
        if (encrypted.ExitCode == 0)
            throw ServingErrors.Encrypted();
        if (encrypted.ExitCode != NotEncrypted)
            throw ServingErrors.Unreadable();
        var found = await Qpdf(["--check", path], ct);
        if (found.ExitCode is not (0 or OnlyWarnings))
            throw ServingErrors.Unreadable();
        var counted = await Qpdf(["--show-npages", path], ct);
        return int.TryParse(counted.Output.Trim(), CultureInfo.InvariantCulture, out var pages) && pages > 0
            ? pages
            : throw ServingErrors.Unreadable();
    }

    private async Task<(int ExitCode, string Output)> Qpdf(string[] arguments, CancellationToken ct) =>
        await Tool.Run("qpdf", arguments, _checkLimit, ct) ?? throw ServingErrors.Unreadable();

    private async Task<string> Convert(string path, string folder, CancellationToken ct)
    {
        if (!word.IsInstalled)
            throw ServingErrors.NoWordConversion();
        return await word.Convert(path, folder, ct) ?? throw ServingErrors.WordNotConverted();
    }
}
