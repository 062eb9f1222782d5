using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk or judge notes a confirmation that was given on the phone or on paper (OLR 30).</summary>
public sealed class NoteAddressConfirmation(ICourtDb db, TimeProvider clock)
{
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
        await db.Once(
            () => Noted(id, personId, form, ct),
            async () =>
            {
                var now = clock.GetUtcNow();
                var subject = await db.SubjectOf(caseId, personId, by, ct);
                var confirmation = AddressConfirmation.Note(id, subject, form, means, signerName, signerRelation, by, now);
                await db.Enter(confirmation, by, now, ct);
                return confirmation;
            },
            ct
        );
    }

    private async Task<AddressConfirmation?> Noted(Guid id, Guid personId, ConfirmationForm form, CancellationToken ct)
    {
        var known = await db.Set<AddressConfirmation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return known is null || (known.PersonId == personId && known.Says(form)) ? known : throw ConfirmationErrors.IdReused();
    }
}
