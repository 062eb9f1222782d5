using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Domain.Attachments;

namespace Infrastructure.Files.Sealing;

/// <summary>
/// The first 160 bytes of an encrypted file, numbers big-endian: magic (8), version (1), binary logarithm of the chunk (1), length of the
/// key's id (1) and the id (20), nonce prefix (7), salt (32), length of the plain content (8) and its SHA-256 (32), zeros (18), HMAC-SHA-256
/// of all before (32). Behind it chunk after chunk, each with its tag of 16 bytes: see <see cref="SealedChunk"/>.
/// </summary>
internal sealed record SealedHeader(SealedChunk Chunks, long PlainLength)
{
    public const int Length = 160;
    private const int IdLengthAt = 10;
    private const int IdAt = 11;
    private const int PrefixAt = 31;
    private const int SaltAt = 38;
    private const int PlainLengthAt = 70;
    private const int HashAt = 78;
    private const int MacAt = 128;
    private const byte Version = 1;

    /// <summary>No kind of file that is taken in begins so.</summary>
    private static readonly byte[] s_magic = [0x89, (byte)'C', (byte)'R', (byte)'T', 0x0D, 0x0A, 0x1A, 0x00];

    public static bool IsAt(ReadOnlySpan<byte> head) => head.Length == Length && head.StartsWith(s_magic);

    public static string KeyIdOf(ReadOnlySpan<byte> head) =>
        Encoding.ASCII.GetString(head.Slice(IdAt, Math.Min((int)head[IdLengthAt], FileKeys.IdMaxLength)));

    /// <summary>Without length and hash, which are known at the end.</summary>
    public static (byte[] Head, SealedChunk Chunks, byte[] HeaderKey) New(FileKey key)
    {
        var head = new byte[Length];
        s_magic.CopyTo(head, 0);
        (head[8], head[9]) = (Version, SealedChunk.Log2);
        head[IdLengthAt] = (byte)Encoding.ASCII.GetBytes(key.Id, head.AsSpan(IdAt));
        RandomNumberGenerator.Fill(head.AsSpan(PrefixAt, SealedChunk.PrefixLength + 32));
        var (chunks, header) = key.Derive(head.AsSpan(SaltAt, 32));
        return (head, new SealedChunk(chunks, head[PrefixAt..(PrefixAt + SealedChunk.PrefixLength)]), header);
    }

    public static void Complete(Span<byte> head, byte[] headerKey, long plainLength, ReadOnlySpan<byte> sha256)
    {
        BinaryPrimitives.WriteInt64BigEndian(head[PlainLengthAt..], plainLength);
        sha256.CopyTo(head[HashAt..]);
        HMACSHA256.HashData(headerKey, head[..MacAt], head[MacAt..]);
    }

    /// <exception cref="DamagedFileException">It was changed, or is another file's.</exception>
    /// <exception cref="InvalidOperationException">Its key is not in the ring.</exception>
    public static SealedHeader Read(ReadOnlySpan<byte> head, FileKeys keys, string sha256)
    {
        if (head[8] != Version || head[9] != SealedChunk.Log2)
            throw new DamagedFileException($"{sha256}: version {head[8]} is not known.");
        var id = KeyIdOf(head);
        var key =
            keys.Find(id) ?? throw new InvalidOperationException($"{sha256} lies under the key {id}: Files:Keys:Ring:{id} is missing.");
        var (chunks, header) = key.Derive(head.Slice(SaltAt, 32));
        Span<byte> mac = stackalloc byte[32];
        HMACSHA256.HashData(header, head[..MacAt], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, head[MacAt..]))
            throw new DamagedFileException($"{sha256}: its header was changed.");
        if (Convert.ToHexStringLower(head.Slice(HashAt, 32)) != sha256)
            throw new DamagedFileException($"{sha256}: another file lies in its place.");
        return new SealedHeader(
            new SealedChunk(chunks, head.Slice(PrefixAt, SealedChunk.PrefixLength).ToArray()),
            BinaryPrimitives.ReadInt64BigEndian(head[PlainLengthAt..])
        );
    }
}
