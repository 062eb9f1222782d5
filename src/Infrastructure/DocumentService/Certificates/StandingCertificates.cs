using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

internal static class StandingCertificates
{
    /// <summary>Of each service and kind the highest edition; those that it took the place of are kept and stand no more.</summary>
    public static IQueryable<ServiceCertificate> Standing(this CourtDb db)
    {
        var all = db.Set<ServiceCertificate>();
        return all.AsNoTracking()
            .Where(c => !all.Any(later => later.ServiceId == c.ServiceId && later.Kind == c.Kind && later.Edition > c.Edition));
    }
}
