using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk or judge notes a confirmation that was given on the phone or on paper (OLR 30).</summary>
public sealed class NoteAddressConfirmation(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(GivenConfirmation given, Actor by, CancellationToken ct)
    {
        var form = given.Form.Read();
        await db.Once(
            () => Noted(given, form, ct),
            async () =>
            {
                var now = clock.GetUtcNow();
                var subject = await db.SubjectOf(given.CaseId, given.PersonId, by, ct);
                var confirmation = AddressConfirmation.Note(
                    given.Id,
                    subject,
                    form,
                    given.Means,
                    given.SignerName,
                    given.SignerRelation,
                    by,
                    now
                );
                await db.Enter(confirmation, by, now, ct);
                return confirmation;
            },
            ct
        );
    }

    private async Task<AddressConfirmation?> Noted(GivenConfirmation given, ConfirmationForm form, CancellationToken ct)
    {
        var known = await db.Set<AddressConfirmation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == given.Id, ct);
        return known is null || (known.PersonId == given.PersonId && known.Says(form)) ? known : throw ConfirmationErrors.IdReused();
    }
}

/// <summary>A confirmation as it was given, and by whom.</summary>
/// <param name="Means">Anything but the platform: there people sign for themselves.</param>
/// <param name="SignerRelation">本人, 法定代表人, 诉讼代理人.</param>
public sealed record GivenConfirmation(ConfirmationMeans Means, string SignerName, string SignerRelation, ConfirmationForm Form)
{
    /// <summary>Made by the page: pressing twice notes once.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The party's or the agent's.</summary>
    public required Guid PersonId { get; init; }
}
