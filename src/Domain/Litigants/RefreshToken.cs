using System.Buffers.Text;
using System.Security.Cryptography;

namespace Domain.Litigants;

/// <summary>
/// What a device keeps to stay signed in: the session's id and 256 secret bits. The next one follows from this one and a
/// salt that the session keeps, so that asking again after a lost answer gives the same token, though only hashes are stored.
/// </summary>
public sealed class RefreshToken
{
    private const int IdLength = 16;
    private const int SecretLength = 32;
    private readonly byte[] _secret;

    private RefreshToken(Guid sessionId, byte[] secret) => (SessionId, _secret) = (sessionId, secret);

    public Guid SessionId { get; }

    /// <summary>64 hex digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_secret));

    public static RefreshToken For(Guid sessionId) => new(sessionId, RandomNumberGenerator.GetBytes(SecretLength));

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength));

    public RefreshToken Next(string salt) => new(SessionId, HMACSHA256.HashData(_secret, Convert.FromHexString(salt)));

    /// <returns>Null for anything that is not such a token.</returns>
    public static RefreshToken? Read(string? text)
    {
        if (text is null || text.Length > 100 || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length == IdLength + SecretLength ? new RefreshToken(new Guid(bytes.AsSpan(0, IdLength)), bytes[IdLength..]) : null;
    }

    public override string ToString() => Base64Url.EncodeToString([.. SessionId.ToByteArray(), .. _secret]);
}
