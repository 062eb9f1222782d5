namespace Domain.Attachments;

/// <summary>Where the bytes lie: once per content, named by SHA-256, never changed.</summary>
public interface IFileStore
{
    /// <summary>Takes the bytes in as they come, without holding them in memory. Nothing stays unless it is kept.</summary>
    /// <exception cref="Shared.RefusedException"><c>attachment.too_large</c> as soon as there are more than <see cref="Attachment.MaxBytes"/>.</exception>
    Task<ReceivedFile> Receive(Stream bytes, CancellationToken ct);

    /// <exception cref="FileNotFoundException">A row without its bytes: the store is damaged.</exception>
    Stream Open(string sha256);
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
    public abstract void Keep();

    public abstract ValueTask DisposeAsync();
}
