using System.Buffers.Binary;
using System.Buffers.Text;

namespace Infrastructure.WorkOrders;

/// <summary>Where a list goes on: after the order received then. Opaque to clients.</summary>
public sealed record OrderCursor(DateTimeOffset ReceivedAt, Guid Id)
{
    private const int Length = 24;

    public static bool TryRead(string text, out OrderCursor? cursor)
    {
        cursor = null;
        if (text.Length > 64 || !Base64Url.IsValid(text))
            return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length != Length)
            return false;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        cursor = new OrderCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(8)));
        return true;
    }

    public override string ToString()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ReceivedAt.UtcTicks);
        Id.TryWriteBytes(bytes.AsSpan(8));
        return Base64Url.EncodeToString(bytes);
    }
}
