using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Domain.Attachments;
using Infrastructure.Files.Sealing;
using Microsoft.Win32.SafeHandles;

namespace Infrastructure.Uploads;

/// <summary>
/// A file that grows, encrypted: a header (version 1, length of the key's id 1, the id 20, salt 32), then records in the order of the content,
/// numbers big-endian: length of the plain bytes (4), nonce (12), tag (16), the bytes under AES-256-GCM with their place in the content (8) as
/// what goes with them. Nonces are random, because after a crash a place may be written again.
/// </summary>
internal sealed class SealedPieces(SafeFileHandle file, byte[] key)
{
    /// <summary>Plain bytes of a record, at most.</summary>
    public const int MostAtOnce = 64 * 1024;

    public const int HeadLength = LengthSize + NonceSize + TagSize;
    private const byte Version = 1;
    private const int IdAt = 2;
    private const int SaltAt = IdAt + FileKeys.IdMaxLength;
    private const int SaltLength = 32;
    private const int HeaderLength = SaltAt + SaltLength;
    private const int LengthSize = 4;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <returns>Null where there is no header yet, or the start of one, and where its key is in the ring no more: it is sent again.</returns>
    public static SealedPieces? Of(SafeFileHandle file, FileKeys keys)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (RandomAccess.Read(file, header, 0) != HeaderLength || header[0] != Version || header[1] > FileKeys.IdMaxLength)
            return null;
        var id = Encoding.ASCII.GetString(header.Slice(IdAt, header[1]));
        return keys.Find(id) is { } key ? new SealedPieces(file, key.Derive(header[SaltAt..]).Chunks) : null;
    }

    /// <summary>Empty, whatever lay there.</summary>
    public static SealedPieces Begin(SafeFileHandle file, FileKey key)
    {
        var header = new byte[HeaderLength];
        (header[0], header[1]) = (Version, (byte)Encoding.ASCII.GetBytes(key.Id, header.AsSpan(IdAt)));
        RandomNumberGenerator.Fill(header.AsSpan(SaltAt));
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, header, 0);
        return new SealedPieces(file, key.Derive(header.AsSpan(SaltAt)).Chunks);
    }

    /// <summary>How far whole records reach, at most to <paramref name="until"/>.</summary>
    public Place End(long until = long.MaxValue)
    {
        var (at, stored, length) = (0L, (long)HeaderLength, RandomAccess.GetLength(file));
        while (LengthAt(stored) is { } plain && stored + HeadLength + plain <= length && at + plain <= until)
            (at, stored) = (at + plain, stored + HeadLength + plain);
        return new Place(at, stored);
    }

    /// <param name="sealing">Room for the record; see <see cref="HeadLength"/>.</param>
    /// <returns>Behind what was written.</returns>
    public async Task<Place> Write(Place at, ReadOnlyMemory<byte> plain, Memory<byte> sealing, CancellationToken ct)
    {
        var record = sealing[..(HeadLength + plain.Length)];
        Seal(at.Content, plain.Span, record.Span);
        await RandomAccess.WriteAsync(file, record, at.Stored, ct);
        return new Place(at.Content + plain.Length, at.Stored + record.Length);
    }

    /// <param name="plain">Room for <see cref="MostAtOnce"/>.</param>
    /// <returns>0 at the end.</returns>
    /// <exception cref="DamagedFileException">It is not what was written there.</exception>
    public int Read(ref Place at, Span<byte> record, Span<byte> plain)
    {
        if (LengthAt(at.Stored) is not { } length)
            return 0;
        record = record[..(HeadLength + length)];
        if (RandomAccess.Read(file, record, at.Stored) != record.Length)
            return 0;
        Unseal(at.Content, record, plain[..length]);
        at = new Place(at.Content + length, at.Stored + record.Length);
        return length;
    }

    public static Place Start { get; } = new(0, HeaderLength);

    private int? LengthAt(long stored)
    {
        Span<byte> length = stackalloc byte[LengthSize];
        return
            RandomAccess.Read(file, length, stored) == LengthSize
            && BinaryPrimitives.ReadInt32BigEndian(length) is > 0 and <= MostAtOnce and var plain
            ? plain
            : null;
    }

    private void Seal(long content, ReadOnlySpan<byte> plain, Span<byte> record)
    {
        BinaryPrimitives.WriteInt32BigEndian(record, plain.Length);
        var nonce = record.Slice(LengthSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        Span<byte> place = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, content);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, record[HeadLength..], record.Slice(LengthSize + NonceSize, TagSize), place);
    }

    private void Unseal(long content, ReadOnlySpan<byte> record, Span<byte> plain)
    {
        Span<byte> place = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, content);
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(
                record.Slice(LengthSize, NonceSize),
                record[HeadLength..],
                record.Slice(LengthSize + NonceSize, TagSize),
                plain,
                place
            );
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new DamagedFileException("A piece of an upload was changed.", e);
        }
    }
}

/// <param name="Content">In what was sent.</param>
/// <param name="Stored">In the file.</param>
internal readonly record struct Place(long Content, long Stored);
