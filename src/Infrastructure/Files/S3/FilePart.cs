namespace Infrastructure.Files.S3;

/// <summary>A part of a file on the disk, read once from its beginning to its end.</summary>
internal sealed class FilePart : ReadOnceStream
{
    private readonly FileStream _file;
    private readonly long _length;
    private long _left;

    public FilePart(string path, long at, long length)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous)
        {
            Position = at,
        };
        (_length, _left) = (length, length);
    }

    public override long Length => _length;
    protected override long Done => _length - _left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _file.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
