using Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>The party at whose door papers are handed over, as far as the law asks who may sign for it (CPL 88, 93, 94; MAIL 7, 9).</summary>
/// <param name="IsMinor">Null is unknown.</param>
/// <param name="IsInCustody">Null is unknown.</param>
/// <param name="Opponents">Names of the parties of the other side: nobody of them may sign for it.</param>
public sealed record ReceivingParty(bool? IsMinor, bool? IsInCustody, IReadOnlyList<string> Opponents)
{
    public static ReceivingParty Of(CaseParty party, IEnumerable<CaseParty> all) =>
        new(party.IsMinor, party.IsInCustody, [.. all.Where(p => p.Role.Opposes(party.Role)).Select(p => p.Name)]);
}

public static class ReceivingParties
{
    /// <summary>The party that a service is for.</summary>
    internal static async Task<ReceivingParty> ReceivingPartyOf(this Shared.ICourtDb db, Guid serviceId, CancellationToken ct)
    {
        var parties = await (
            from s in db.Set<Service>()
            join p in db.Set<CaseParty>() on s.CaseId equals p.CaseId
            where s.Id == serviceId
            select new { Served = s.PartyId, Party = p }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return parties.Find(p => p.Party.Id == p.Served) is { } own
            ? ReceivingParty.Of(own.Party, parties.Select(p => p.Party))
            : throw ServiceErrors.NotFound();
    }

    /// <summary>On the other side: who asks against who is asked; a third party against both.</summary>
    public static bool Opposes(this PartyRole role, PartyRole other) => Side(role) != Side(other);

    private static int Side(PartyRole role) =>
        role switch
        {
            PartyRole.Plaintiff or PartyRole.Appellant or PartyRole.Applicant => 0,
            PartyRole.ThirdParty => 2,
            _ => 1,
        };
}
