using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>The requester rates by the link of the answer's notice; of this and <see cref="RateWorkOrder"/> one wins.</summary>
public sealed class RateBySurvey(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(string token, Satisfaction satisfaction, string? words, CancellationToken ct)
    {
        var hash = SurveyToken.HashOf(token);
        var id =
            await db.Set<WorkOrder>().Where(o => o.SurveyTokenHash == hash).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct)
            ?? throw SurveyErrors.NotFound();
        await db.Change(db.Set<WorkOrder>(), id, order => order.RateBySurvey(hash, satisfaction, words, clock.GetUtcNow()), ct);
    }
}
