using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk registers an address that a pleading gives or that the court found.</summary>
public sealed class AddServiceAddress(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(NewServiceAddress address, Actor by, CancellationToken ct)
    {
        var subject = await db.SubjectOf(address.CaseId, address.PersonId, by, ct);
        await db.Once(
            () => db.Set<ServiceAddress>().SingleOrDefaultAsync(a => a.Id == address.Id, ct),
            () => Task.FromResult(db.Set<ServiceAddress>().Add(ServiceAddress.Add(address, subject, by, clock.GetUtcNow())).Entity),
            ct
        );
    }
}

/// <summary>An address as it is registered.</summary>
/// <param name="Origin">Where it comes from, in words: 运营商查得. Of one in a pleading the pleading says it.</param>
public sealed record NewServiceAddress(AddressKind Kind, string Value, AddressBasis Basis, string Origin)
{
    /// <summary>Required for what the person provided: the own pleading that names it for service.</summary>
    public Pleading? Pleading { get; init; }

    /// <summary>Made by the page: pressing twice adds once.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The party's or the agent's.</summary>
    public required Guid PersonId { get; init; }
}
