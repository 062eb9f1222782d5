using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>
/// Changes of credits from all sides: the phone, the gateway, WeChat's events. They meet on one row, so each begins again when another was
/// faster.
/// </summary>
public sealed class SubscribeCredits(ICourtDb db)
{
    /// <param name="templates">What happened to each of the person's templates.</param>
    /// <param name="beside">More to save in the same transaction, anew for each attempt; false leaves everything as it is.</param>
    public Task Change(
        Guid litigant,
        IReadOnlyCollection<(string Template, Action<SubscribeCredit> Happened)> templates,
        CancellationToken ct,
        Func<Task<bool>>? beside = null
    ) =>
        db.Change(
            async () =>
            {
                if (beside is not null && !await beside())
                    return;
                var ids = templates.Select(t => t.Template).ToList();
                var known = await db.Set<SubscribeCredit>()
                    .Where(c => c.LitigantId == litigant && ids.Contains(c.TemplateId))
                    .ToDictionaryAsync(c => c.TemplateId, ct);
                foreach (var (template, happened) in templates)
                {
                    if (!known.TryGetValue(template, out var credit))
                        db.Set<SubscribeCredit>().Add(credit = new SubscribeCredit { LitigantId = litigant, TemplateId = template });
                    happened(credit);
                }
            },
            ct
        );
}
