using Domain.Organisation;
using Domain.Shared;

namespace Domain.CityChanges;

/// <summary>A second person approves or returns a change; whoever asked may take it back before.</summary>
public sealed class DecideCityChange(ICourtDb db, CarryOutCityChanges carryOut, TimeProvider clock)
{
    /// <summary>The approval is stored first; what it allows is carried out at once, and by a worker where this process dies between.</summary>
    public async Task Approve(Guid id, Actor by, CancellationToken ct)
    {
        await Change(id, by, change => change.Approve(by, clock.GetUtcNow()), ct);
        await carryOut.One(id, ct);
    }

    public Task Return(Guid id, string reason, Actor by, CancellationToken ct) =>
        Change(id, by, change => change.Return(reason, by, clock.GetUtcNow()), ct);

    public Task Withdraw(Guid id, Actor by, CancellationToken ct) => Change(id, by, change => change.Withdraw(by, clock.GetUtcNow()), ct);

    private Task Change(Guid id, Actor by, Action<CityChange> act, CancellationToken ct) =>
        by.Reaches(Feature.CityChanges)
            ? db.Change(db.Set<CityChange>().Where(c => c.Id == id), CityChangeErrors.NotFound, act, ct)
            : throw CityChangeErrors.NotYours();
}
