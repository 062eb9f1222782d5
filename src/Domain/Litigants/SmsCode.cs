using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Domain.Litigants;

/// <summary>
/// A six-digit code sent to a phone, or to the e-mail address of a link. Kept hashed; five tries, five minutes, one use, and only on the
/// device that asked for it.
/// </summary>
public sealed class SmsCode
{
    public const int MaxTries = 5;

    /// <summary>The purpose of signing in, and of binding a phone.</summary>
    public const string Account = "account";

    public const int PurposeMaxLength = 48;

    /// <summary>To one phone or address, of one device that is known there.</summary>
    public const int MaxADay = 10;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan OverallWindow = TimeSpan.FromHours(1);
    public static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(60);

    public Guid Id { get; init; }

    /// <summary>Mobile number in normal form, or an e-mail address.</summary>
    public required string Phone { get; init; }

    /// <summary>What it opens, and nothing else: <see cref="Account"/>, or one link. Whoever reads it out to a helper gives no more away.</summary>
    public required string Purpose { get; init; }

    /// <summary>1, 2, 3 … for one of them: of two requests at the same moment one sends.</summary>
    public int Sequence { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>Who asked: <see cref="CodeAsker.Device"/>.</summary>
    public required string Device { get; init; }

    public required string Network { get; init; }

    /// <summary>The device was not known for this phone.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Hash of the challenge that a stranger has solved; each is good once.</summary>
    public string? Challenge { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Every try counts, also the right one.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static (SmsCode Row, string Code) For(
        string phone,
        string purpose,
        int sequence,
        CodeAsker asker,
        bool isStranger,
        DateTimeOffset now
    )
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        return (
            new SmsCode
            {
                Id = id,
                Phone = phone,
                Purpose = purpose,
                Sequence = sequence,
                CodeHash = Hash(id, code),
                Device = asker.Device,
                Network = asker.Network,
                IsStranger = isStranger,
                Challenge = isStranger && asker.Proof is { } proof ? WorkChallenges.HashOf(proof) : null,
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

    /// <returns>The purpose of one link: answer:…, service:….</returns>
    public static string Link(string of, Guid id) => $"{of}:{id:N}";

    private static string Hash(Guid id, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id:N}:{code}")));
}

public static class SmsCodeQueries
{
    /// <summary>What strange devices have asked for.</summary>
    public static IQueryable<SmsCode> StrangersSince(this IQueryable<SmsCode> codes, DateTimeOffset since) =>
        codes.Where(c => c.IsStranger && c.CreatedAt > since);
}
