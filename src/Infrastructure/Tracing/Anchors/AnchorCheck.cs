using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Whether the anchors outside still hold, and whether the trace still has every row that they name: what was deleted whole or set back to
/// an earlier end shows here. Rows that wait for the next anchor are looked for too, and so is a newest row that neither stands in an anchor
/// nor waits for one: the only thing that is kept of every record while this runs is its id (32 MB a million).
/// </summary>
public sealed class AnchorCheck(CourtDb db, IServiceScopeFactory scopes, AnchorFolder folder, UnfinishedAnchor unfinished, StampTrust trust)
{
    private const string Name = "anchors";
    private const int AtOnce = 1_000;
    private static readonly TimeSpan s_rounding = TimeSpan.FromMilliseconds(1);
    private readonly HashSet<Guid> _held = []; // records whose newest row is anchored or waits

    public async Task Verify(TraceFindings findings, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope(); // one connection reads on while the other looks for what was read
        var other = scope.ServiceProvider.GetRequiredService<CourtDb>();
        var waiting = other.Set<UnanchoredHead>().AsNoTracking();
        await LookFor(waiting.AsAsyncEnumerable().Select(AnchoredHead.Of), "a row that waits for the next anchor", findings, ct);
        if (!folder.IsConfigured || await CheckLines(findings, ct))
            await FindForgotten(other, findings, ct);
    }

    /// <returns>Whether the heads of all anchors can be read: what one held that cannot says nothing of its records.</returns>
    private async Task<bool> CheckLines(TraceFindings findings, CancellationToken ct)
    {
        var isWhole = true;
        var known = await db.Set<Anchor>().AsNoTracking().ToDictionaryAsync(a => a.Number, ct);
        var (previous, number) = ("", 0L);
        List<AnchorLine> unknown = [];
        await foreach (var (anchor, text) in folder.Lines().WithCancellation(ct))
        {
            number++;
            findings.CountAnchor();
            var hash = TraceRow.HashOf(text);
            if (anchor is null)
            {
                findings.Add(Name, number, "the line cannot be read");
                (previous, isWhole) = (hash, false);
                continue;
            }

            if (anchor.Number != number || anchor.Previous != previous)
                findings.Add(Name, number, "the line does not follow the one before it");
            var stamp = folder.Stamp(anchor.Number);
            if (!known.Remove(anchor.Number, out var kept))
                unknown.Add(anchor);
            else if (kept.Hash != hash)
                findings.Add(Name, anchor.Number, "the line is not the one that the database knows");
            else if ((kept.At - anchor.At).Duration() > s_rounding || kept.Heads != anchor.Heads)
                findings.Add(Name, anchor.Number, "the database has another time or count of it than its line");
            if (stamp is not null && !trust.Holds(stamp, hash))
                findings.Add(Name, anchor.Number, "the time stamp is not of this line, or of nobody we trust");
            if (stamp is null && kept?.StampedAt is not null)
                findings.Add(Name, anchor.Number, "the time stamp is gone");
            isWhole &= await CheckHeads(anchor, findings, ct);
            (previous, number) = (hash, anchor.Number);
        }

        foreach (var anchor in unknown)
        {
            // In this order: what a host notes at this moment ceases to wait as it becomes known.
            if (!await unfinished.Is(anchor, ct) && !await db.Set<Anchor>().AnyAsync(a => a.Number == anchor.Number, ct))
                findings.Add(Name, anchor.Number, "the database does not know the line, nor whether it was stamped");
        }

        foreach (var missing in known.Keys.Order())
            findings.Add(Name, missing, "the line is gone from the file");
        return isWhole && known.Count == 0;
    }

    /// <returns>Whether they are those that it was folded from.</returns>
    private async Task<bool> CheckHeads(AnchorLine anchor, TraceFindings findings, CancellationToken ct)
    {
        var tree = new MerkleTree();
        var heads = folder.Heads(anchor.Number).Select(Read).OfType<AnchoredHead>(); // what cannot be read, the tree misses
        await LookFor(heads, $"a row that anchor {anchor.Number} names", findings, ct);
        var isWhole = tree.Leaves == anchor.Heads && tree.Root() == anchor.Root;
        if (!isWhole)
            findings.Add(Name, anchor.Number, "its heads are not those that it was folded from");
        return isWhole;

        AnchoredHead? Read(string line)
        {
            tree.Add(line);
            return AnchorFolder.Read<AnchoredHead>(line);
        }
    }

    /// <summary>
    /// Records whose newest row nobody holds: taken out of the queue, it would never have been anchored. What is saved and anchored
    /// meanwhile is none: the queue is read after the records, the files after the queue.
    /// </summary>
    private async Task FindForgotten(CourtDb other, TraceFindings findings, CancellationToken ct)
    {
        Dictionary<(Guid Subject, long Sequence), string> forgotten = [];
        var chains = other.Set<TraceRow>().Where(t => t.Sequence == 1).Select(t => t.SubjectId).AsAsyncEnumerable();
        await foreach (var ids in chains.Where(id => !_held.Contains(id)).Chunk(AtOnce).WithCancellation(ct))
        {
            var rows = db.Set<TraceRow>().AsNoTracking().Where(t => ids.Contains(t.SubjectId));
            var newest = rows.Where(t => !db.Set<TraceRow>().Any(n => n.SubjectId == t.SubjectId && n.Sequence > t.Sequence));
            var unheld = newest.Where(t => !db.Set<UnanchoredHead>().Any(h => h.SubjectId == t.SubjectId && h.Sequence == t.Sequence));
            foreach (var row in await unheld.ToListAsync(ct))
                forgotten.Add((row.SubjectId, row.Sequence), row.Called());
        }

        await foreach (
            var (anchor, _) in forgotten.Count > 0 && folder.IsConfigured ? folder.Lines() : AsyncEnumerable.Empty<(AnchorLine?, string)>()
        )
        {
            await foreach (var line in anchor is null ? AsyncEnumerable.Empty<string>() : folder.Heads(anchor.Number))
            {
                if (AnchorFolder.Read<AnchoredHead>(line) is { } head)
                    forgotten.Remove((head.Subject, head.Sequence));
            }
        }

        foreach (var ((_, sequence), name) in forgotten)
            findings.Add(name, sequence, "the newest row is in no anchor and does not wait for one");
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
            var newest = rows.Keys.GroupBy(k => k.SubjectId).ToDictionary(g => g.Key, g => g.Max(k => k.Sequence));
            foreach (var head in part)
            {
                if (newest.GetValueOrDefault(head.Subject) == head.Sequence)
                    _held.Add(head.Subject);
                if (!rows.TryGetValue((head.Subject, head.Sequence), out var hash))
                    findings.Add(head.Called(), head.Sequence, $"{what} is gone");
                else if (hash != head.Hash)
                    findings.Add(head.Called(), head.Sequence, $"{what} is another now");
            }
        }
    }
}
