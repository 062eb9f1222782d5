using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>By what a recipient could be reached: the addresses kept for the case, the account on this platform, the phone that the case names.</summary>
public sealed class KnownWays(CourtDb db)
{
    private static readonly Dictionary<AddressKind, ServiceChannel[]> s_channels = new()
    {
        [AddressKind.Mobile] = [ServiceChannel.SmsLink, ServiceChannel.Voice],
        [AddressKind.Email] = [ServiceChannel.Email],
    };

    /// <returns>The best first: provided or confirmed before found, newer before older.</returns>
    public async Task<IReadOnlyList<PlannedWay>> Of(Service service, CancellationToken ct)
    {
        var addresses = await db.ServiceAddresses.AsNoTracking()
            .Where(a => a.CaseId == service.CaseId && a.PartyId == service.PartyId && a.AgentId == service.AgentId && a.EndedAt == null)
            .OrderByDescending(a => a.AddedAt).ToListAsync(ct);
        List<PlannedWay> ways =
        [
            .. from address in addresses.OrderBy(a => a.Basis)
               from channel in s_channels.GetValueOrDefault(address.Kind) ?? []
               select new PlannedWay(channel, address.Value, address.Basis, address.Origin),
        ];
        if (service.LitigantId is { } id && await db.Litigants.AsNoTracking().Where(l => l.Id == id).Select(l => new { l.OpenId, l.Phone }).SingleOrDefaultAsync(ct) is { } account)
        {
            if (account.OpenId is not null) ways.Add(new PlannedWay(ServiceChannel.WeChat, "", AddressBasis.Provided, Account));
            ways.Add(new PlannedWay(ServiceChannel.WebAccount, "", AddressBasis.Provided, Account));
            ways.AddRange(ByPhone(account.Phone, AddressBasis.Provided, Account));
        }

        ways.AddRange(ByPhone(await PhoneOf(service, ct), AddressBasis.Found, "案件登记的电话"));
        return ways;
    }

    private const string Account = "本人实名账户";

    private static IEnumerable<PlannedWay> ByPhone(string? phone, AddressBasis basis, string origin) =>
        string.IsNullOrEmpty(phone) ? [] : s_channels[AddressKind.Mobile].Select(channel => new PlannedWay(channel, phone, basis, origin));

    private Task<string?> PhoneOf(Service service, CancellationToken ct) => service.AgentId is { } agent
        ? db.CaseAgents.Where(a => a.Id == agent).Select(a => a.Phone).FirstOrDefaultAsync(ct)
        : db.CaseParties.Where(p => p.Id == service.PartyId).Select(p => p.Phone).FirstOrDefaultAsync(ct);
}
