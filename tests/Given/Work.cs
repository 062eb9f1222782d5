using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Given;

/// <summary>What a client does before a code is sent to it (docs/api.md).</summary>
public static class Work
{
    public static uint Solve(string challenge, int bits)
    {
        Span<byte> block = stackalloc byte[36];
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.ASCII.GetBytes(challenge), block);
        for (uint number = 0; ; number++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(block[32..], number);
            SHA256.HashData(block, hash);
            if (BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= bits)
                return number;
        }
    }
}
