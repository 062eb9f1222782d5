using System.Diagnostics;
using System.Globalization;
using Domain.Attachments;

namespace Infrastructure.Pdf;

/// <summary>Counts pages and puts PDFs behind one another, by a qpdf process.</summary>
public static class PdfMerge
{
    private const int WithWarnings = 3;

    /// <summary>Pages of a PDF that is whole; reading it to its end is the check.</summary>
    /// <exception cref="InvalidDataException">It is none, or it is damaged.</exception>
    public static async Task<int> PageCount(ReceivedFile file, CancellationToken ct)
    {
        var path = NewPath();
        try
        {
            await using (var copy = File.Create(path))
            await using (var bytes = file.OpenRead())
                await bytes.CopyToAsync(copy, ct);
            await Run(["--check", path], ct);
            return await PageCount(path, ct);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task<int> PageCount(string path, CancellationToken ct) =>
        int.Parse(await Run(["--show-npages", path], ct), CultureInfo.InvariantCulture);

    /// <summary>The parts in their order, each with the pages taken from it (qpdf's range, e.g. <c>1-z</c>), as one file in the temporary folder.</summary>
    /// <returns>Its path, for the caller to delete, and its pages.</returns>
    public static async Task<(string Path, int Pages)> Merge(IReadOnlyList<(string Path, string Range)> parts, CancellationToken ct)
    {
        var (path, arguments) = (NewPath(), NewPath());
        try
        {
            // One argument a line: thousands of files are too much for a command line.
            await File.WriteAllLinesAsync(
                arguments,
                ["--empty", "--pages", .. parts.SelectMany(p => new[] { p.Path, p.Range }), "--", path],
                ct
            );
            await Run(["@" + arguments], ct);
            return (path, await PageCount(path, ct));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            File.Delete(arguments);
        }
    }

    public static string NewPath() => Path.Combine(Path.GetTempPath(), $"court-{Guid.CreateVersion7():N}.pdf");

    private static async Task<string> Run(IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(
            new ProcessStartInfo("qpdf", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await Task.WhenAll(output, errors, process.WaitForExitAsync(ct));
            return process.ExitCode is 0 or WithWarnings
                ? await output
                : throw new InvalidDataException($"qpdf ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
