using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Domain.Auditing;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Partners;

/// <summary>A secret is made and shown once, or a client certificate is registered. Whoever sees a secret leaves a row in the audit log.</summary>
public sealed class MakePartnerKey(ICourtDb db, IAudit audit, TimeProvider clock)
{
    private const string Prefix = "gzk_";

    /// <param name="keyId">Made by the page: pressing twice makes one.</param>
    /// <returns>The secret, which nothing can show again.</returns>
    public async Task<string> Secret(Guid id, Guid keyId, Actor by, CancellationToken ct)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var partner = await Add(
            id,
            now => new PartnerKey
            {
                Id = keyId,
                PartnerId = id,
                Kind = PartnerKeyKind.Secret,
                Hash = HashOf(secret),
                Hint = $"…{secret[^4..]}",
                MadeAt = now,
                MadeByName = by.Name,
            },
            by,
            ct
        );
        audit.Note(AuditEntry.Of(AuditKind.Revealed, "对接系统密钥", by, id, partner.Name));
        return secret;
    }

    /// <param name="pem">The certificate without its private key.</param>
    public Task Certificate(Guid id, Guid keyId, string pem, Actor by, CancellationToken ct)
    {
        using var certificate = Read(pem);
        var (hash, subject, expires) = (
            HashOf(certificate),
            certificate.Subject,
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime())
        );
        return Add(
            id,
            now =>
                expires > now
                    ? new PartnerKey
                    {
                        Id = keyId,
                        PartnerId = id,
                        Kind = PartnerKeyKind.Certificate,
                        Hash = hash,
                        Hint = subject.Length <= PartnerKey.HintMaxLength ? subject : subject[..PartnerKey.HintMaxLength],
                        MadeAt = now,
                        MadeByName = by.Name,
                        ExpiresAt = expires,
                    }
                    : throw PartnerErrors.CertificateInvalid(),
            by,
            ct
        );
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string HashOf(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    private Task<Partner> Add(Guid id, Func<DateTimeOffset, PartnerKey> make, Actor by, CancellationToken ct) =>
        by.Reaches(Feature.Partners)
            ? db.Change(
                db.PartnersVisibleTo(by).Include(p => p.Keys).Where(p => p.Id == id),
                PartnerErrors.NotFound,
                async partner =>
                {
                    var now = clock.GetUtcNow();
                    var key = make(now);
                    if (
                        key.Kind == PartnerKeyKind.Certificate
                        && await db.Set<PartnerKey>().AnyAsync(k => k.Hash == key.Hash && k.Id != key.Id && k.EndedAt == null, ct)
                    )
                        throw PartnerErrors.CertificateTaken();
                    partner.AddKey(key, by, now);
                },
                ct
            )
            : throw PartnerErrors.NotYours();

    private static X509Certificate2 Read(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw PartnerErrors.CertificateInvalid();
        }
    }
}
