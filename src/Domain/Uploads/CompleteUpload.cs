using Domain.Attachments;
using Domain.Litigants;
using Domain.Shared;

namespace Domain.Uploads;

/// <summary>
/// Makes an attachment of a file that has arrived, as a direct upload does. Whoever comes by may do it, also again after a process died in
/// the middle: the attachment has the upload's id, so that there is never a second one.
/// </summary>
public sealed class CompleteUpload(
    MyUploads uploads,
    UploadWriting writing,
    IUploadPieces pieces,
    IFileStore files,
    UploadAsLitigant upload,
    TimeProvider clock
)
{
    /// <summary>For copying and scanning, at least; who takes longer may have it done twice, for nothing but the work.</summary>
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(45);

    /// <summary>And a second more for each of these.</summary>
    private const long Pace = 8 * 1024 * 1024;

    /// <summary>Documents are unpacked in memory: two hundred that arrive at once take turns.</summary>
    private static readonly SemaphoreSlim s_turns = new(Environment.ProcessorCount);

    /// <summary>Longer than that nobody holds a request for a turn: a worker finishes it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <param name="waiting">For a turn: who comes in is not sent away any more.</param>
    /// <returns>It as it stands then: somebody else may be at it, and it may be refused.</returns>
    /// <exception cref="RefusedException">What may pass, as where nobody can scan it: it stays as it is and is tried again.</exception>
    public async Task<Upload> Handle(Guid id, Actor by, CancellationToken waiting, CancellationToken ct)
    {
        var arrived = await uploads.Find(id, by, ct);
        if (arrived.State != UploadState.Arrived || arrived.WriterUntil > clock.GetUtcNow() || !await HasTurn(waiting))
            return arrived;
        try
        {
            await TakeIn(arrived, by, ct);
        }
        finally
        {
            s_turns.Release();
        }

        return await uploads.Find(id, by, ct);
    }

    private static async Task<bool> HasTurn(CancellationToken waiting)
    {
        try
        {
            return await s_turns.WaitAsync(TimeSpan.Zero, CancellationToken.None) || await s_turns.WaitAsync(s_patience, waiting);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task TakeIn(Upload arrived, Actor by, CancellationToken ct)
    {
        if (await writing.Take(arrived, s_lifetime + TimeSpan.FromSeconds(arrived.Length / Pace), ct) is not { } me)
            return;
        try
        {
            var length = pieces.LengthOf(arrived.Id, arrived.Length);
            if (length < arrived.Length)
            {
                await writing.GoBack(arrived, length, ct);
                return;
            }

            if (await writing.Uploaded(arrived, await Keep(arrived, by, ct), ct) == 0)
                await writing.DropCancelled(arrived, CancellationToken.None);
            pieces.Delete(arrived.Id);
        }
        catch (DamagedFileException)
        {
            pieces.Delete(arrived.Id); // its pieces are not what came: they are asked for again
            await writing.GoBack(arrived, 0, CancellationToken.None);
        }
        catch (RefusedException why) when (why.Refusal != Refusal.Unavailable)
        {
            await writing.Refused(arrived, why, CancellationToken.None);
            pieces.Delete(arrived.Id);
        }
        finally
        {
            await writing.Release(arrived, me, CancellationToken.None);
        }
    }

    private async Task<string> Keep(Upload arrived, Actor by, CancellationToken ct)
    {
        await using var bytes = pieces.Read(arrived.Id);
        await using var file = await files.Receive(bytes, FileKind.MostBytesOfAny, ct);
        if (file.Size != arrived.Length || (arrived.DeclaredSha256 is { } declared && declared != file.Sha256))
            throw UploadErrors.HashMismatch();
        await upload.Handle(arrived.Id, arrived.Name, file, by, ct);
        return file.Sha256;
    }
}
