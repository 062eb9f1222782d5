using Infrastructure.Previews;
using Microsoft.Extensions.Configuration;

namespace Infrastructure.Pdf;

/// <summary>LibreOffice, where it is installed.</summary>
public sealed class WordToPdf(IConfiguration configuration)
{
    private readonly ProgramLimits _limits = new(
        TimeSpan.FromSeconds(configuration.GetValue("DocumentService:WordSeconds", 60)),
        MemoryMb: 4_096,
        FileMb: 200
    );
    private readonly string? _soffice =
        (configuration["DocumentService:Soffice"] ?? Find("soffice")) is { } path && File.Exists(path) ? path : null;

    public bool IsInstalled => _soffice is not null;

    /// <summary>With a profile of its own: two conversions with the same profile wait for each other for ever.</summary>
    /// <returns>The PDF beside the other files of the folder; null when it came to none.</returns>
    public async Task<string?> Convert(string path, string folder, CancellationToken ct)
    {
        if (_soffice is null)
            return null;
        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        var (end, _) = await BoundedProgram.Run(
            _soffice,
            [$"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, path],
            _limits,
            ct
        );
        var pdf = Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".pdf");
        return end == ProgramEnd.Done && File.Exists(pdf) ? pdf : null;
    }

    /// <returns>Where it lies on the PATH; null when it does not.</returns>
    internal static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
