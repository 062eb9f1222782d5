using Domain.Attachments;
using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A litigant signs a 送达地址确认书 for the own case: as the party, or as an agent while the authority runs.</summary>
public sealed class SignAddressConfirmation(ICourtDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>Of the picture of the signature, in bytes.</summary>
    public const int MaxSignatureBytes = 200 * 1024;

    /// <param name="id">Made by the phone: sending the same form again returns the one that is there.</param>
    /// <param name="signature">A PNG.</param>
    public async Task<(AddressConfirmation Confirmation, bool Created)> Handle(
        Guid id,
        Guid caseId,
        RecipientKey person,
        ConfirmationForm typed,
        byte[] signature,
        Actor by,
        CancellationToken ct
    )
    {
        var form = typed.Read();
        var sha256 = await Keep(signature, ct);
        return await db.Once(
            () => Signed(id, form, by, ct),
            async () =>
            {
                var (subject, stage) = await Subject(caseId, person, by, ct);
                if ((form.Scope & ~ConfirmationScopes.From(stage)) != 0)
                    throw ConfirmationErrors.ScopeInvalid();
                var now = clock.GetUtcNow();
                var confirmation = AddressConfirmation.Sign(id, subject, form, sha256, by, now);
                await db.Enter(confirmation, by, now, ct);
                return confirmation;
            },
            ct
        );
    }

    private async Task<AddressConfirmation?> Signed(Guid id, ConfirmationForm form, Actor by, CancellationToken ct)
    {
        var known = await db.Set<AddressConfirmation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return known is null || (known.LitigantId == by.Id && known.Says(form)) ? known : throw ConfirmationErrors.IdReused();
    }

    private async Task<(ConfirmationSubject Subject, CaseStage Stage)> Subject(
        Guid caseId,
        RecipientKey person,
        Actor by,
        CancellationToken ct
    )
    {
        var (partyId, agentId) = person;
        var me = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        if (!me.IsVerified)
            throw LitigantErrors.NotVerified();
        var key = me.IdentityKey!;
        var @case = await db.CasesOf(me).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, ct) ?? throw CaseErrors.NotFound();
        var party =
            await db.Set<CaseParty>()
                .AsNoTracking()
                .SingleOrDefaultAsync(
                    p =>
                        p.Id == partyId
                        && p.CaseId == caseId
                        && p.LeftAt == null
                        && (
                            agentId == null
                                ? p.IdentityKey == key
                                : p.Agents.Any(a => a.Id == agentId && a.IdentityKey == key && a.EndedAt == null)
                        ),
                    ct
                )
            ?? throw CaseErrors.NotFound();
        var subject = new ConfirmationSubject(person, key)
        {
            CaseId = caseId,
            CourtId = @case.CourtId,
            DivisionId = @case.DivisionId,
            Role = party.Role,
        };
        return (subject, @case.Stage);
    }

    private async Task<string> Keep(byte[] signature, CancellationToken ct)
    {
        if (signature.Length == 0)
            throw ConfirmationErrors.SignatureMissing();
        using var picture = new MemoryStream(signature, writable: false);
        if (signature.Length > MaxSignatureBytes || FileKind.Of(picture) != FileKind.Png)
            throw ConfirmationErrors.SignatureInvalid();
        picture.Position = 0;
        await using var received = await files.Receive(picture, ct);
        await received.Keep(ct);
        return received.Sha256;
    }
}
