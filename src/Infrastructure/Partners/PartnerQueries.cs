using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners;

/// <param name="CourtName">Empty for the whole city.</param>
public sealed record PartnerRow(Partner Partner, string CourtName, DateTimeOffset? LastCallAt);

/// <summary>Partner systems (对接系统) as their callers' door and their page see them.</summary>
public sealed class PartnerQueries(CourtDb db)
{
    /// <summary>Who calls, with the keys: asked at each call, so that what is ended is ended at once.</summary>
    public Task<Partner?> Calling(Guid id, CancellationToken ct) =>
        db.Set<Partner>().AsNoTracking().Include(p => p.Keys).SingleOrDefaultAsync(p => p.Id == id, ct);

    /// <param name="hash">SHA-256 of the certificate.</param>
    public Task<Partner?> ByCertificate(string hash, CancellationToken ct) =>
        db.Set<Partner>()
            .AsNoTracking()
            .Include(p => p.Keys)
            .SingleOrDefaultAsync(p => p.Keys.Any(k => k.Hash == hash && k.Kind == PartnerKeyKind.Certificate && k.EndedAt == null), ct);

    /// <summary>There are tens of them, not thousands: in use first, by name.</summary>
    public Task<List<PartnerRow>> All(Actor by, CancellationToken ct) =>
        Rows(db.PartnersVisibleTo(by).OrderBy(p => p.State == PartnerState.Ended).ThenBy(p => p.Name).ThenBy(p => p.Id)).ToListAsync(ct);

    /// <returns>Null where there is none within reach.</returns>
    public async Task<PartnerRow?> One(Guid id, Actor by, CancellationToken ct)
    {
        if (await Rows(db.PartnersVisibleTo(by).Where(p => p.Id == id)).SingleOrDefaultAsync(ct) is not { } row)
            return null;
        row.Partner.Keys.AddRange(
            await db.Set<PartnerKey>().AsNoTracking().Where(k => k.PartnerId == id).OrderBy(k => k.MadeAt).ToListAsync(ct)
        );
        return row;
    }

    public async Task<Page<PartnerCall>> Calls(Guid id, Cursor? after, Actor by, CancellationToken ct)
    {
        var visible = db.PartnersVisibleTo(by);
        var calls = db.Set<PartnerCall>().AsNoTracking().Where(c => c.PartnerId == id && visible.Any(p => p.Id == id));
        var rows = await calls.NewestFirst(after, c => c.At, c => c.Id).ToListAsync(ct);
        return Page<PartnerCall>.Of(rows, c => new Cursor(c.At, c.Id));
    }

    public Task<List<TraceRow>> Trace(Guid id, Actor by, CancellationToken ct)
    {
        var visible = db.PartnersVisibleTo(by);
        return db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => t.SubjectId == id && visible.Any(p => p.Id == id))
            .OrderByDescending(t => t.Sequence)
            .ToListAsync(ct);
    }

    private IQueryable<PartnerRow> Rows(IQueryable<Partner> partners) =>
        partners
            .AsNoTracking()
            .Select(p => new PartnerRow(
                p,
                db.Set<Court>().Where(c => c.Id == p.CourtId).Select(c => c.ShortName).SingleOrDefault() ?? "",
                db.Set<PartnerCall>().Where(c => c.PartnerId == p.Id).Max(c => (DateTimeOffset?)c.At)
            ));
}
