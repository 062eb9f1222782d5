using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>The person, or a clerk to whom they said so, withdraws the consent for later services.</summary>
public sealed class WithdrawAddressConfirmation(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var confirmation =
                    await (await Reachable(by, ct)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw ConfirmationErrors.NotFound();
                if (confirmation.WithdrawnAt is not null)
                    return;
                if (by.Kind == ActorKind.Staff)
                    ServiceTexts.Reason(reason);
                await db.Withdraw(confirmation, reason, by, clock.GetUtcNow(), ct);
            },
            ct
        );

    private async Task<IQueryable<AddressConfirmation>> Reachable(Actor by, CancellationToken ct) =>
        by.Kind == ActorKind.Staff
            ? db.Set<AddressConfirmation>().Where(c => db.ServableBy(by).Any(s => s.Id == c.CaseId))
            : db.ConfirmationsOf(await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct));
}
