using Domain.DocumentService;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>
/// How documents are called on every page of their reader: by the title, and where another one of the same case has the same title, by
/// the end of the serial too (民事裁定书（编号末尾 0001-02）).
/// </summary>
internal sealed class DocumentNames
{
    private readonly HashSet<(Guid CaseId, string Title)> _alike;

    private DocumentNames(HashSet<(Guid, string)> alike) => _alike = alike;

    /// <param name="mine">All that the reader may see: a name depends neither on the page nor on what is signed.</param>
    public static async Task<DocumentNames> Of(IQueryable<ReadableCopy> mine, IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var alike = await mine.Where(r => caseIds.Contains(r.Service.CaseId))
            .GroupBy(r => new { r.Service.CaseId, r.Copy.Title })
            .Where(g => g.Select(r => r.Copy.DocumentId).Distinct().Count() > 1)
            .Select(g => g.Key)
            .ToListAsync(ct);
        return new DocumentNames([.. alike.Select(a => (a.CaseId, a.Title))]);
    }

    public string Of(Guid caseId, string title, string serial) =>
        _alike.Contains((caseId, title)) ? $"{title}（编号末尾 {string.Join('-', serial.Split('-')[^2..])}）" : title;
}
