using System.Security.Cryptography;
using System.Text;
using Domain.Shared;

namespace Infrastructure.Keys;

/// <summary>AES-256-GCM under a key drawn from <c>Identity:Secret</c>; the owner's id is bound in, so that a row copied to another opens nothing.</summary>
public sealed class SecretSeal(byte[] secret) : ISecretSeal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "sealed secrets"u8.ToArray());

    public string Seal(string plain, Guid owner)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var closed = new byte[NonceBytes + TagBytes + text.Length];
        var nonce = closed.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, text, closed.AsSpan(NonceBytes + TagBytes), closed.AsSpan(NonceBytes, TagBytes), owner.ToByteArray());
        return Convert.ToBase64String(closed);
    }

    public string Open(string closed, Guid owner)
    {
        try
        {
            var bytes = Convert.FromBase64String(closed);
            var text = new byte[bytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(
                bytes.AsSpan(0, NonceBytes),
                bytes.AsSpan(NonceBytes + TagBytes),
                bytes.AsSpan(NonceBytes, TagBytes),
                text,
                owner.ToByteArray()
            );
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or OverflowException)
        {
            throw new InvalidOperationException($"A sealed secret of {owner} does not open: changed, or sealed with another key.", e);
        }
    }
}
