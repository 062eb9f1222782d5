using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk records that the presumption of service is rebutted; an address that is not the person's is ended (OLR 31).</summary>
public sealed class RebutPresumption(ICourtDb db, RecordsEvidence records)
{
    public Task Handle(GivenEvidence given, RebuttalGround ground, Actor by, CancellationToken ct) =>
        records.Once(
            given with
            {
                Words = $"{ground.Chinese()}：{given.Words}",
            },
            ServiceFacts.Rebutted,
            async (service, now) =>
            {
                service.Rebut(given.AttemptId, ground, given.Words, by, now);
                if (ground == RebuttalGround.NotOwnAddress)
                    await EndAddress(service, given.AttemptId, by, now, ct);
            },
            by,
            ct
        );

    /// <summary>The attempt's address turned out to be somebody else's: later services do not use it.</summary>
    private async Task EndAddress(Service service, Guid attemptId, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var value = service.Attempts.Single(a => a.Id == attemptId).Address;
        foreach (
            var address in await db.Set<ServiceAddress>()
                .Where(a =>
                    a.CaseId == service.CaseId
                    && a.PartyId == service.PartyId
                    && a.AgentId == service.AgentId
                    && a.Value == value
                    && a.EndedAt == null
                )
                .ToListAsync(ct)
        )
            address.End(RebuttalGround.NotOwnAddress.Chinese(), by, now);
    }
}
