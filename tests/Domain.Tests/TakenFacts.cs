using System.Security.Cryptography;
using Domain.Shared;

namespace Domain.Tests;

/// <summary>Facts as a save takes them, under a key of the tests' own, where no table is there to be sealed.</summary>
internal static class TakenFacts
{
    public static ITraceMac Mac { get; } = new TestMac(1);

    public static SealedState Nothing { get; } = new(new SealedRow("records", 1, "1", TraceRow.HashOf("nothing")), []);

    public static IReadOnlyList<(Fact Fact, TraceRow Row)> TakeFacts(this Aggregate of) => of.TakeFacts(Mac, Nothing);

    /// <summary>A key made of one byte.</summary>
    internal sealed class TestMac(byte key) : ITraceMac
    {
        public string KeyId => "test";

        public bool Knows(string keyId) => keyId == KeyId;

        public string Of(string keyId, ReadOnlySpan<byte> text) => Convert.ToHexStringLower(HMACSHA256.HashData([key], text));
    }
}
