using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Domain.Litigants;

/// <summary>Keys what is handed out and comes back; every host of an installation has the same.</summary>
public interface IChallengeKeys
{
    /// <returns>Hexadecimal.</returns>
    string Sign(string text);
}

/// <summary>
/// Work for a strange device (工作量证明): a number of 32 bits, big-endian, whose SHA-256 behind that of <paramref name="Text"/> begins with
/// <paramref name="Bits"/> zero bits. A phone does it in less than a second, unseen; a thousand numbers cost a thousand times as much.
/// </summary>
public sealed record WorkChallenge(string Text, int Bits);

public sealed record WorkProof(string Challenge, long Number);

/// <summary>Makes challenges and checks them. Nothing is stored: a challenge carries its own end and is bound to phone and device by a key.</summary>
public sealed class WorkChallenges(IChallengeKeys keys)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    public const int MaxLength = 160;

    public WorkChallenge Make(string address, string device, int bits, DateTimeOffset now)
    {
        var ends = (now + Lifetime).ToUnixTimeSeconds();
        var plain = string.Create(
            CultureInfo.InvariantCulture,
            $"{ends}.{bits}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}"
        );
        return new WorkChallenge($"{plain}.{Mac(plain, address, device)}", bits);
    }

    /// <summary>Whether it is one of ours for this phone and device, not yet over, and solved. That it is used once is the caller's to see.</summary>
    public bool IsSolved(WorkProof proof, string address, string device, DateTimeOffset now)
    {
        if (
            proof.Number is < 0 or > uint.MaxValue
            || proof.Challenge.Length > MaxLength
            || proof.Challenge.Split('.') is not [var ends, var bits, var chance, var mac]
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Mac($"{ends}.{bits}.{chance}", address, device)),
                Encoding.ASCII.GetBytes(mac)
            )
        )
            return false;
        return now.ToUnixTimeSeconds() < long.Parse(ends, CultureInfo.InvariantCulture)
            && ZeroBits(proof) >= int.Parse(bits, CultureInfo.InvariantCulture);
    }

    /// <summary>What a row keeps of a used challenge.</summary>
    public static string HashOf(WorkProof proof) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(proof.Challenge)));

    private static int ZeroBits(WorkProof proof)
    {
        Span<byte> block = stackalloc byte[36];
        SHA256.HashData(Encoding.ASCII.GetBytes(proof.Challenge), block);
        BinaryPrimitives.WriteUInt32BigEndian(block[32..], (uint)proof.Number);
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(block)));
    }

    private string Mac(string plain, string address, string device) => keys.Sign($"{plain}\n{address}\n{device}")[..32];
}
