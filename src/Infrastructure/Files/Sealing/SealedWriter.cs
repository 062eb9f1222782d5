using System.Buffers;

namespace Infrastructure.Files.Sealing;

/// <summary>Writes an encrypted file: a chunk goes out when the next byte is there, since the last one is marked.</summary>
internal sealed class SealedWriter(FileStream file, FileKey key) : IDisposable
{
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(SealedChunk.PlainSize);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(SealedChunk.Size);
    private readonly (byte[] Head, SealedChunk Chunks, byte[] HeaderKey) _new = SealedHeader.New(key);
    private int _filled;
    private long _number;

    public Task Begin(CancellationToken ct) => file.WriteAsync(_new.Head, ct).AsTask();

    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0)
        {
            if (_filled == SealedChunk.PlainSize)
                await Flush(isLast: false, ct);
            var some = Math.Min(bytes.Length, SealedChunk.PlainSize - _filled);
            bytes[..some].CopyTo(_plain.AsMemory(_filled));
            _filled += some;
            bytes = bytes[some..];
        }
    }

    public async Task End(byte[] sha256, CancellationToken ct)
    {
        var length = _number * SealedChunk.PlainSize + _filled;
        await Flush(isLast: true, ct);
        SealedHeader.Complete(_new.Head, _new.HeaderKey, length, sha256);
        file.Position = 0;
        await file.WriteAsync(_new.Head, ct);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }

    private async Task Flush(bool isLast, CancellationToken ct)
    {
        _new.Chunks.Encrypt(_number++, isLast, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled + SealedChunk.TagSize));
        await file.WriteAsync(_sealed.AsMemory(0, _filled + SealedChunk.TagSize), ct);
        _filled = 0;
    }
}
