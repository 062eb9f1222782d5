namespace Domain.Uploads;

/// <summary>Where bytes lie while they arrive: one growing file for an upload, in a folder that all hosts share.</summary>
public interface IUploadPieces
{
    /// <returns>Null while another has it open.</returns>
    /// <exception cref="Shared.RefusedException"><c>attachment.store_unavailable</c>; told by what is opened too.</exception>
    IUploadFile? Open(Guid id);

    /// <summary>As far as it can be gone on from, not beyond <paramref name="until"/>.</summary>
    /// <returns>0 where there is none.</returns>
    long LengthOf(Guid id, long until);

    Stream Read(Guid id);
    void Delete(Guid id);
}

public interface IUploadFile : IAsyncDisposable
{
    /// <param name="at">Where a former one ended, or 0.</param>
    Task Write(long at, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>From here on what was written survives a crash of the machine.</summary>
    void Flush();
}
