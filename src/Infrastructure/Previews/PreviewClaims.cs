using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>Previews taken by one worker and passed over by the others, in each engine's own words; claims hold by the database's clock.</summary>
public abstract class PreviewClaims
{
    /// <summary>Takes the one that waits longest, or whose worker died, and counts the try. Nothing stays locked or tracked.</summary>
    public abstract Task<FilePreview?> Next(bool isMedia, TimeSpan lease, CancellationToken ct);

    /// <returns>False when it is another's by now.</returns>
    public abstract Task<bool> Extend(FilePreview claimed, TimeSpan lease, CancellationToken ct);
}
