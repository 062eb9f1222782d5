using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Supervision;

/// <summary>The court's administrator says which vice-president is in charge of a division (分管院领导).</summary>
public sealed class PutInCharge(ICourtDb db, TimeProvider clock)
{
    /// <param name="vicePresidentId">Null leaves it to the court's first vice-president.</param>
    public async Task Handle(Guid divisionId, Guid? vicePresidentId, Actor by, CancellationToken ct)
    {
        var court = by.Reaches(Feature.InCharge) ? by.Post!.CourtId : throw SupervisionErrors.NotAdministrator();
        var division =
            await db.Set<Division>().SingleOrDefaultAsync(d => d.Id == divisionId && d.CourtId == court, ct)
            ?? throw SupervisionErrors.DivisionNotFound();
        if (
            vicePresidentId is { } id
            && !await db.Set<Post>()
                .AnyAsync(p => p.StaffId == id && p.CourtId == court && p.Role == Role.VicePresident && p.IsActive && p.Staff.IsActive, ct)
        )
            throw SupervisionErrors.NotVicePresident();
        division.PutInCharge(vicePresidentId, by, clock.GetUtcNow());
        if (!await db.SaveUnlessLost(ct))
            throw SupervisionErrors.ChangedMeanwhile(); // two administrators at the same moment: the second looks again
    }
}
