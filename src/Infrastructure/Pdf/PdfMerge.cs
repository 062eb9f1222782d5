using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Domain.Attachments;

namespace Infrastructure.Pdf;

/// <summary>Counts pages and puts PDFs behind one another, by a qpdf process.</summary>
public static class PdfMerge
{
    private const int WithWarnings = 3;
    private const int InfoObject = 1_000_000; // more than a file of ours has

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

    /// <returns>The pages that an entry of the outline leads to, in order, each once; 1 is the first.</returns>
    public static async Task<IReadOnlyList<int>> HeadedPages(string path, CancellationToken ct)
    {
        using var shape = JsonDocument.Parse(await Run(["--json=2", "--json-key=outlines", path], ct));
        return [.. Entries(shape.RootElement.GetProperty("outlines")).Select(e => e.GetProperty("destpageposfrom1").GetInt32()).Distinct()];
    }

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

    /// <summary>Pages of a file as one of their own, with a title.</summary>
    /// <returns>Its path in the temporary folder, for the caller to delete.</returns>
    public static async Task<string> Cut(string path, int from, int to, string title, CancellationToken ct)
    {
        var (target, titled) = (NewPath(), NewPath());
        try
        {
            await File.WriteAllTextAsync(titled, Titled(title), ct);
            await Run(["--empty", "--pages", path, $"{from}-{to}", "--", "--update-from-json=" + titled, target], ct);
            return target;
        }
        finally
        {
            File.Delete(titled);
        }
    }

    /// <summary>qpdf's JSON, version 2: an empty file's trailer, with a title beside its root.</summary>
    private static string Titled(string title) =>
        JsonSerializer.Serialize(
            new
            {
                version = 2,
                qpdf = new object[]
                {
                    new
                    {
                        jsonversion = 2,
                        pdfversion = "1.4",
                        maxobjectid = InfoObject,
                    },
                    new Dictionary<string, object>
                    {
                        [$"obj:{InfoObject} 0 R"] = new { value = new Dictionary<string, string> { ["/Title"] = "u:" + title } },
                        ["trailer"] = new
                        {
                            value = new Dictionary<string, object>
                            {
                                ["/Root"] = "1 0 R",
                                ["/Info"] = $"{InfoObject} 0 R",
                                ["/Size"] = 1,
                            },
                        },
                    },
                },
            }
        );

    private static IEnumerable<JsonElement> Entries(JsonElement entries) =>
        entries.EnumerateArray().SelectMany(e => Entries(e.GetProperty("kids")).Prepend(e));

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
