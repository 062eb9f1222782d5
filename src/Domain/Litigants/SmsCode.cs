using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Domain.Litigants;

/// <summary>A six-digit code sent to a phone, or to the e-mail address of a link. Kept hashed; five tries, five minutes, one use.</summary>
public sealed class SmsCode
{
    public const int MaxTries = 5;
    public const int MaxADay = 10;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(60);

    public Guid Id { get; init; }

    /// <summary>Mobile number in normal form, or an e-mail address.</summary>
    public required string Phone { get; init; }

    /// <summary>1, 2, 3 … for one of them: of two requests at the same moment one sends.</summary>
    public int Sequence { get; init; }

    public required string CodeHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Every try counts, also the right one.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static (SmsCode Row, string Code) For(string phone, int sequence, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        return (
            new SmsCode
            {
                Id = id,
                Phone = phone,
                Sequence = sequence,
                CodeHash = Hash(id, code),
                CreatedAt = now,
                ExpiresAt = now + Lifetime,
            },
            code
        );
    }

    public bool CanBeTried(DateTimeOffset now) => UsedAt is null && Tries < MaxTries && now < ExpiresAt;

    /// <returns>True for the right code, which is used up by it.</returns>
    public bool Try(string code, DateTimeOffset now)
    {
        Tries++;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(Id, code)), Encoding.ASCII.GetBytes(CodeHash)))
            return false;
        UsedAt = now;
        return true;
    }

    private static string Hash(Guid id, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id:N}:{code}")));
}
