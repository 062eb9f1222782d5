using Domain.Attachments;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>登记签收: of mail, or handed over in person, where the person signs on the clerk's screen or on the paper receipt.</summary>
public sealed class RecordPaperSignature(ICourtDb db, ServiceDesk desk, IFileStore files)
{
    public const int SignatureMaxBytes = 500_000;
    public const int InstitutionMaxLength = 60;
    private static readonly byte[] s_png = [0x89, 0x50, 0x4E, 0x47];

    /// <param name="institution">监所 through which somebody in custody was handed it; empty otherwise.</param>
    /// <param name="at">Null for now.</param>
    /// <param name="signature">PNG of what was written on the screen; null for a signature on paper.</param>
    /// <exception cref="RefusedException"><c>service_entry.signer_missing</c>, <c>service_entry.signature_unreadable</c>,
    /// <c>service_entry.relation_unfit</c>, <c>service_entry.mediation_to_person_only</c>, <c>service_entry.opponent_signs</c>,
    /// <c>service_entry.minor_signs</c>, <c>service_entry.agent_signs</c>,
    /// <c>service_entry.through_institution</c>, <c>service_entry.institution_missing</c>, and those of dates.</exception>
    public async Task Handle(
        Guid serviceId,
        Guid attemptId,
        string signer,
        SignerRelation relation,
        string institution,
        DateTimeOffset? at,
        byte[]? signature,
        Actor by,
        CancellationToken ct
    )
    {
        var name = TypedText.Storable(signer);
        if (name.Length is 0 or > 60)
            throw ServiceEntryErrors.SignerMissing();
        var through = TypedText.Storable(institution);
        if (through.Length > InstitutionMaxLength)
            throw ServiceEntryErrors.AddressTooLong();
        var sha256 = signature is null ? null : await Keep(signature, ct);
        var party = await db.ReceivingPartyOf(serviceId, ct);
        await desk.Change(
            serviceId,
            by,
            (service, now) => service.SignedOnPaper(attemptId, name, relation, through, at ?? now, sha256, party, by, now),
            ct
        );
    }

    private async Task<string> Keep(byte[] signature, CancellationToken ct)
    {
        if (signature.Length is < 100 or > SignatureMaxBytes || !signature.AsSpan().StartsWith(s_png))
            throw ServiceEntryErrors.SignatureUnreadable();
        await using var received = await files.Receive(new MemoryStream(signature), ct);
        await received.Keep(ct);
        return received.Sha256;
    }
}
