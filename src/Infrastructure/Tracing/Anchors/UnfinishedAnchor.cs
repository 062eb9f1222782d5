using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing.Anchors;

/// <summary>A line that a host wrote and died, or is about to tell the database of: what it folds still waits.</summary>
public sealed class UnfinishedAnchor(CourtDb db, AnchorFolder folder)
{
    public async Task<bool> Is(AnchorLine anchor, CancellationToken ct) =>
        await folder.Heads(anchor.Number).FirstOrDefaultAsync(ct) is { } line
        && AnchorFolder.Read<AnchoredHead>(line) is { } head
        && await db.Set<UnanchoredHead>().AnyAsync(h => h.SubjectId == head.Subject && h.Sequence == head.Sequence, ct);
}
