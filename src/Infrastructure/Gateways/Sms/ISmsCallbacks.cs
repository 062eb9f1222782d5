using Domain.InboundMessages;
using Domain.Notifications;

namespace Infrastructure.Gateways.Sms;

/// <summary>How one provider calls us back.</summary>
public interface ISmsCallbacks
{
    /// <summary>Whether the call is signed as it must be; providers that do not sign are known by path and address only.</summary>
    bool IsSigned(string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now);

    /// <returns>Null when nothing of it can be read.</returns>
    CallbackItems<GatewayReceipt>? Receipts(ReadOnlyMemory<byte> body, DateTimeOffset now);

    /// <returns>Null when nothing of it can be read.</returns>
    CallbackItems<IncomingSms>? Replies(ReadOnlyMemory<byte> body, DateTimeOffset now);

    /// <summary>What the provider wants to read when all is stored, and its content type.</summary>
    (string Body, string ContentType) Thanks { get; }
}

/// <param name="Unreadable">How many others of the batch could not be read.</param>
public sealed record CallbackItems<T>(IReadOnlyList<T> Items, int Unreadable);
