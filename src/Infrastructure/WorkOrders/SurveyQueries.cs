using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What somebody who holds a survey link, the requester or not, may know of the order: as little as they need to rate.</summary>
public sealed class SurveyQueries(CourtDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>survey.not_found</c>, whatever is wrong with the link.</exception>
    public async Task<SurveyView> Find(string token, CancellationToken ct)
    {
        var hash = SurveyToken.HashOf(token);
        var found = await (
            from order in db.Set<WorkOrder>().AsNoTracking()
            where order.SurveyTokenHash == hash
            join court in db.Set<Court>() on order.CourtId equals court.Id
            select new { Order = order, Court = court.FullName }
        ).SingleOrDefaultAsync(ct);
        if (found is not { Order: { ClosedAt: { } closed } order1 } || !order1.IsSurveyOpen(clock.GetUtcNow()))
            throw SurveyErrors.NotFound();
        return new SurveyView(
            order1.Number,
            order1.IsSensitive ? null : Wording.Court(found.Court),
            Moment.DayOnly(closed),
            order1.Satisfaction is not null,
            order1.Id
        );
    }
}

/// <param name="CourtName">Null where the case allows nothing outside the court.</param>
/// <param name="AnsweredText">11 月 18 日.</param>
/// <param name="Rated">In the mini-program, before the link was followed.</param>
/// <param name="WorkOrderId">For whoever signs in as its requester; it opens nothing to anybody else.</param>
public sealed record SurveyView(string Number, string? CourtName, string AnsweredText, bool Rated, Guid WorkOrderId);
