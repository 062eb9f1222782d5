using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>What the use cases on one warning share.</summary>
internal static class EarlyWarningChanges
{
    /// <summary>Acts on one warning. The same entry twice is one.</summary>
    public static Task<EarlyWarning> Change(
        this ICourtDb db,
        Guid id,
        Actor by,
        Action<EarlyWarning> act,
        CancellationToken ct,
        Guid? entryId = null
    ) =>
        db.Change(
            db.WarningsVisibleTo(by).Include(w => w.Entries.OrderBy(e => e.Position)).Where(w => w.Id == id),
            EarlyWarningErrors.NotFound,
            warning =>
            {
                if (entryId is null || !warning.Entries.Exists(e => e.Id == entryId))
                    act(warning);
            },
            ct
        );

    /// <summary>Somebody in service at the court.</summary>
    public static async Task<Holder> Colleague(this ICourtDb db, Guid staffId, Guid courtId, CancellationToken ct) =>
        await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.StaffId == staffId && p.CourtId == courtId && p.IsActive && p.Staff.IsActive)
            .OrderBy(p => p.Role)
            .ThenBy(p => p.Id)
            .Select(p => new Holder(p.StaffId, p.Staff.Name, p.Role))
            .FirstOrDefaultAsync(ct)
        ?? throw EarlyWarningErrors.OwnerMissing();

    /// <summary>Whom a new warning reaches: the filing division's platform people; without any, the head or whoever stands above.</summary>
    public static IReadOnlyList<Guid> FirstCalled(this SupervisionChain chain) =>
        chain.Platform.Count > 0 ? [.. chain.Platform.Select(p => p.StaffId)]
        : (chain.Head ?? chain.VicePresident ?? chain.President) is { } leader ? [leader.StaffId]
        : [];

    public static async Task<Guid> CourtOf(this ICourtDb db, Guid id, Actor by, CancellationToken ct) =>
        await db.WarningsVisibleTo(by).Where(w => w.Id == id).Select(w => (Guid?)w.CourtId).SingleOrDefaultAsync(ct)
        ?? throw EarlyWarningErrors.NotFound();

    public static async Task<Guid> FilingDivision(this ICourtDb db, Guid courtId, CancellationToken ct) =>
        await db.Set<Division>()
            .Where(d => d.CourtId == courtId && d.Kind == DivisionKind.Filing)
            .OrderBy(d => d.Position)
            .Select(d => (Guid?)d.Id)
            .FirstOrDefaultAsync(ct)
        ?? throw EarlyWarningErrors.NobodyToTake();
}
