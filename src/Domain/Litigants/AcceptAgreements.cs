using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Litigants;

/// <summary>A person agrees to the texts that were shown (个人信息保护法第十四条: 知情、自愿、明确). Again changes nothing.</summary>
public sealed class AcceptAgreements(ICourtDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>agreement.not_found</c>.</exception>
    public Task Handle(IReadOnlyCollection<Guid> ids, Channel channel, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var shown = await db.Set<Agreement>().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
                if (shown.Count == 0 || shown.Count != ids.Distinct().Count())
                    throw LitigantErrors.AgreementNotFound();
                var litigant = await db.Set<Litigant>().SingleAsync(l => l.Id == by.Id, ct);
                var known = await db.Set<AgreementConsent>()
                    .Where(c => c.LitigantId == by.Id && ids.Contains(c.AgreementId))
                    .Select(c => c.AgreementId)
                    .ToListAsync(ct);
                var now = clock.GetUtcNow();
                foreach (var text in shown.Where(a => !known.Contains(a.Id)).OrderBy(a => a.Kind))
                {
                    db.Set<AgreementConsent>()
                        .Add(
                            new AgreementConsent
                            {
                                Id = Guid.CreateVersion7(now),
                                LitigantId = by.Id,
                                AgreementId = text.Id,
                                Channel = channel,
                                At = now,
                            }
                        );
                    litigant.Accept(text, channel, now);
                }
            },
            ct
        );
}
