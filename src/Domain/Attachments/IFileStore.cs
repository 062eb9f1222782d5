using Domain.Shared;

namespace Domain.Attachments;

/// <summary>Where the bytes lie: once per content, named by the SHA-256 of what was sent, never changed.</summary>
public interface IFileStore
{
    /// <summary>Takes the bytes in as they come, without holding them in memory. Nothing stays unless it is kept.</summary>
    /// <param name="most">Bytes; the way they come may allow fewer than their kind.</param>
    /// <exception cref="RefusedException">
    /// <c>attachment.too_large</c> as soon as there are more; <c>attachment.store_unavailable</c>.
    /// </exception>
    Task<ReceivedFile> Receive(Stream bytes, long most, CancellationToken ct);

    /// <returns>Seekable: only what is read is fetched.</returns>
    /// <exception cref="FileNotFoundException">A row without its bytes: the store is damaged.</exception>
    /// <exception cref="DamagedFileException">They are not those that were kept; told here or while they are read.</exception>
    /// <exception cref="RefusedException"><c>attachment.store_unavailable</c>.</exception>
    Task<Stream> Open(string sha256, CancellationToken ct);
}

public static class Receiving
{
    /// <summary>In one request.</summary>
    public static Task<ReceivedFile> Receive(this IFileStore files, Stream bytes, CancellationToken ct) =>
        files.Receive(bytes, Attachment.MaxBytes, ct);
}

/// <summary>A file that has arrived whole and waits to be kept; disposing of it throws it away.</summary>
public abstract class ReceivedFile : IAsyncDisposable
{
    /// <summary>64 hex digits.</summary>
    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>Seekable; only before <see cref="Keep"/>.</summary>
    public abstract Stream OpenRead();

    /// <summary>From here on the bytes survive a crash of the machine.</summary>
    /// <exception cref="RefusedException"><c>attachment.store_unavailable</c>: they are not kept; it may be tried again.</exception>
    public abstract Task Keep(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Stored bytes were changed, cut off or exchanged.</summary>
public sealed class DamagedFileException(string message, Exception? inner = null) : IOException(message, inner);
