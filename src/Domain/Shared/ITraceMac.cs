namespace Domain.Shared;

/// <summary>
/// The keyed hash that chains trace rows: HMAC-SHA-256 today, and the one place to change for another (SM3). Without its key nobody can
/// write a chain anew that holds.
/// </summary>
public interface ITraceMac
{
    /// <summary>The key that new rows are made with; each row keeps the id of its own, so that keys can change.</summary>
    string KeyId { get; }

    bool Knows(string keyId);

    /// <returns>64 hex digits.</returns>
    string Of(string keyId, ReadOnlySpan<byte> text);
}
