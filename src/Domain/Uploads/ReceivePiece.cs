using System.Buffers;
using System.Security.Cryptography;
using Domain.Shared;

namespace Domain.Uploads;

/// <param name="Bytes">As they come; may end before the piece does.</param>
/// <param name="Checksum">Of the whole piece: then it is taken whole or not at all.</param>
public sealed record Piece(long Offset, Stream Bytes, PieceChecksum? Checksum);

public sealed record PieceChecksum(HashAlgorithmName Algorithm, byte[] Value);

/// <summary>
/// Takes in the next piece of a file. What is acknowledged is on the disk; of a piece that breaks off, as much as came is kept.
/// </summary>
public sealed class ReceivePiece(MyUploads uploads, UploadWriting writing, IUploadPieces pieces, TimeProvider clock)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>What a kill can cost at most of a piece under way.</summary>
    private const long FlushedBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan s_flushed = TimeSpan.FromSeconds(3);

    /// <summary>Below the right to write, so that nobody writes who has lost it.</summary>
    private static readonly TimeSpan s_stalled = UploadWriting.Lifetime / 2;

    /// <exception cref="RefusedException">
    /// <c>upload.not_found</c>, <c>.expired</c>, <c>.offset_mismatch</c>, <c>.locked</c>, <c>.past_end</c>, <c>.checksum_mismatch</c>, and why
    /// the file was not taken.
    /// </exception>
    public async Task Handle(Guid id, Piece piece, Actor by, CancellationToken ct)
    {
        var upload = await uploads.Find(id, by, ct);
        if (upload.State == UploadState.Refused)
            throw upload.WhyRefused();
        if (piece.Offset != uploads.OffsetOf(upload))
            throw UploadErrors.OffsetMismatch(uploads.OffsetOf(upload));
        if (upload.State != UploadState.Receiving)
            return; // the answer to the last piece was lost
        if (await writing.Take(upload, UploadWriting.Lifetime, ct) is not { } me)
            throw UploadErrors.Locked();
        try
        {
            await using var file = pieces.Open(id) ?? throw UploadErrors.Locked();
            await Write(upload, me, file, piece);
        }
        finally
        {
            await writing.Release(upload, me, CancellationToken.None); // the phone may be gone: what it sent is kept all the same
        }
    }

    private async Task Write(Upload upload, Guid me, IUploadFile file, Piece piece)
    {
        using var hash = piece.Checksum is { } wanted ? IncrementalHash.CreateHash(wanted.Algorithm) : null;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var (at, said, saidAt) = (piece.Offset, piece.Offset, clock.GetTimestamp());
        try
        {
            for (var goesOn = true; goesOn; )
            {
                (var read, goesOn) = await Fill(piece.Bytes, buffer, saidAt);
                if (read == 0)
                    break;
                if (at + read > upload.Length)
                    throw UploadErrors.PastEnd();
                if (clock.GetElapsedTime(saidAt) >= UploadWriting.Lifetime)
                    await writing.Reach(upload, me, null, isEnd: false, CancellationToken.None); // it stood still: another may be at it
                await file.Write(at, buffer.AsMemory(0, read), CancellationToken.None);
                hash?.AppendData(buffer, 0, read);
                at += read;
                if (at - said < FlushedBytes && clock.GetElapsedTime(saidAt) < s_flushed)
                    continue;
                if (hash is null)
                    file.Flush();
                await writing.Reach(upload, me, hash is null ? at : null, isEnd: false, CancellationToken.None);
                (said, saidAt) = (at, clock.GetTimestamp());
            }

            if (hash is not null && !hash.GetHashAndReset().AsSpan().SequenceEqual(piece.Checksum!.Value))
                throw UploadErrors.ChecksumMismatch();
            file.Flush();
            await writing.Reach(upload, me, at, isEnd: true, CancellationToken.None);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Small reads of a slow network are put together, but nothing waits for long.</summary>
    /// <returns>And whether more may come.</returns>
    private async Task<(int Read, bool GoesOn)> Fill(Stream bytes, byte[] buffer, long saidAt)
    {
        var filled = 0;
        do
        {
            var read = await Read(bytes, buffer.AsMemory(filled, BufferSize - filled));
            if (read <= 0)
                return (filled, false);
            filled += read;
        } while (filled < BufferSize && clock.GetElapsedTime(saidAt) < s_flushed);
        return (filled, true);
    }

    /// <returns>0 at the end, -1 when the connection broke or stalled.</returns>
    private static async Task<int> Read(Stream bytes, Memory<byte> buffer)
    {
        // Not the request's own token: it is cancelled when the phone is gone, before all that came is read.
        using var patience = new CancellationTokenSource(s_stalled);
        try
        {
            return await bytes.ReadAsync(buffer, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return -1;
        }
    }
}
