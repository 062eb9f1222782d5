using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Given;

/// <summary>What holds for the whole city, changed by two people as it has to be.</summary>
public static class CityData
{
    /// <summary>Asks for it and has it approved by somebody else.</summary>
    /// <param name="by">The city's administrator who asks; without one somebody new.</param>
    /// <returns>As it ended: in force, or why not.</returns>
    public static async Task<CityChange> Change(this CourtData data, CityWish wish, string reason = "台风停工", Actor? by = null)
    {
        var id = await data.Ask(wish, reason, by ?? await data.CityAdministrator());
        var second = await data.CityAdministrator();
        await data.Use((DecideCityChange decide) => decide.Approve(id, second, CancellationToken.None));
        return await data.CityChange(id);
    }

    public static async Task<Guid> Ask(this CourtData data, CityWish wish, string reason, Actor by)
    {
        var id = Guid.CreateVersion7();
        await data.Use((AskCityChange ask) => ask.Handle(id, wish, reason, by, CancellationToken.None));
        return id;
    }

    public static Task<CityChange> CityChange(this CourtData data, Guid id) =>
        data.Use((CourtDb db) => db.Set<CityChange>().AsNoTracking().SingleAsync(c => c.Id == id));

    public static async Task<Actor> CityAdministrator(this CourtData data) =>
        await data.ActorOf(await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, "gz-zy")));
}
