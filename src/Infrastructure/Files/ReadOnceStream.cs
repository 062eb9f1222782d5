namespace Infrastructure.Files;

/// <summary>A stream that is read once from its beginning to its end. The position tells how far; nothing sets it.</summary>
internal abstract class ReadOnceStream : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;

    public override long Position
    {
        get => Done;
        set => throw new NotSupportedException();
    }

    /// <summary>Bytes read so far.</summary>
    protected abstract long Done { get; }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
