using System.Globalization;

namespace Infrastructure.Files.S3;

/// <summary>
/// A file in the bucket, fetched from where it is read on; a jump begins another request. A file that is replaced meanwhile (encrypted
/// anew) is not mixed with the one that was opened.
/// </summary>
/// <param name="patience">For each read: a body may stand still behind a good head.</param>
internal sealed class S3Stream(S3Client client, string name, long length, string? tag, TimeSpan patience) : Stream
{
    private HttpResponseMessage? _response;
    private Stream? _body;
    private long _bodyAt;
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("A position before the beginning.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0)
            return 0;
        for (var tries = 1; ; tries++)
        {
            try
            {
                if (_body is null || _bodyAt != _position)
                    await Begin(cancellationToken);
                var read = await Some(buffer, cancellationToken);
                _position += read;
                _bodyAt = _position;
                return read;
            }
            catch (IOException e) when (e is not FileNotFoundException)
            {
                Leave(); // cut off in the middle: once more from here
                if (tries > 1)
                    throw;
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>For readers that know no other way; they block.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Leave();
        base.Dispose(disposing);
    }

    private async Task<int> Some(Memory<byte> buffer, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(patience);
        try
        {
            var read = await _body!.ReadAsync(buffer, limited.Token);
            return read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"{name}: the S3 service stopped in the middle.", e);
        }
    }

    private async Task Begin(CancellationToken ct)
    {
        Leave();
        var request = new S3Request(HttpMethod.Get, name)
        {
            Headers = new() { ["range"] = string.Create(CultureInfo.InvariantCulture, $"bytes={_position}-") },
        };
        if (tag is not null)
            request.Headers["if-match"] = tag;
        _response = await client.Send(request, ct);
        _body = await _response.Content.ReadAsStreamAsync(ct);
        _bodyAt = _position;
    }

    private void Leave()
    {
        _body?.Dispose();
        _response?.Dispose();
        (_body, _response) = (null, null);
    }
}
