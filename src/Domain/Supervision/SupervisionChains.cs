using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Supervision;

/// <summary>Who holds the posts above a division now; for many divisions at once in two queries.</summary>
public sealed class SupervisionChains(ICourtDb db)
{
    public async Task<SupervisionChain> Of(Guid divisionId, CancellationToken ct) => (await Of([divisionId], ct))[divisionId];

    public async Task<IReadOnlyDictionary<Guid, SupervisionChain>> Of(IReadOnlyCollection<Guid> divisionIds, CancellationToken ct)
    {
        var divisions = await db.Set<Division>().AsNoTracking().Where(d => divisionIds.Contains(d.Id)).ToListAsync(ct);
        var courts = divisions.Select(d => d.CourtId).Distinct().ToList();
        var posts = await db.Set<Post>()
            .AsNoTracking()
            .Where(p =>
                courts.Contains(p.CourtId)
                && p.IsActive
                && p.Staff.IsActive
                && (
                    p.Role == Role.DivisionHead
                    || p.Role == Role.VicePresident
                    || p.Role == Role.President
                    || p.Role == Role.FilingDivision
                    || p.Role == Role.LiaisonOfficer
                )
            )
            .OrderBy(p => p.Id)
            .Select(p => new Seat(p.CourtId, p.DivisionId, new Holder(p.StaffId, p.Staff.Name, p.Role)))
            .ToListAsync(ct);
        return divisions.ToDictionary(d => d.Id, d => ChainOf(d, posts.Where(p => p.CourtId == d.CourtId).ToList()));
    }

    private static SupervisionChain ChainOf(Division division, List<Seat> seats)
    {
        var vicePresidents = seats.Where(p => p.Holder.Role == Role.VicePresident).ToList();
        return new SupervisionChain(
            seats.FirstOrDefault(p => p.Holder.Role == Role.DivisionHead && p.DivisionId == division.Id)?.Holder,
            (vicePresidents.FirstOrDefault(p => p.Holder.StaffId == division.VicePresidentId) ?? vicePresidents.FirstOrDefault())?.Holder,
            seats.FirstOrDefault(p => p.Holder.Role == Role.President)?.Holder
        )
        {
            Division = division.ShortName,
            Liaison = seats.FirstOrDefault(p => p.Holder.Role == Role.LiaisonOfficer && p.DivisionId == division.Id)?.Holder,
            Platform = [.. seats.Where(p => p.Holder.Role == Role.FilingDivision).Select(p => p.Holder)],
        };
    }

    private sealed record Seat(Guid CourtId, Guid DivisionId, Holder Holder);
}
