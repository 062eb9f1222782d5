using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Infrastructure.Cases.Import;

/// <summary>The lines of a stream, none longer than a bound: a file without line ends does not fill the memory.</summary>
public static class BoundedLines
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <param name="End">Bytes read up to here, this line's end included.</param>
    public sealed record Line(int Number, byte[]? Bytes, long End);

    /// <returns>Blank lines are left out and counted; the bytes of one that is too long are null.</returns>
    public static async IAsyncEnumerable<Line> Read(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var (number, at, isTooLong) = (0, 0L, false);
        while (true)
        {
            var read = await pipe.ReadAsync(ct);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                (number, at) = (number + 1, at + line.Length + 1);
                if (isTooLong || line.Length > MaxBytes)
                    yield return new Line(number, null, at);
                else if (Trimmed(line) is { Length: > 0 } bytes)
                    yield return new Line(number, bytes, at);
                isTooLong = false;
            }

            if (buffer.Length > MaxBytes)
            {
                isTooLong = true;
                at += buffer.Length;
                buffer = buffer.Slice(buffer.End);
            }

            if (read.IsCompleted)
            {
                at += buffer.Length;
                if (isTooLong)
                    yield return new Line(number + 1, null, at);
                else if (Trimmed(buffer) is { Length: > 0 } last)
                    yield return new Line(number + 1, last, at);
                await pipe.CompleteAsync();
                yield break;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Without white space at its ends, and without the mark that some systems begin UTF-8 with.</summary>
    private static byte[] Trimmed(ReadOnlySequence<byte> line)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> bytes = line.ToArray();
        if (bytes.StartsWith(mark))
            bytes = bytes[mark.Length..];
        return bytes.Trim(" \t\r"u8).ToArray();
    }
}
