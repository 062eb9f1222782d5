using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>Settings of a court's own partner; pausing, going on and ending of any. What the city's may do takes two people.</summary>
public sealed class ManagePartner(ICourtDb db, TimeProvider clock)
{
    /// <param name="basedOn">The version that the person saw.</param>
    public Task Set(Guid id, PartnerSettings settings, long basedOn, Actor by, CancellationToken ct) =>
        Change(
            id,
            by,
            partner =>
            {
                if (partner.CourtId is null)
                    throw PartnerErrors.NotYours();
                if (partner.Version != basedOn)
                    throw PartnerErrors.Changed();
                partner.Set(settings, by, clock.GetUtcNow());
            },
            ct
        );

    public Task Pause(Guid id, Actor by, CancellationToken ct) => Change(id, by, p => p.Pause(by, clock.GetUtcNow()), ct);

    public Task Resume(Guid id, Actor by, CancellationToken ct) => Change(id, by, p => p.Resume(by, clock.GetUtcNow()), ct);

    public Task End(Guid id, Actor by, CancellationToken ct) => Change(id, by, p => p.End(by, clock.GetUtcNow()), ct);

    public Task EndKey(Guid id, Guid keyId, Actor by, CancellationToken ct) =>
        Change(id, by, p => p.EndKey(keyId, by, clock.GetUtcNow()), ct);

    private Task Change(Guid id, Actor by, Action<Partner> act, CancellationToken ct) =>
        by.Reaches(Feature.Partners)
            ? db.Change(db.PartnersVisibleTo(by).Include(p => p.Keys).Where(p => p.Id == id), PartnerErrors.NotFound, act, ct)
            : throw PartnerErrors.NotYours();
}
