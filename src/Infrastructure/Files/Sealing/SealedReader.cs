using System.Security.Cryptography;
using Domain.Attachments;

namespace Infrastructure.Files.Sealing;

/// <summary>The plain content of an encrypted file, from wherever it is wanted: only the chunks that are read are fetched and opened.</summary>
internal sealed class SealedReader : Stream
{
    private readonly Stream _stored;
    private readonly SealedHeader _header;
    private readonly long _count;
    private readonly byte[] _sealed = new byte[SealedChunk.Size];
    private readonly byte[] _plain = new byte[SealedChunk.PlainSize];
    private long _opened = -1;
    private long _position;

    /// <param name="stored">Disposed of with this.</param>
    /// <exception cref="DamagedFileException">It is longer or shorter than its header says.</exception>
    public SealedReader(Stream stored, SealedHeader header)
    {
        (_stored, _header, _count) = (stored, header, SealedChunk.CountOf(header.PlainLength));
        if (stored.Length != SealedHeader.Length + header.PlainLength + _count * SealedChunk.TagSize)
            throw new DamagedFileException("It is not as long as it was.");
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => _header.PlainLength;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("A position before the beginning.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length || buffer.Length == 0)
            return 0;
        var number = _position / SealedChunk.PlainSize;
        if (number != _opened)
        {
            _stored.Position = OffsetOf(number);
            var length = LengthOf(number) + SealedChunk.TagSize;
            Decrypt(number, await _stored.ReadAtLeastAsync(_sealed.AsMemory(0, length), length, false, cancellationToken));
        }

        return Give(number, buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.Length == 0)
            return 0;
        var number = _position / SealedChunk.PlainSize;
        if (number != _opened)
        {
            _stored.Position = OffsetOf(number);
            var length = LengthOf(number) + SealedChunk.TagSize;
            Decrypt(number, _stored.ReadAtLeast(_sealed.AsSpan(0, length), length, throwOnEndOfStream: false));
        }

        return Give(number, buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => Length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        CryptographicOperations.ZeroMemory(_plain);
        await _stored.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stored.Dispose();
        base.Dispose(disposing);
    }

    private static long OffsetOf(long number) => SealedHeader.Length + number * SealedChunk.Size;

    private int LengthOf(long number) => (int)Math.Min(SealedChunk.PlainSize, Length - number * SealedChunk.PlainSize);

    private void Decrypt(long number, int read)
    {
        _opened = -1;
        var length = LengthOf(number);
        if (read != length + SealedChunk.TagSize)
            throw new DamagedFileException("It ends too early.");
        try
        {
            _header.Chunks.Decrypt(number, number == _count - 1, _sealed.AsSpan(0, read), _plain.AsSpan(0, length));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new DamagedFileException("It was changed.", e);
        }

        _opened = number;
    }

    private int Give(long number, Span<byte> buffer)
    {
        var from = (int)(_position - number * SealedChunk.PlainSize);
        var some = Math.Min(buffer.Length, LengthOf(number) - from);
        _plain.AsSpan(from, some).CopyTo(buffer);
        _position += some;
        return some;
    }
}
