using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>
/// Changes of credits from all sides: the phone, the gateway, WeChat's events. They meet on one row, so each begins again when another was
/// faster.
/// </summary>
public sealed class SubscribeCredits(ICourtDb db)
{
    private const int Attempts = 5;

    /// <param name="templates">What happened to each of the person's templates.</param>
    /// <param name="beside">More to save in the same transaction, anew for each attempt; false leaves everything as it is.</param>
    public async Task Change(
        Guid litigant,
        IReadOnlyCollection<(string Template, Action<SubscribeCredit> Happened)> templates,
        CancellationToken ct,
        Func<Task<bool>>? beside = null
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            if (beside is not null && !await beside())
                return;
            var ids = templates.Select(t => t.Template).ToList();
            var known = await db.Set<SubscribeCredit>().Where(c => c.LitigantId == litigant && ids.Contains(c.TemplateId)).ToListAsync(ct);
            foreach (var (template, happened) in templates)
            {
                var credit = known.Find(c => c.TemplateId == template);
                if (credit is null)
                {
                    credit = new SubscribeCredit { LitigantId = litigant, TemplateId = template };
                    db.Set<SubscribeCredit>().Add(credit);
                }

                happened(credit);
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget();
            }
        }
    }
}
