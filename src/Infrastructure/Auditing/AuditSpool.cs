using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Domain.Auditing;

namespace Infrastructure.Auditing;

/// <summary>
/// Rows of the audit log on their way to the database: a line each in a file of this process, handed to the operating system before
/// <see cref="Note"/> returns, so that a killed process loses none and a request waits for no table. Files that nobody writes to any more
/// are brought over by <see cref="KeepAudit"/> of any host with the same folder.
/// </summary>
public sealed class AuditSpool(string folder, TimeProvider clock) : IAudit, IDisposable
{
    private const string Ending = ".jsonl";

    /// <summary>Views remembered at most; a view more then is a row more.</summary>
    private const int MostRemembered = 20_000;

    private static readonly TimeSpan s_sameView = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ConcurrentDictionary<AuditEntry, DateTimeOffset> _seen = new();
    private readonly Lock _gate = new();
    private FileStream? _file;

    public void Note(AuditEntry entry)
    {
        var now = clock.GetUtcNow();
        if (entry.Kind is AuditKind.Opened or AuditKind.Searched && IsSeen(entry, now))
            return;
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry with { At = now }, s_json), (byte)'\n'];
        lock (_gate)
        {
            _file ??= Begin();
            _file.Write(line); // no buffer of ours: the system has it now
        }
    }

    /// <summary>What is written so far stands in files that can be taken; the next row begins a new one.</summary>
    internal void Turn()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    /// <summary>The oldest first; those that a process writes to are among them.</summary>
    internal IReadOnlyList<string> Files() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal)] : [];

    /// <returns>Nobody else can write or take it while it is open; null where somebody does.</returns>
    internal static FileStream? Take(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <returns>Null for a line that was cut off when the machine lost its power.</returns>
    internal static AuditEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEntry>(line, s_json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => Turn();

    private bool IsSeen(AuditEntry entry, DateTimeOffset now)
    {
        var view = entry with { Id = Guid.Empty, At = default };
        if (_seen.TryGetValue(view, out var last) && now - last < s_sameView)
            return true;
        if (_seen.Count >= MostRemembered)
            _seen.Clear();
        _seen[view] = now;
        return false;
    }

    private FileStream Begin()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.CreateVersion7():N}{Ending}");
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }
}
