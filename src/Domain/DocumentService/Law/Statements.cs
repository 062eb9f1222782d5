using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// Mediation statements (调解书) of some cases over all their tasks: the same one, told by the hash of what was frozen, binds when everybody
/// has signed it (JI 149), whichever task brought it.
/// </summary>
public sealed class Statements
{
    private readonly IReadOnlyDictionary<Guid, string> _sources;
    private readonly ILookup<Guid, Guid> _parties;

    private Statements(IReadOnlyDictionary<Guid, string> sources, ILookup<Guid, Guid> parties, IReadOnlyList<Service> services) =>
        (_sources, _parties, Services) = (sources, parties, services);

    /// <summary>All by which one of them is served, with copies and attempts.</summary>
    public IReadOnlyList<Service> Services { get; }

    /// <returns>Null for a document that is no mediation statement of these cases.</returns>
    public string? SourceOf(Guid documentId) => _sources.GetValueOrDefault(documentId);

    /// <summary>Both sides; a third party signs where it is served with it.</summary>
    internal IEnumerable<Guid> MustSign(Guid caseId) => _parties[caseId];

    /// <param name="tracked">False where they are looked at and not changed.</param>
    public static async Task<Statements> Of(ICourtDb db, IReadOnlyCollection<Service> services, CancellationToken ct, bool tracked = true)
    {
        var cases = services
            .Where(s => s.Copies.Exists(c => c.Kind == DocumentKind.MediationStatement))
            .Select(s => s.CaseId)
            .Distinct()
            .ToList();
        if (cases.Count == 0)
            return new Statements(new Dictionary<Guid, string>(), Array.Empty<Guid>().ToLookup(x => x), []);
        var documents = await db.Set<ServedDocument>()
            .Where(d => cases.Contains(d.CaseId) && d.Kind == DocumentKind.MediationStatement)
            .Select(d => new { d.Id, d.SourceSha256 })
            .ToDictionaryAsync(d => d.Id, d => d.SourceSha256, ct);
        var parties = await db.Set<CaseParty>()
            .Where(p => cases.Contains(p.CaseId) && p.Role != PartyRole.ThirdParty && p.LeftAt == null)
            .Select(p => new { p.CaseId, p.Id })
            .ToListAsync(ct);
        var query = db.Set<Service>()
            .Where(s => cases.Contains(s.CaseId) && s.Copies.Any(c => c.Kind == DocumentKind.MediationStatement))
            .Include(s => s.Copies)
            .Include(s => s.Attempts);
        var known = services.Select(s => s.Id).ToHashSet();
        var found = await (tracked ? query : query.AsNoTracking()).ToListAsync(ct);
        return new Statements(
            documents,
            parties.ToLookup(p => p.CaseId, p => p.Id),
            [.. services.Where(s => cases.Contains(s.CaseId)), .. found.Where(s => !known.Contains(s.Id))]
        );
    }
}
