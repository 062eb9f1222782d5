using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Contacts;

/// <summary>The administrator returns a report that is wrong, with a reason.</summary>
public sealed class ReturnContactChange(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        if (!by.PublishesContacts())
            throw ContactErrors.NotYours();
        var court = by.Post!.CourtId;
        var change =
            await db.Set<ContactChange>().SingleOrDefaultAsync(c => c.Id == id && c.CourtId == court, ct) ?? throw ContactErrors.NotFound();
        change.Return(reason, by, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            throw ContactErrors.Ended(await db.Set<ContactChange>().Where(c => c.Id == id).Select(c => c.EndedByName).SingleAsync(ct));
        }
    }
}
