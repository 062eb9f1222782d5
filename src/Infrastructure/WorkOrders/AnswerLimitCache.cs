using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.WorkOrders;

/// <summary>The limits of the table over those of the configuration; renewed like the calendar.</summary>
public sealed class AnswerLimitCache(IServiceScopeFactory scopes, AnswerLimitDefaults defaults, LiveBus bus, TimeProvider clock)
    : ReferenceCache<AnswerLimits>(LiveTopic.AnswerLimits, bus, clock),
        IAnswerLimits
{
    protected override async Task<AnswerLimits> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return new AnswerLimits(
            defaults,
            await scope.ServiceProvider.GetRequiredService<CourtDb>().Set<AnswerLimit>().AsNoTracking().ToListAsync(ct)
        );
    }
}
