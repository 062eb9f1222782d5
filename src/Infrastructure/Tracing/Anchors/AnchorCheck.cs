using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Whether the anchors outside still hold, and whether the trace still has every row that they name: what was deleted whole or set back to
/// an earlier end shows here. Rows that wait for the next anchor are looked for too.
/// </summary>
public sealed class AnchorCheck(CourtDb db, IServiceScopeFactory scopes, AnchorFolder folder, StampTrust trust)
{
    private const string Name = "anchors";
    private const int AtOnce = 1_000;

    public async Task Verify(TraceFindings findings, CancellationToken ct)
    {
        await using var other = scopes.CreateAsyncScope(); // one connection reads on while the other looks for what was read
        var waiting = other.ServiceProvider.GetRequiredService<CourtDb>().Set<UnanchoredHead>().AsNoTracking();
        await LookFor(waiting.AsAsyncEnumerable().Select(AnchoredHead.Of), "a row that waits for the next anchor", findings, ct);
        if (!folder.IsConfigured)
            return;
        var known = await db.Set<Anchor>().AsNoTracking().ToDictionaryAsync(a => a.Number, ct);
        var (previous, number) = ("", 0L);
        await foreach (var (anchor, text) in folder.Lines().WithCancellation(ct))
        {
            number++;
            findings.CountAnchor();
            var hash = TraceRow.HashOf(text);
            if (anchor is null)
            {
                findings.Add(Name, number, "the line cannot be read");
                previous = hash;
                continue;
            }

            if (anchor.Number != number || anchor.Previous != previous)
                findings.Add(Name, number, "the line does not follow the one before it");
            var stamp = folder.Stamp(anchor.Number);
            if (known.Remove(anchor.Number, out var kept) && kept.Hash != hash)
                findings.Add(Name, anchor.Number, "the line is not the one that the database knows");
            if (stamp is not null && !trust.Holds(stamp, hash))
                findings.Add(Name, anchor.Number, "the time stamp is not of this line, or of nobody we trust");
            if (stamp is null && kept?.StampedAt is not null)
                findings.Add(Name, anchor.Number, "the time stamp is gone");
            await CheckHeads(anchor, findings, ct);
            (previous, number) = (hash, anchor.Number);
        }

        foreach (var missing in known.Keys.Order())
            findings.Add(Name, missing, "the line is gone from the file");
    }

    private async Task CheckHeads(AnchorLine anchor, TraceFindings findings, CancellationToken ct)
    {
        var tree = new MerkleTree();
        var heads = folder.Heads(anchor.Number).Select(Read).OfType<AnchoredHead>(); // what cannot be read, the tree misses
        await LookFor(heads, $"a row that anchor {anchor.Number} names", findings, ct);
        if (tree.Leaves != anchor.Heads || tree.Root() != anchor.Root)
            findings.Add(Name, anchor.Number, "its heads are not those that it was folded from");

        AnchoredHead? Read(string line)
        {
            tree.Add(line);
            return AnchorFolder.Read<AnchoredHead>(line);
        }
    }

    /// <param name="what">What the heads are, for the finding.</param>
    private async Task LookFor(IAsyncEnumerable<AnchoredHead> heads, string what, TraceFindings findings, CancellationToken ct)
    {
        await foreach (var part in heads.Chunk(AtOnce).WithCancellation(ct))
        {
            var ids = part.Select(h => h.Subject).Distinct().ToList();
            var rows = await db.Set<TraceRow>()
                .AsNoTracking()
                .Where(t => ids.Contains(t.SubjectId))
                .Select(t => new
                {
                    t.SubjectId,
                    t.Sequence,
                    t.Hash,
                })
                .ToDictionaryAsync(t => (t.SubjectId, t.Sequence), t => t.Hash, ct);
            foreach (var head in part)
            {
                if (!rows.TryGetValue((head.Subject, head.Sequence), out var hash))
                    findings.Add(head.Called(), head.Sequence, $"{what} is gone");
                else if (hash != head.Hash)
                    findings.Add(head.Called(), head.Sequence, $"{what} is another now");
            }
        }
    }
}
