using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

internal static class UndeliveredSaving
{
    /// <summary>Of two who handle the same one at once, the second is told.</summary>
    public static async Task SaveHandled(this ICourtDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            throw UndeliveredErrors.Handled("同事");
        }
    }
}
