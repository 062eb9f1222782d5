using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Supervision;

/// <summary>Who answers for each division of the administrator's own court.</summary>
public sealed class InChargeQueries(CourtDb db, SupervisionChains chains)
{
    public async Task<InChargeView> OwnCourt(Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        var name = await db.Set<Court>().Where(c => c.Id == court).Select(c => c.ShortName).SingleAsync(ct);
        // Leaders' own office owes no answers.
        var divisions = await db.Set<Division>()
            .AsNoTracking()
            .Where(d => d.CourtId == court && d.Kind != DivisionKind.Leadership)
            .OrderBy(d => d.Position)
            .ToListAsync(ct);
        var posts = await chains.Of([.. divisions.Select(d => d.Id)], ct);
        var vicePresidents = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.CourtId == court && p.Role == Role.VicePresident && p.IsActive && p.Staff.IsActive)
            .OrderBy(p => p.Id)
            .Select(p => new Holder(p.StaffId, p.Staff.Name, p.Role))
            .ToListAsync(ct);
        var ids = divisions.ConvertAll(d => d.Id);
        var changes = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.SubjectId) && t.Kind == OrganisationFacts.PutInCharge)
            .GroupBy(t => t.SubjectId)
            .Select(g => g.OrderByDescending(t => t.Sequence).First())
            .ToDictionaryAsync(t => t.SubjectId, ct);
        return new InChargeView(
            name,
            [.. divisions.Select(d => new InChargeRow(d.Id, d.ShortName, d.VicePresidentId, posts[d.Id], changes.GetValueOrDefault(d.Id)))],
            vicePresidents
        );
    }
}

public sealed record InChargeView(string Court, IReadOnlyList<InChargeRow> Divisions, IReadOnlyList<Holder> VicePresidents);

/// <param name="VicePresidentId">As set; null leaves it to the court's first.</param>
/// <param name="LastChange">Who set it last, and when; null where nobody has.</param>
public sealed record InChargeRow(Guid Id, string Name, Guid? VicePresidentId, SupervisionChain Chain, TraceRow? LastChange);
