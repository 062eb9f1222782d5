using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>A court's administrator opens a partner of the own court.</summary>
public sealed class OpenPartner(ICourtDb db, TimeProvider clock)
{
    public Task Handle(NewPartner opened, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.Partners))
            throw PartnerErrors.NotYours();
        return db.Once(
            async () =>
                await db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == opened.Id, ct) is { } known
                && (known.CourtId == by.Post!.CourtId && known.Name == opened.CheckedName() ? true : throw PartnerErrors.IdTaken()),
            () =>
            {
                db.Set<Partner>().Add(Partner.Open(opened, by.Post!.CourtId, by, clock.GetUtcNow()));
                return Task.CompletedTask;
            },
            ct
        );
    }
}
