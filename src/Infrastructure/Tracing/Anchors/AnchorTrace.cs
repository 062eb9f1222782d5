using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Writes the newest rows of all chains that changed since the last anchor outside the database, folded into one hash that names the
/// anchor before. One host at a time.
/// </summary>
public sealed class AnchorTrace(
    CourtDb db,
    WorkerLeases leases,
    AnchorFolder folder,
    UnfinishedAnchor unfinished,
    TimeStamps stamps,
    TimeProvider clock
)
{
    private const string Lease = "anchoring";

    /// <summary>In one anchor; more make another.</summary>
    private const int MostHeads = 50_000;

    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(10);

    /// <returns>How many heads were anchored; null when another host is at it.</returns>
    public Task<int?> Run(CancellationToken ct) =>
        leases.Alone(
            Lease,
            s_lease,
            async stillOurs =>
            {
                var anchored = 0;
                int heads;
                do
                {
                    heads = await One(ct);
                    anchored += heads;
                } while (heads == MostHeads && await stillOurs());
                await stamps.StampMissing(ct);
                return anchored;
            },
            ct
        );

    /// <summary>
    /// The file first: what dies before the rows are taken away is anchored twice, which harms nothing, and the line that the database has
    /// not heard of is noted with the next.
    /// </summary>
    private async Task<int> One(CancellationToken ct)
    {
        var heads = await db.Set<UnanchoredHead>().OrderBy(h => h.SubjectId).ThenBy(h => h.Sequence).Take(MostHeads).ToListAsync(ct);
        if (heads.Count == 0)
            return 0;
        var lines = heads.GroupBy(h => h.SubjectId).Select(g => CanonicalJson.Of(AnchoredHead.Of(g.MaxBy(h => h.Sequence)!))).ToList();
        var tree = new MerkleTree();
        foreach (var line in lines)
            tree.Add(line);
        var last = await folder.Last();
        var number = last?.Anchor.Number ?? 0;
        if (await db.Set<Anchor>().AnyAsync(a => a.Number > number, ct))
            throw new InvalidOperationException("The end of Trace:AnchorFolder is gone, or it is not the folder of this database.");
        var anchor = new AnchorLine(
            number + 1,
            clock.GetUtcNow(),
            lines.Count,
            tree.Root(),
            last is { } before ? TraceRow.HashOf(before.Text) : ""
        );
        var text = CanonicalJson.Of(anchor);
        await folder.WriteHeads(anchor.Number, lines, ct);
        await folder.Append(text, ct);
        db.RemoveRange(heads);
        if (last is { } left && await unfinished.Is(left.Anchor, ct))
            db.Set<Anchor>().Add(Anchor.Of(left.Anchor, left.Text));
        db.Set<Anchor>().Add(Anchor.Of(anchor, text));
        await db.SaveChangesAsync(ct);
        db.Forget();
        return heads.Count;
    }
}
