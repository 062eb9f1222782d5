using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

public static class AppealCourts
{
    /// <summary>Whom the recipient of a first instance's judgment or ruling appeals to.</summary>
    /// <returns>Null where nothing of the service can be appealed, or no court above is known.</returns>
    public static async Task<AppealRoute?> AppealRouteOf(this CourtDb db, Service service, CancellationToken ct)
    {
        if (!service.StartsAppeal)
            return null;
        var known = await (
            from c in db.Set<Case>()
            join court in db.Set<Court>() on c.CourtId equals court.Id
            where c.Id == service.CaseId
            select new { court.Slug, c.Cause }
        ).SingleAsync(ct);
        return AppealRoutes.Of(known.Slug, service.Procedure, known.Cause);
    }
}
