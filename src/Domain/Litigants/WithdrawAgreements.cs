using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>
/// A person takes back what they agreed to, as easily as it was given; what was done before stays lawful (个人信息保护法第十五条). Every device
/// is signed out, and whoever comes back is asked anew. Nothing agreed to changes nothing.
/// </summary>
public sealed class WithdrawAgreements(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Channel channel, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var litigant = await db.Set<Litigant>().SingleAsync(l => l.Id == by.Id, ct);
                var now = clock.GetUtcNow();
                var given = await (
                    from consent in db.Set<AgreementConsent>()
                    join text in db.Set<Agreement>() on consent.AgreementId equals text.Id
                    where consent.LitigantId == litigant.Id
                    orderby text.Kind, text.Version
                    select new { Consent = consent, Text = text }
                ).ToListAsync(ct);
                foreach (var one in given)
                {
                    db.Set<AgreementConsent>().Remove(one.Consent);
                    litigant.Withdraw(one.Text, channel, now);
                }
                await db.EndSessions(litigant, SessionEnd.AgreementsWithdrawn, by, now, ct);
            },
            ct
        );
}
