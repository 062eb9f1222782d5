using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>The administrator of a court changes its words, with a reason.</summary>
public sealed class SaveWarningWords(ICourtDb db, TimeProvider clock)
{
    /// <param name="version">Of the list that the person saw; 0 before the first change.</param>
    public async Task Handle(IReadOnlyCollection<string> words, long version, string reason, Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.WarningWords))
            throw EarlyWarningErrors.WordsNotYours();
        var court = by.Post!.CourtId;
        await db.Change(
            async () =>
            {
                var list = await db.Set<WarningWordList>().SingleOrDefaultAsync(l => l.Id == court, ct);
                if ((list?.Version ?? 0) != version)
                    throw EarlyWarningErrors.WordsChanged();
                list ??= db.Set<WarningWordList>().Add(WarningWordList.Of(court)).Entity;
                list.Set(words, reason, by, clock.GetUtcNow());
            },
            ct
        );
    }
}
