namespace Infrastructure.Files;

/// <summary>Bytes by name, as they lie on the disk or with the S3 service: encrypted above, by <see cref="FileStore"/>.</summary>
public interface IStorage
{
    /// <summary>A whole file under its name, in place of what may be there; once it returns it survives a crash.</summary>
    /// <param name="path">Taken away by this, or left for the caller to delete.</param>
    Task Put(string name, string path, CancellationToken ct);

    /// <returns>Seekable.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    Task<Stream> Open(string name, CancellationToken ct);

    /// <summary>None of that name is no failure.</summary>
    Task Delete(string name, CancellationToken ct);

    /// <returns>Null when there is none.</returns>
    Task<StoredFile?> Find(string name, CancellationToken ct);

    /// <summary>Ours only.</summary>
    IAsyncEnumerable<StoredFile> List(CancellationToken ct);

    /// <exception cref="IOException">Nothing can be read or written at the moment.</exception>
    Task Check(CancellationToken ct);
}

/// <param name="WrittenAt">By the storage's own clock.</param>
public sealed record StoredFile(string Name, long Size, DateTimeOffset WrittenAt)
{
    /// <summary>A SHA-256; a folder or bucket may hold what others laid there.</summary>
    public static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
