using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.EarlyWarnings;

/// <summary>Raises or lowers the level with a reason.</summary>
public sealed class ChangeWarningLevel(
    ICourtDb db,
    SupervisionChains chains,
    ICalendars calendars,
    EarlyWarningSettings settings,
    TimeProvider clock
)
{
    public async Task Handle(Guid id, Guid entryId, WarningLevel level, string reason, Actor by, CancellationToken ct)
    {
        var division = await db.FilingDivision(await db.CourtOf(id, by, ct), ct);
        var called = (await chains.Of(division, ct)).FirstCalled();
        var calendar = await calendars.Current(ct);
        var now = clock.GetUtcNow();
        await db.Change(
            id,
            by,
            w => w.ChangeLevel(entryId, level, reason, settings.Ladder(calendar, level, now), called, settings.CallAgainAfter, by, now),
            ct,
            entryId
        );
    }
}
