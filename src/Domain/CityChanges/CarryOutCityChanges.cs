using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.CityChanges;

/// <summary>
/// What was approved takes effect: change and effect in one save, so that a process that dies leaves an approved change for the next round
/// and no other.
/// </summary>
public sealed class CarryOutCityChanges(ICourtDb db, CityActs acts, ICalendars calendars, IAnswerLimits limits, TimeProvider clock)
{
    private const int AtOnce = 20;

    /// <returns>How many were approved and not carried out.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var approved = await db.Set<CityChange>()
            .Where(c => c.State == CityChangeState.Approved)
            .OrderBy(c => c.DecidedAt)
            .ThenBy(c => c.Id)
            .Select(c => c.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var id in approved)
            await One(id, ct);
        return approved.Count;
    }

    /// <summary>Nothing where it is carried out already.</summary>
    public async Task One(Guid id, CancellationToken ct)
    {
        try
        {
            await Change(
                id,
                async change =>
                {
                    await acts.Do(change.Wish, change.ToApproval(), ct);
                    change.TookEffect(clock.GetUtcNow());
                },
                ct
            );
        }
        catch (RefusedException refused)
        {
            await Change(
                id,
                change =>
                {
                    change.Fail(refused.Message, clock.GetUtcNow());
                    return Task.CompletedTask;
                },
                ct
            );
        }

        calendars.Renew();
        limits.Renew();
    }

    private Task Change(Guid id, Func<CityChange, Task> act, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var change = await db.Set<CityChange>().SingleAsync(c => c.Id == id, ct);
                if (change.State == CityChangeState.Approved)
                    await act(change);
            },
            ct
        );
}
