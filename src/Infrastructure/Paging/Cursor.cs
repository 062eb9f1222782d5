using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.Paging;

/// <summary>Where a page of a list ends; the next one begins behind it, whatever came or went in between.</summary>
/// <param name="At">What the list is ordered by: of the last row shown. A day is its first moment in Guangzhou.</param>
/// <param name="Id">Decides between rows of the same moment.</param>
/// <param name="Position">Of a numbered list its only key; else what decides between rows of the same moment and id, or of different ranks.</param>
public sealed record Cursor(DateTimeOffset At, Guid Id, long Position = 0)
{
    private const int KeyLength = 32;
    private const int CheckLength = 8;

    /// <summary>Later ones have no day in Guangzhou.</summary>
    private static readonly DateTimeOffset s_last = DateTimeOffset.MaxValue.AddDays(-1);

    /// <summary>In a list whose rows are numbered.</summary>
    public static Cursor Of(long position) => new(default, Guid.Empty, position);

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    /// <param name="list">As given to <see cref="For"/>; empty for <see cref="ToString"/>'s.</param>
    /// <returns>False for a text that was changed on its way, was never a cursor, or is one of another list.</returns>
    public static bool TryRead(string text, out Cursor? cursor, string list = "")
    {
        cursor = null;
        if (text.Length > 64 || !Base64Url.IsValid(text))
            return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (
            bytes.Length != KeyLength + CheckLength
            || !Check(bytes.AsSpan(0, KeyLength), list).AsSpan().SequenceEqual(bytes.AsSpan(KeyLength))
        )
            return false;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > s_last.UtcTicks)
            return false;
        cursor = new Cursor(
            new DateTimeOffset(ticks, TimeSpan.Zero),
            new Guid(bytes.AsSpan(8, 16)),
            BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(24))
        );
        return true;
    }

    /// <summary>For the Portal's lists, each of which keeps its own.</summary>
    public override string ToString() => For("");

    /// <summary>For clients, to whom it is opaque: goes on with this list and no other.</summary>
    public string For(string list)
    {
        var bytes = new byte[KeyLength + CheckLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.UtcTicks);
        Id.TryWriteBytes(bytes.AsSpan(8));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(24), Position);
        Check(bytes.AsSpan(0, KeyLength), list).CopyTo(bytes.AsSpan(KeyLength));
        return Base64Url.EncodeToString(bytes);
    }

    // Finds damage, keeps no secret: whoever makes up a cursor only starts elsewhere in a list that is theirs anyway.
    private static byte[] Check(ReadOnlySpan<byte> key, string list) =>
        SHA256.HashData([.. key, .. Encoding.UTF8.GetBytes(list)])[..CheckLength];
}
