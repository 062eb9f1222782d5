using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.Tracing.Anchors;

/// <summary>
/// The root over lines in their order, as RFC 6962 makes it: SHA-256 with 0x00 before a leaf and 0x01 before a pair, a left part that is
/// the greatest power of two. Leaves come one by one; what is kept is one hash a level.
/// </summary>
internal sealed class MerkleTree
{
    private readonly List<(int Size, byte[] Hash)> _parts = [];

    public int Leaves { get; private set; }

    public void Add(string line)
    {
        Leaves++;
        _parts.Add((1, Hash(0, Encoding.UTF8.GetBytes(line), [])));
        while (_parts.Count > 1 && _parts[^1].Size == _parts[^2].Size)
            Join();
    }

    /// <returns>64 hex digits. Nothing can be added afterwards.</returns>
    public string Root()
    {
        while (_parts.Count > 1)
            Join();
        return Convert.ToHexStringLower(_parts.Count == 1 ? _parts[0].Hash : SHA256.HashData([]));
    }

    private void Join()
    {
        var (left, right) = (_parts[^2], _parts[^1]);
        _parts.RemoveRange(_parts.Count - 2, 2);
        _parts.Add((left.Size + right.Size, Hash(1, left.Hash, right.Hash)));
    }

    private static byte[] Hash(byte kind, byte[] first, byte[] second) => SHA256.HashData([kind, .. first, .. second]);
}
