using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// Whose limits a person may change: the Intermediate Court's administrators and filing division all, another court's administrators their
/// own.
/// </summary>
public static class AnswerLimitAccess
{
    /// <param name="court">Null is every court.</param>
    public static async Task<bool> MayChangeLimits(this ICourtDb db, Guid? court, Actor by, CancellationToken ct)
    {
        if (by.Post is not { } post || !by.Reaches(Feature.AnswerLimits))
            return false;
        if (post.SeesAllCourts || (by.Reaches(Feature.AnswerLimitSetting) && post.CourtId == court))
            return true;
        return await db.Set<Court>().AnyAsync(c => c.Id == post.CourtId && c.Level == CourtLevel.Intermediate, ct);
    }
}
