namespace Domain.Uploads;

/// <summary>Where bytes lie while they arrive: one growing file for an upload, in a folder that all hosts share.</summary>
public interface IUploadPieces
{
    /// <returns>Null while another has it open.</returns>
    /// <exception cref="Shared.RefusedException"><c>attachment.store_unavailable</c>; told by what is opened too.</exception>
    IUploadFile? Open(Guid id);

    /// <returns>0 where there is none.</returns>
    long LengthOf(Guid id);

    Stream Read(Guid id);
    void Delete(Guid id);
}

public interface IUploadFile : IAsyncDisposable
{
    Task Write(long at, ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>From here on what was written survives a crash of the machine.</summary>
    void Flush();
}
