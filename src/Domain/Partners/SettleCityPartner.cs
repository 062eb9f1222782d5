using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>A partner of the whole city is opened, or may do something else: what two people must agree to (ADR 34).</summary>
public sealed class SettleCityPartner(ICourtDb db, TimeProvider clock)
{
    public async Task<Foreseen> Foresee(NewPartner opened, CancellationToken ct)
    {
        var name = opened.CheckedName();
        if (await db.Set<Partner>().AnyAsync(p => p.Id == opened.Id, ct))
            throw PartnerErrors.IdTaken();
        return new(
            What("开通全市对接系统", name),
            [
                new("名称", "", $"{name}（{opened.Kind.Chinese()}）"),
                .. opened.Settings.Checked().Words().Select(w => new Difference(w.Of, "", w.Words)),
            ],
            "生效后还要生成密钥才能调用"
        );
    }

    /// <param name="basedOn">The version that the person saw.</param>
    public async Task<Foreseen> Foresee(Guid id, PartnerSettings settings, long basedOn, CancellationToken ct)
    {
        var partner = await db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw PartnerErrors.NotFound();
        CheckAsSeen(partner, basedOn);
        var differences = partner
            .Settings.Words()
            .Zip(settings.Checked().Words(), (was, becomes) => new Difference(was.Of, was.Words, becomes.Words))
            .Where(d => d.Before != d.After);
        return new(What("改全市对接系统", partner.Name), [.. differences], "");
    }

    /// <summary>In the save of the change that was approved.</summary>
    public Task Handle(NewPartner opened, Approval approval, CancellationToken ct)
    {
        db.Set<Partner>().Add(Partner.Open(opened, null, approval.AskedBy, clock.GetUtcNow(), approval.Data));
        return Task.CompletedTask;
    }

    /// <inheritdoc cref="Handle(NewPartner, Approval, CancellationToken)"/>
    public async Task Handle(Guid id, PartnerSettings settings, long basedOn, Approval approval, CancellationToken ct)
    {
        var partner = await db.Set<Partner>().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw PartnerErrors.NotFound();
        CheckAsSeen(partner, basedOn);
        partner.Set(settings, approval.AskedBy, clock.GetUtcNow(), approval.Data);
    }

    private static void CheckAsSeen(Partner partner, long basedOn)
    {
        if (partner.CourtId is not null)
            throw PartnerErrors.NotFound();
        if (partner.Version != basedOn)
            throw PartnerErrors.Changed();
    }

    private static string What(string act, string name) => $"{act}“{name}”";
}
