using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Infrastructure.Files.Sealing;

/// <summary>
/// AES-256-GCM over 64 KiB at a time. The nonce is the file's prefix (7), the chunk's number (4) and whether it is the last (1): a chunk
/// that is cut off, put elsewhere or taken from another file does not open (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár 2015).
/// </summary>
internal sealed class SealedChunk(byte[] key, byte[] prefix)
{
    public const byte Log2 = 16;
    public const int PlainSize = 1 << Log2;
    public const int TagSize = 16;
    public const int Size = PlainSize + TagSize;
    public const int PrefixLength = 7;
    private const int NonceLength = 12;

    /// <summary>A file without content has one chunk too, which is empty.</summary>
    public static long CountOf(long plainLength) => Math.Max(1, (plainLength + PlainSize - 1) / PlainSize);

    /// <param name="sealedBytes">As long as the plain ones and their tag.</param>
    public void Encrypt(long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> sealedBytes)
    {
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(NonceOf(number, isLast), plain, sealedBytes[..plain.Length], sealedBytes[plain.Length..]);
    }

    /// <exception cref="AuthenticationTagMismatchException">It is not what was written here.</exception>
    public void Decrypt(long number, bool isLast, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(NonceOf(number, isLast), sealedBytes[..^TagSize], sealedBytes[^TagSize..], plain);
    }

    private byte[] NonceOf(long number, bool isLast)
    {
        var nonce = new byte[NonceLength];
        prefix.CopyTo(nonce, 0);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(PrefixLength), checked((uint)number));
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
