using System.ComponentModel;
using System.Diagnostics;

namespace Infrastructure.DocumentService;

/// <summary>A program of the machine, run to its end or killed with all it started.</summary>
internal static class Tool
{
    /// <returns>Null when it is not installed or took too long.</returns>
    public static async Task<(int ExitCode, string Output)?> Run(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(over.Token);
            var errors = process.StandardError.ReadToEndAsync(over.Token);
            await process.WaitForExitAsync(over.Token);
            await errors;
            return (process.ExitCode, await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }
}
