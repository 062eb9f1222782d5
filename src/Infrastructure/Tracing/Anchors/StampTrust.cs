using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Infrastructure.Settings;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// Whose stamps count: those of the authorities in <c>Trace:TimestampRoots</c>. Without them anybody's well signed stamp does, which a
/// forger can make as well as anybody: Development only.
/// </summary>
public sealed class StampTrust
{
    /// <summary>Extended key usage of a time-stamping authority (RFC 3161, 2.3).</summary>
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    private readonly X509Certificate2Collection _roots = [];

    /// <param name="roots">A file of PEM certificates; null trusts any.</param>
    public StampTrust(string? roots)
    {
        if (roots is null)
            return;
        try
        {
            _roots.ImportFromPemFile(roots);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"Trace:TimestampRoots cannot be read: {e.Message}");
        }

        if (_roots.Count == 0)
            throw new SettingsException($"Trace:TimestampRoots: {roots} holds no certificate.");
    }

    /// <summary>True when the stamp is of this hash and well signed by an authority that was trusted at that time.</summary>
    /// <param name="hash">SHA-256, hexadecimal.</param>
    public bool Holds(byte[] stamp, string hash) =>
        Rfc3161TimestampToken.TryDecode(stamp, out var token, out _)
        && token.VerifySignatureForHash(Convert.FromHexString(hash), HashAlgorithmName.SHA256, out var signer)
        && (_roots.Count == 0 || IsTrusted(signer, token));

    private bool IsTrusted(X509Certificate2 signer, Rfc3161TimestampToken token)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.ExtraStore.AddRange(token.AsSignedCms().Certificates);
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(TimeStamping));
        chain.ChainPolicy.VerificationTime = token.TokenInfo.Timestamp.LocalDateTime;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // whoever verifies years later asks nobody
        return chain.Build(signer);
    }
}
