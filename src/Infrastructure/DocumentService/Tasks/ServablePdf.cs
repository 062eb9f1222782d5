using System.Globalization;
using Domain.Attachments;
using Domain.DocumentService;
using Microsoft.Extensions.Configuration;

namespace Infrastructure.DocumentService;

/// <summary>Looks into PDFs with qpdf, and makes them of Word files with LibreOffice where that is installed.</summary>
internal sealed class ServablePdf(IFileStore files, IConfiguration configuration) : IServablePdf
{
    private const int NotEncrypted = 2,
        OnlyWarnings = 3;
    private readonly TimeSpan _checkLimit = TimeSpan.FromSeconds(30);
    private readonly TimeSpan _wordLimit = TimeSpan.FromSeconds(configuration.GetValue("DocumentService:WordSeconds", 60));
    private readonly string? _soffice =
        (configuration["DocumentService:Soffice"] ?? Tool.Find("soffice")) is { } path && File.Exists(path) ? path : null;

    public bool ConvertsWord => _soffice is not null;

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

    /// <summary>With a profile of its own: two conversions with the same profile wait for each other for ever.</summary>
    private async Task<string> Convert(string path, string folder, CancellationToken ct)
    {
        if (_soffice is null)
            throw ServingErrors.NoWordConversion();
        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        var ended = await Tool.Run(
            _soffice,
            [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, path],
            _wordLimit,
            ct
        );
        var pdf = Path.ChangeExtension(path, ".pdf");
        return ended?.ExitCode == 0 && File.Exists(pdf) ? pdf : throw ServingErrors.WordNotConverted();
    }
}
