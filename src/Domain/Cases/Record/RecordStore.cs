using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>A case with what stands of its record and what is disagreed about.</summary>
public sealed record StoredCase(Case Case, CaseRecord? Record, List<CaseConflict> Conflicts);

/// <summary>Reads the cases of a batch whole, with one query for each table, and the people who are told.</summary>
public sealed class RecordStore(ICourtDb db)
{
    /// <param name="numbers">Normal forms.</param>
    public async Task<Dictionary<string, StoredCase>> Load(List<string> numbers, CancellationToken ct)
    {
        var cases = await db.Set<Case>().Where(c => numbers.Contains(c.Number)).ToListAsync(ct);
        List<Guid> ids = [.. cases.Select(c => c.Id)];
        if (ids.Count == 0)
            return [];
        // What belongs to them finds its way into their lists.
        await db.Set<PanelMember>().Where(m => ids.Contains(m.CaseId)).LoadAsync(ct);
        await db.Set<CaseParty>().Where(p => ids.Contains(p.CaseId)).LoadAsync(ct);
        await db.Set<CaseAgent>().Where(a => ids.Contains(a.Party.CaseId)).LoadAsync(ct);
        await db.Set<CaseHearing>().Where(h => ids.Contains(h.CaseId)).LoadAsync(ct);
        await db.Set<CaseLimit>().Where(l => ids.Contains(l.CaseId)).LoadAsync(ct);
        await db.Set<CaseNode>().Where(n => ids.Contains(n.CaseId)).LoadAsync(ct);
        await db.Set<CaseFile>().Where(f => ids.Contains(f.CaseId)).LoadAsync(ct);
        await db.Set<CaseFee>().Where(f => ids.Contains(f.CaseId)).LoadAsync(ct);
        var records = await db.Set<CaseRecord>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var conflicts = (await db.Set<CaseConflict>().Where(c => ids.Contains(c.CaseId)).ToListAsync(ct)).ToLookup(c => c.CaseId);
        return cases.ToDictionary(c => c.Number, c => new StoredCase(c, records.GetValueOrDefault(c.Id), [.. conflicts[c.Id]]));
    }

    /// <summary>Secret cases that were never here.</summary>
    public async Task<Dictionary<string, WithheldCase>> Withheld(IEnumerable<string> numberKeys, CancellationToken ct)
    {
        List<string> keys = [.. numberKeys];
        return keys.Count == 0 ? [] : await db.Set<WithheldCase>().Where(w => keys.Contains(w.Key)).ToDictionaryAsync(w => w.Key, ct);
    }

    /// <summary>Verified people with an account, by the key of their ID number.</summary>
    public async Task<Dictionary<string, Litigant>> PeopleOf(IEnumerable<string> identityKeys, CancellationToken ct)
    {
        List<string> keys = [.. identityKeys.Distinct()];
        return keys.Count == 0
            ? []
            : await db.Set<Litigant>()
                .AsNoTracking()
                .Where(l => l.IdentityKey != null && keys.Contains(l.IdentityKey))
                .ToDictionaryAsync(l => l.IdentityKey!, ct);
    }

    /// <summary>What came before the record that names it can be opened from now on.</summary>
    public async Task MatchFiles(IEnumerable<Case> cases, CancellationToken ct)
    {
        var waiting = cases
            .SelectMany(c => c.Files)
            .Where(f => f.Sha256.Length == 0 && f.ExpectedHash.Length > 0)
            .ToLookup(f => f.ExpectedHash);
        List<string> hashes = [.. waiting.Select(w => w.Key)];
        if (hashes.Count == 0)
            return;
        foreach (var here in await db.Set<ArrivedFile>().Where(f => hashes.Contains(f.Sha256)).Select(f => f.Sha256).ToListAsync(ct))
        foreach (var file in waiting[here])
            file.Sha256 = here;
    }

    /// <summary>What told people of these nodes must not stand (FLOW 13).</summary>
    public async Task Recall(List<Guid> nodes, DateTimeOffset now, CancellationToken ct)
    {
        if (nodes.Count == 0)
            return;
        foreach (var notice in await db.Set<Notice>().Where(n => n.PartId != null && nodes.Contains(n.PartId.Value)).ToListAsync(ct))
            notice.Recall(now);
    }

    /// <summary>Courts and kinds of which the setting is not the default.</summary>
    public async Task<Dictionary<(Guid Court, CaseNodeKind Kind), bool>> Pushes(CancellationToken ct) =>
        await db.Set<NodePush>().AsNoTracking().ToDictionaryAsync(p => (p.CourtId, p.Kind), p => p.IsTold, ct);

    public static IEnumerable<string> KeysOf(Case @case) =>
        @case
            .Parties.Where(p => p.LeftAt is null)
            .SelectMany(p => p.Agents.Where(a => a.EndedAt is null).Select(a => a.IdentityKey).Prepend(p.IdentityKey))
            .Where(k => k.Length > 0);
}
