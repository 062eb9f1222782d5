using System.Globalization;
using System.Text;
using System.Text.Json;
using Domain.Shared;
using Infrastructure.Files;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Where anchors are kept outside the database (<c>Trace:AnchorFolder</c>): <c>anchors.jsonl</c>, a line for each, which names the hash of the
/// line before; <c>heads/</c>, the heads that each folds; <c>stamps/</c>, tokens of the time-stamping service. Lines are only added;
/// heads and stamps of a line that a crash kept from the file are written once more. Copy the folder to where the database's people cannot write.
/// </summary>
/// <param name="path">Null where none is configured.</param>
public sealed class AnchorFolder(string? path)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public bool IsConfigured => path is not null;

    /// <summary>Null when it is there, or none is configured; the first anchor makes it.</summary>
    public string? Missing => path is null || Directory.Exists(path) ? null : path;

    /// <exception cref="InvalidOperationException">None is configured.</exception>
    private string Path => path ?? throw new InvalidOperationException("Trace:AnchorFolder is not set.");

    private string LinesPath => System.IO.Path.Combine(Path, "anchors.jsonl");

    private string HeadsPath(long number) => In("heads", number, "jsonl");

    private string StampPath(long number) => In("stamps", number, "tst");

    /// <summary>From the first to the last; null where somebody has spoilt one. A line that a power cut left half written is no line.</summary>
    public async IAsyncEnumerable<(AnchorLine? Anchor, string Text)> Lines()
    {
        if (!File.Exists(LinesPath))
            yield break;
        await foreach (var text in File.ReadLinesAsync(LinesPath, s_utf8))
        {
            if (text.EndsWith('}'))
                yield return (Read<AnchorLine>(text), text);
        }
    }

    public async Task<(AnchorLine Anchor, string Text)?> Last()
    {
        (AnchorLine, string)? last = null;
        await foreach (var (anchor, text) in Lines())
        {
            if (anchor is not null)
                last = (anchor, text);
        }

        return last;
    }

    /// <returns>Null when it is not what was written.</returns>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return CanonicalJson.Read<T>(line);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    public IAsyncEnumerable<string> Heads(long number) =>
        File.Exists(HeadsPath(number)) ? File.ReadLinesAsync(HeadsPath(number), s_utf8) : AsyncEnumerable.Empty<string>();

    /// <summary>The heads first, so that a line never names heads that are not there.</summary>
    public Task WriteHeads(long number, IEnumerable<string> heads, CancellationToken ct) =>
        Write(HeadsPath(number), FileMode.Create, string.Concat(heads.Select(h => h + "\n")), ct);

    public Task Append(string line, CancellationToken ct)
    {
        // What a power cut left half written ends here.
        var isWhole = !File.Exists(LinesPath) || EndsWithNewLine(LinesPath);
        return Write(LinesPath, FileMode.Append, (isWhole ? "" : "\n") + line + "\n", ct);
    }

    /// <returns>Null where there is none.</returns>
    public byte[]? Stamp(long number) => File.Exists(StampPath(number)) ? File.ReadAllBytes(StampPath(number)) : null;

    public Task WriteStamp(long number, ReadOnlyMemory<byte> token, CancellationToken ct) =>
        Write(StampPath(number), FileMode.Create, token, ct);

    private static Task Write(string file, FileMode mode, string text, CancellationToken ct) =>
        Write(file, mode, s_utf8.GetBytes(text), ct);

    private static async Task Write(string file, FileMode mode, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var folder = System.IO.Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        await using (var stream = new FileStream(file, mode, FileAccess.Write, FileShare.Read))
        {
            await stream.WriteAsync(bytes, ct);
            stream.Flush(flushToDisk: true);
        }

        FolderSync.Flush(folder);
    }

    private static bool EndsWithNewLine(string file)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length == 0)
            return true;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private string In(string kind, long number, string extension) =>
        System.IO.Path.Combine(Path, kind, string.Create(CultureInfo.InvariantCulture, $"{number:D8}.{extension}"));
}

/// <summary>One anchor, as canonical JSON in the file.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Heads">How many.</param>
/// <param name="Root">Over the lines of its heads, see <see cref="MerkleTree"/>.</param>
/// <param name="Previous">SHA-256 of the line before; empty for the first.</param>
public sealed record AnchorLine(long Number, DateTimeOffset At, int Heads, string Root, string Previous);

/// <summary>The newest row of a chain, as canonical JSON in the heads of an anchor.</summary>
public sealed record AnchoredHead(Guid Subject, long Sequence, string Hash, string Table, string Name)
{
    public static AnchoredHead Of(UnanchoredHead head) => new(head.SubjectId, head.Sequence, head.Hash, head.Table, head.Name);

    /// <summary>What people call it.</summary>
    public string Called() => SealedRow.Called(Name, Table, Subject);
}
