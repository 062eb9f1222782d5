using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Infrastructure.Previews;

/// <param name="MemoryMb">Of addresses, for each process.</param>
/// <param name="FileMb">Of each file that it writes.</param>
public sealed record ProgramLimits(TimeSpan Time, int MemoryMb, int FileMb);

public enum ProgramEnd
{
    Done,
    Failed,
    TooSlow,

    /// <summary>From outside, which says nothing of the file.</summary>
    Killed,
    NotInstalled,
}

/// <summary>
/// A program of the machine on a file of a stranger's: bounded in time, memory and what it writes, without a way to the network's proxies,
/// and killed with all it started when it is over its time, when the work is given up, and when this process is killed.
/// </summary>
public static class BoundedProgram
{
    private const int NotFound = 127;
    private const int KilledBySignal = 128 + 9;
    private const int OutputMaxLength = 1024 * 1024;

    /// <summary>
    /// timeout puts the program into a process group of its own. The pipe to the shell's input is open as long as this process lives: when
    /// it ends, the whole group is killed. A signal at the parent's death will not do: .NET's is the death of a thread.
    /// </summary>
    private const string Script = """
        exec 3<&0
        as=$1 fsize=$2 seconds=$3
        shift 3
        prlimit --as="$as" --fsize="$fsize" --core=0 timeout -s KILL "$seconds" "$@" </dev/null 3<&- &
        program=$!
        { cat; kill -KILL -"$program"; } <&3 >/dev/null 2>&1 &
        watch=$!
        exec 3<&-
        wait "$program"
        end=$?
        kill "$watch" 2>/dev/null
        exit "$end"
        """;

    public static async Task<(ProgramEnd End, string Output)> Run(
        string program,
        IEnumerable<string> arguments,
        ProgramLimits limits,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo(
            "/bin/sh",
            [
                "-c",
                Script,
                "sh",
                InBytes(limits.MemoryMb),
                InBytes(limits.FileMb),
                ((int)Math.Ceiling(limits.Time.TotalSeconds)).ToString(CultureInfo.InvariantCulture),
                program,
                .. arguments,
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["http_proxy"] = start.Environment["https_proxy"] = "http://127.0.0.1:9";
        var watch = Stopwatch.StartNew();
        using var process = Start(start);
        if (process is null)
            return (ProgramEnd.NotInstalled, "");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(limits.Time + TimeSpan.FromSeconds(10)); // only where the shell itself hangs
        try
        {
            var (output, errors) = (Head(process.StandardOutput, over.Token), Head(process.StandardError, over.Token));
            await process.WaitForExitAsync(over.Token);
            var (said, complained) = (await output, await errors);
            return process.ExitCode switch
            {
                0 => (ProgramEnd.Done, said),
                NotFound => (ProgramEnd.NotInstalled, complained),
                KilledBySignal when watch.Elapsed >= limits.Time - TimeSpan.FromSeconds(1) => (ProgramEnd.TooSlow, complained),
                KilledBySignal => (ProgramEnd.Killed, complained),
                _ => (ProgramEnd.Failed, complained),
            };
        }
        catch (OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return (ProgramEnd.TooSlow, "");
        }
        finally
        {
            process.StandardInput.Close(); // the watch in the script kills what still runs
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Reads to the end and keeps the beginning.</summary>
    private static async Task<string> Head(StreamReader from, CancellationToken ct)
    {
        var (kept, block) = (new System.Text.StringBuilder(), new char[4096]);
        for (int read; (read = await from.ReadAsync(block, ct)) > 0; )
            kept.Append(block, 0, Math.Min(read, OutputMaxLength - kept.Length));
        return kept.ToString();
    }

    private static string InBytes(int megaBytes) => ((long)megaBytes * 1024 * 1024).ToString(CultureInfo.InvariantCulture);
}
