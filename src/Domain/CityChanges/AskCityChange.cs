using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.CityChanges;

/// <summary>The city's administrator asks for a change that holds for the whole city (提请批准); those who may approve it are told.</summary>
public sealed class AskCityChange(ICourtDb db, CityActs acts, ICalendars calendars, TimeProvider clock)
{
    /// <param name="id">Made by the page: pressing twice asks once.</param>
    public Task Handle(Guid id, CityWish wish, string reason, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.CityAsking))
            throw CityChangeErrors.NotYours();
        return db.Once(
            async () =>
                await db.Set<CityChange>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } known
                && (known.AskedById == by.Id ? true : throw CityChangeErrors.IdTaken()),
            async () =>
            {
                var now = clock.GetUtcNow();
                var foreseen = await acts.Foresee(wish, reason, ct);
                var nextWorkday = (await calendars.Current(ct)).NextWorkday(ChinaTime.DayOf(now));
                var isUrgent = foreseen.From <= nextWorkday;
                var approvers = await db.CityApprovers(by.Id).ToListAsync(ct);
                db.Set<CityChange>().Add(CityChange.Ask(id, wish, foreseen, reason, isUrgent, approvers, by, now));
            },
            ct
        );
    }
}
