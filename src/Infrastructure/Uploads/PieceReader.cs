using Infrastructure.Files;
using Microsoft.Win32.SafeHandles;

namespace Infrastructure.Uploads;

/// <summary>What was sent so far, from its start.</summary>
/// <param name="file">Disposed of with this.</param>
internal sealed class PieceReader(SafeFileHandle file, SealedPieces pieces) : ReadOnceStream
{
    private readonly byte[] _record = new byte[SealedPieces.HeadLength + SealedPieces.MostAtOnce];
    private readonly byte[] _plain = new byte[SealedPieces.MostAtOnce];
    private Place _next = SealedPieces.Start;
    private Memory<byte> _left;

    public override long Length => throw new NotSupportedException();
    protected override long Done => _next.Content - _left.Length;

    public override int Read(Span<byte> buffer)
    {
        if (_left.IsEmpty)
            _left = _plain.AsMemory(0, pieces.Read(ref _next, _record, _plain));
        var some = Math.Min(buffer.Length, _left.Length);
        _left.Span[..some].CopyTo(buffer);
        _left = _left[some..];
        return some;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }
}
