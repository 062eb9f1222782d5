using System.Buffers.Text;

namespace Domain.WorkOrders;

/// <summary>The short address that opens one message for its signed-in person: no secret, whoever else follows it finds nothing.</summary>
public static class OrderLinks
{
    /// <returns>/m/AZqTkE7hcgCDCfBf4QyzKQ.</returns>
    public static string PathOf(Guid order) => "/m/" + Base64Url.EncodeToString(order.ToByteArray(bigEndian: true));

    /// <returns>Null for what was never one.</returns>
    public static Guid? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[16];
        return token.Length == 22 && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }
}
