using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;

namespace Domain.Bindings;

/// <summary>The requester brings everything that was missing, at once.</summary>
public sealed class SupplementBinding(ICourtDb db, ICalendars calendars, BindingSettings settings, TimeProvider clock)
{
    /// <param name="entryId">Made by the phone: sending the same again changes nothing.</param>
    public async Task Handle(Guid id, Guid entryId, string text, IReadOnlyCollection<GivenPaper> papers, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.OwnBindings(by),
            id,
            async binding =>
            {
                var now = clock.GetUtcNow();
                binding.Supplement(entryId, text, await db.Papers(papers, by, ct), settings.Ladder(calendar, now), by, now);
            },
            ct,
            entryId
        );
    }
}
