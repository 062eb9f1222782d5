using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk or judge notes a confirmation that was given on the phone or on paper (OLR 30).</summary>
public sealed class NoteAddressConfirmation(ICourtDb db, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="id">Made by the page: pressing twice notes once.</param>
    /// <param name="personId">The party's or the agent's.</param>
    public async Task Handle(
        Guid id,
        Guid caseId,
        Guid personId,
        ConfirmationMeans means,
        string signerName,
        string signerRelation,
        ConfirmationForm typed,
        Actor by,
        CancellationToken ct
    )
    {
        var form = typed.Read();
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<AddressConfirmation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is { } known)
            {
                if (known.PersonId == personId && known.Says(form))
                    return;
                throw ConfirmationErrors.IdReused();
            }

            var now = clock.GetUtcNow();
            var confirmation = AddressConfirmation.Note(
                id,
                await db.SubjectOf(caseId, personId, by, ct),
                form,
                means,
                signerName,
                signerRelation,
                by,
                now
            );
            await db.Enter(confirmation, by, now, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget(); // the person signed at this moment, or the page was pressed twice
            }
        }
    }
}
