using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases.Import;

/// <summary>Files of records as the administrator sees them.</summary>
public sealed class ImportQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    public async Task<Page<CaseImport>> Page(Cursor? after, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.CaseImports))
            return new([], null);
        var rows = await db.Set<CaseImport>().AsNoTracking().NewestFirst(after, i => i.BegunAt, i => i.Id).ToListAsync(ct);
        return Page<CaseImport>.Of(rows, i => new Cursor(i.BegunAt, i.Id));
    }

    /// <summary>Lines that were refused or of which something was left out, in their order; no more than <see cref="CaseImportFault.Most"/>.</summary>
    public async Task<IReadOnlyList<CaseImportFault>> Faults(Guid import, Actor by, CancellationToken ct) =>
        by.Reaches(Feature.CaseImports)
            ? await db.Set<CaseImportFault>().AsNoTracking().Where(f => f.ImportId == import).OrderBy(f => f.Line).ToListAsync(ct)
            : [];
}
