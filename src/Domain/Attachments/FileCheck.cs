namespace Domain.Attachments;

/// <summary>Looks into a file for what harms whoever opens it.</summary>
public interface IFileScanner
{
    Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct);
}

public enum ScanVerdict
{
    Clean,
    Infected,

    /// <summary>Nobody could say; then nothing is taken in.</summary>
    Unavailable,
}

/// <summary>What every uploaded file goes through before it is kept: what it is, and that it does no harm.</summary>
public sealed class FileCheck(IFileScanner scanner)
{
    /// <exception cref="Shared.RefusedException">
    /// <c>attachment.empty</c>, <c>.too_large</c>, <c>.macros</c>, <c>.embedded_file</c>, <c>.unpacks_too_large</c>, <c>.damaged</c>, <c>.infected</c>,
    /// <c>.scan_unavailable</c>, <c>.type_not_allowed</c>.
    /// </exception>
    public async Task<FileKind> Check(ReceivedFile file, CancellationToken ct)
    {
        if (file.Size == 0)
            throw AttachmentErrors.Empty();
        await using var bytes = file.OpenRead();
        var refusal = HarmfulContent.Of(bytes) switch
        {
            Harm.Macros => AttachmentErrors.Macros(),
            Harm.EmbeddedFile => AttachmentErrors.EmbeddedFile(),
            Harm.TestVirus => AttachmentErrors.Infected(),
            _ => null,
        };
        if (refusal is not null)
            throw refusal;
        var kind = FileKind.Of(bytes) ?? throw AttachmentErrors.TypeNotAllowed();
        if (file.Size > kind.MostBytes)
            throw AttachmentErrors.TooLarge(file.Size, kind.MostBytes);
        bytes.Position = 0;
        return await scanner.Scan(bytes, ct) switch
        {
            ScanVerdict.Clean => kind,
            ScanVerdict.Infected => throw AttachmentErrors.Infected(),
            _ => throw AttachmentErrors.ScanUnavailable(),
        };
    }
}
