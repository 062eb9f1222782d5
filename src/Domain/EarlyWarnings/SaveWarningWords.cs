using Domain.Organisation;
using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>The administrator of a court changes its own words, with a reason.</summary>
public sealed class SaveWarningWords(ICourtDb db, TimeProvider clock)
{
    /// <param name="version">Of the list that the person saw; 0 before the first change.</param>
    public async Task Handle(IReadOnlyCollection<string> words, long version, string reason, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.WarningWords))
            throw EarlyWarningErrors.WordsNotYours();
        await db.Change(() => db.ChangeWords(by.Post!.CourtId, version, list => list.Set(words, reason, by, clock.GetUtcNow()), ct), ct);
    }
}
