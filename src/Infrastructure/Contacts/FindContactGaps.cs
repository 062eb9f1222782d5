using Domain.Calendar;
using Domain.Contacts;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Contacts;

/// <summary>
/// Finds divisions with people but without a liaison officer in service, and begins the clock of the report; ends it where there
/// is one again.
/// </summary>
public sealed class FindContactGaps(
    CourtDb db,
    SupervisionChains chains,
    ICalendars calendars,
    ContactSettings settings,
    TimeProvider clock
)
{
    /// <returns>How many gaps were opened or closed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var changed = 0;
        foreach (
            var gap in await db.Set<ContactGap>()
                .Where(g =>
                    g.ClosedAt == null
                    && db.Set<Post>()
                        .Any(p => p.DivisionId == g.DivisionId && p.Role == Role.LiaisonOfficer && p.IsActive && p.Staff.IsActive)
                )
                .ToListAsync(ct)
        )
        {
            gap.Close(Actor.System, clock.GetUtcNow());
            changed += await db.SaveUnlessLost(ct) ? 1 : 0;
        }

        var without = await db.Set<Division>()
            .AsNoTracking()
            .Where(d =>
                d.Kind != DivisionKind.Leadership
                && !db.Set<ContactGap>().Any(g => g.DivisionId == d.Id && g.ClosedAt == null)
                && db.Set<Post>().Any(p => p.DivisionId == d.Id && p.IsActive && p.Staff.IsActive)
                && !db.Set<Post>().Any(p => p.DivisionId == d.Id && p.Role == Role.LiaisonOfficer && p.IsActive && p.Staff.IsActive)
                // A successor who was reported waits for the administrator, not for the head.
                && !db.Set<ContactChange>().Any(c => c.EndedAt == null && c.BecomesLiaison && (c.ToDivisionId ?? c.DivisionId) == d.Id)
            )
            .ToListAsync(ct);
        if (without.Count == 0)
            return changed;
        var now = clock.GetUtcNow();
        var ladder = Ladder.Of(await calendars.Current(ct), settings.Report, ChinaTime.DayOf(now));
        var chain = await chains.Of([.. without.Select(d => d.Id)], ct);
        foreach (var division in without)
        {
            changed += await db.Change(
                async () =>
                {
                    if (await db.Set<ContactGap>().AnyAsync(g => g.DivisionId == division.Id && g.ClosedAt == null, ct))
                        return 0; // another host was first
                    db.Set<ContactGap>()
                        .Add(ContactGap.Find(division.CourtId, division.Id, division.ShortName, ladder, chain[division.Id], now));
                    return 1;
                },
                ct
            );
        }

        return changed;
    }
}
