using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Puts confirmations into force and out of it, with the addresses that stand in them.</summary>
internal static class ConfirmationBook
{
    /// <summary>The new one, its addresses, and the end of what it replaces; nothing is saved.</summary>
    public static async Task Enter(this ICourtDb db, AddressConfirmation confirmation, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var former = await db.Set<AddressConfirmation>()
            .SingleOrDefaultAsync(c => c.PersonId == confirmation.PersonId && c.EndedAt == null, ct);
        former?.ReplacedBy(confirmation, by, now);
        foreach (var address in await db.Designated(confirmation, ct))
            address.End("由新的确认书代替", by, now);
        db.Set<AddressConfirmation>().Add(confirmation);
        db.Set<ServiceAddress>().AddRange(confirmation.Addresses(by));
    }

    /// <summary>Ends it and its electronic addresses; the postal address stays known.</summary>
    public static async Task Withdraw(
        this ICourtDb db,
        AddressConfirmation confirmation,
        string reason,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        confirmation.Withdraw(reason, by, now);
        foreach (var address in await db.Designated(confirmation, ct))
        {
            if (address.Kind != AddressKind.Postal)
                address.End("撤回对电子送达的同意", by, now);
        }
    }

    /// <summary>Of former forms, and the electronic ones of pleadings: a form says anew how the person wants to be served.</summary>
    private static Task<List<ServiceAddress>> Designated(this ICourtDb db, AddressConfirmation of, CancellationToken ct) =>
        db.Set<ServiceAddress>()
            .Where(a =>
                a.CaseId == of.CaseId
                && a.PartyId == of.PartyId
                && a.AgentId == of.AgentId
                && (a.Basis == AddressBasis.Confirmed || (a.Basis == AddressBasis.Provided && a.Kind != AddressKind.Postal))
                && a.EndedAt == null
            )
            .ToListAsync(ct);
}
