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
        var list = await db.Set<WarningWordList>().SingleOrDefaultAsync(l => l.Id == court, ct);
        if ((list?.Version ?? 0) != version)
            throw EarlyWarningErrors.WordsChanged();
        if (list is null)
            db.Set<WarningWordList>().Add(list = WarningWordList.Of(court));
        try
        {
            list.Set(words, reason, by, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            throw EarlyWarningErrors.WordsChanged();
        }
        catch (RefusedException)
        {
            db.Forget();
            throw;
        }
    }
}
