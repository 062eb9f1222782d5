using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Drafts;

/// <summary>Keeps what somebody is typing. Saving nothing drops the draft.</summary>
public sealed class SaveDraft(ICourtDb db, TimeProvider clock)
{
    /// <returns>When it was saved.</returns>
    public async Task<DateTimeOffset> Handle(string key, string text, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var kept = text.Length <= Draft.TextMaxLength ? text : text[..Draft.TextMaxLength];
        // Two windows save the first letter, or one drops what the other keeps: the last one wins.
        await db.Change(
            async () =>
            {
                var draft = await db.Set<Draft>().SingleOrDefaultAsync(d => d.StaffId == by.Id && d.Key == key, ct);
                if (kept.Length == 0 && draft is null)
                    return;
                if (kept.Length == 0)
                    db.Set<Draft>().Remove(draft!);
                else if (draft is null)
                    db.Set<Draft>()
                        .Add(
                            new Draft
                            {
                                StaffId = by.Id,
                                Key = key,
                                Text = kept,
                                SavedAt = now,
                            }
                        );
                else
                    (draft.Text, draft.SavedAt) = (kept, now);
            },
            ct
        );
        return now;
    }
}
