using System.Net;
using Domain.Partners;
using Domain.Shared;
using Infrastructure.Callers;

namespace MiniProgramApi.Integration;

/// <summary>Whether a partner is let in at this moment, from this address.</summary>
internal static class PartnerDoor
{
    /// <exception cref="RefusedException">It is paused or ended, or calls from elsewhere.</exception>
    public static PartnerCaller Admit(this Partner partner, IEnumerable<PartnerScope> scopes, IPAddress? address)
    {
        if (partner.State != PartnerState.Active)
            throw IntegrationErrors.NotActive();
        if (partner.Addresses.Count > 0 && !(address is not null && Networks.Read("", partner.Addresses).Hold(address)))
            throw IntegrationErrors.AddressNotAllowed();
        return new PartnerCaller(
            partner.Id,
            partner.Name,
            partner.CourtId,
            [.. partner.Scopes.Intersect(scopes)],
            partner.CallsPerMinute,
            partner.BodyKilobytes
        );
    }
}
