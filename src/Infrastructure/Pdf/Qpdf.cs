using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Pdf;

/// <summary>Debian's qpdf, a process for each call: a file that it crashes on does not take the host along.</summary>
public sealed partial class Qpdf(ILogger<Qpdf> log)
{
    private const int WithWarnings = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Reads every stream once, so that a damaged file is found before anybody is told of it.</summary>
    /// <returns>The pages as readers show them.</returns>
    /// <exception cref="UnusablePdfException">Encrypted, damaged, or too much for us.</exception>
    public async Task<IReadOnlyList<PdfPage>> Pages(string path, CancellationToken ct)
    {
        await Run(["--check", path], ct);
        using var shape = JsonDocument.Parse(
            await Run(["--json=2", "--json-key=encrypt", "--json-key=pages", "--json-key=qpdf", path], ct)
        );
        if (shape.RootElement.GetProperty("encrypt").GetProperty("encrypted").GetBoolean())
            throw new UnusablePdfException(UnusablePdfException.Encrypted);
        return PdfPages.Of(shape.RootElement);
    }

    /// <summary>Lays pages of one file over all pages of another, the first over the first.</summary>
    /// <param name="from">1 is the first page of <paramref name="overlay"/>.</param>
    public Task Overlay(string source, string overlay, int from, int to, string target, CancellationToken ct) =>
        Run([source, "--overlay", overlay, $"--from={from}-{to}", "--", target], ct);

    public async Task<int> PageCount(string path, CancellationToken ct) =>
        int.Parse(await Run(["--show-npages", path], ct), System.Globalization.CultureInfo.InvariantCulture);

    /// <returns>What it wrote to its standard output.</returns>
    private async Task<string> Run(string[] arguments, CancellationToken ct)
    {
        using var process = Start(arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        try
        {
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token)
            );
            await Task.WhenAll(output, errors, process.WaitForExitAsync(patience.Token));
            if (process.ExitCode is 0 or WithWarnings)
                return await output;
            Refused(log, process.ExitCode, await errors);
            // Killed from outside (128 + signal): that says nothing of the file.
            if (process.ExitCode > 128)
                throw new IOException($"qpdf was killed: {process.ExitCode}");
            throw new UnusablePdfException(
                (await errors).Contains("password", StringComparison.OrdinalIgnoreCase)
                    ? UnusablePdfException.Encrypted
                    : UnusablePdfException.Broken
            );
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            TooSlow(log);
            throw new UnusablePdfException(UnusablePdfException.TooSlow);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("qpdf", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception e)
        {
            throw new IOException("qpdf cannot be started: is it installed?", e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "qpdf ended with {Code}: {Errors}")]
    private static partial void Refused(ILogger log, int code, string errors);

    [LoggerMessage(Level = LogLevel.Warning, Message = "qpdf did not come to an end and was stopped")]
    private static partial void TooSlow(ILogger log);
}

/// <summary>The fault is the file's: another try gives the same.</summary>
public sealed class UnusablePdfException(string code) : Exception(code)
{
    public const string Encrypted = "pdf_encrypted";
    public const string Broken = "pdf_broken";
    public const string TooSlow = "pdf_too_slow";

    /// <summary>Not the number of pages that was confirmed.</summary>
    public const string OtherPages = "pdf_other_pages";

    /// <summary>The file is not in the store.</summary>
    public const string Missing = "pdf_missing";

    public string Code { get; } = code;
}
