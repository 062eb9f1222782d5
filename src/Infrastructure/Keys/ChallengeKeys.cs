using System.Security.Cryptography;
using System.Text;
using Domain.Litigants;

namespace Infrastructure.Keys;

/// <summary>HMAC-SHA256 under a key of its own, drawn from <c>Identity:Secret</c>: what is signed here is no key of a person.</summary>
internal sealed class ChallengeKeys(byte[] secret) : IChallengeKeys
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "challenges"u8.ToArray());

    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
