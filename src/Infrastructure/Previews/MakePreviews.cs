using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Previews;

/// <summary>Takes up one preview and makes it, or says why there will be none. A worker that dies leaves what it kept; the next one goes on.</summary>
public sealed partial class MakePreviews(
    CourtDb db,
    PreviewClaims claims,
    PreviewMakers makers,
    IFileStore files,
    LiveAnnouncer live,
    PreviewSettings settings,
    IServiceScopeFactory scopes,
    ILogger<MakePreviews> log
)
{
    private const int MostTries = 3;

    /// <returns>1 when there was one.</returns>
    public async Task<int> Run(bool isMedia, CancellationToken ct)
    {
        if (await claims.Next(isMedia, settings.Lease, ct) is not { } claimed)
            return 0;
        if (claimed.Tries > MostTries)
            await End(claimed, PreviewState.Failed, PreviewFailures.GaveUp);
        else
            await Try(claimed, ct);
        return 1;
    }

    private async Task Try(FilePreview claimed, CancellationToken ct)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = Renew(claimed, lost);
        try
        {
            await Make(claimed, lost.Token);
            await End(claimed, PreviewState.Ready, "");
        }
        catch (CannotPreviewException e)
        {
            Cannot(log, claimed.FileHash, claimed.ContentType, e.Message);
            await End(claimed, PreviewState.NotPossible, e.Reason);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await GiveBack(claimed);
            throw;
        }
        catch (FileNotFoundException)
        {
            await End(claimed, PreviewState.NotPossible, PreviewFailures.Damaged); // swept meanwhile, or the store is damaged
        }
        catch (DamagedFileException)
        {
            await End(claimed, PreviewState.NotPossible, PreviewFailures.Damaged);
        }
        catch (Exception e) when (e is (IOException and not EndOfStreamException) or RefusedException { Refusal: Refusal.Unavailable })
        {
            await Uncount(claimed);
            throw; // the store is away or the disk full: the worker rests
        }
        catch (Exception e) when (e is not OperationCanceledException && claimed.Tries < MostTries)
        {
            TryFailed(log, e, claimed.FileHash); // taken up again when the claim is over
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
        }
    }

    private async Task Make(FilePreview claimed, CancellationToken ct)
    {
        var kind = FileKind.OfContentType(claimed.ContentType) ?? throw new CannotPreviewException(PreviewFailures.Kind);
        using var folder = PreviewFolder.New();
        var source = Path.Combine(folder.Path, "source" + kind.Extension);
        await files.CopyTo(claimed.FileHash, source, ct);
        var there = await db.Set<PreviewPart>().CountAsync(p => p.FileHash == claimed.FileHash && p.Kind == PreviewPartKind.Page, ct);
        var isMainVolume = await db.Set<CaseFile>().AnyAsync(f => f.Sha256 == claimed.FileHash, ct);
        await makers.Make(
            new PreviewWork(
                kind,
                folder.Path,
                source,
                there,
                isMainVolume ? settings.MostPagesOfMainVolume : settings.MostPages,
                (part, number, path, contentType) => Keep(claimed, part, number, (path, contentType), ct),
                pages => Count(claimed, pages, ct)
            ),
            ct
        );
    }

    private async Task Keep(FilePreview of, PreviewPartKind kind, int number, (string Path, string ContentType) made, CancellationToken ct)
    {
        await using var bytes = File.OpenRead(made.Path);
        var (width, height) = made.ContentType == FileKind.Jpeg.ContentType ? JpegSize.Of(bytes) : (0, 0);
        bytes.Position = 0;
        await using var received = await files.Receive(bytes, long.MaxValue, ct);
        await received.Keep(ct);
        await db.Set<PreviewPart>().Where(p => p.FileHash == of.FileHash && p.Kind == kind && p.Number == number).ExecuteDeleteAsync(ct);
        db.Set<PreviewPart>()
            .Add(
                new PreviewPart
                {
                    FileHash = of.FileHash,
                    Kind = kind,
                    Number = number,
                    StoredHash = received.Sha256,
                    ContentType = made.ContentType,
                    Width = width,
                    Height = height,
                    Size = received.Size,
                }
            );
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        Tell(of);
    }

    private async Task Count(FilePreview of, int pages, CancellationToken ct)
    {
        await Mine(of).ExecuteUpdateAsync(set => set.SetProperty(p => p.Pages, pages), ct);
        Tell(of);
    }

    private async Task End(FilePreview claimed, PreviewState state, string reason)
    {
        await Mine(claimed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.State, state).SetProperty(p => p.Reason, reason), // the claim stays, to say when it ended
                CancellationToken.None
            );
        Tell(claimed);
    }

    /// <summary>A host that is stopped in order is no try.</summary>
    private Task GiveBack(FilePreview claimed) =>
        Mine(claimed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.ClaimedUntil, (DateTimeOffset?)null).SetProperty(p => p.Tries, claimed.Tries - 1),
                CancellationToken.None
            );

    /// <summary>No fault of the file's. The claim runs out by itself, so that one file that is never read does not keep the others waiting.</summary>
    private Task Uncount(FilePreview claimed) =>
        Mine(claimed).ExecuteUpdateAsync(set => set.SetProperty(p => p.Tries, claimed.Tries - 1), CancellationToken.None);

    /// <summary>As long as no other worker took it up.</summary>
    private IQueryable<FilePreview> Mine(FilePreview claimed) =>
        db.Set<FilePreview>().Where(p => p.FileHash == claimed.FileHash && p.Tries == claimed.Tries && p.State == PreviewState.Making);

    private void Tell(FilePreview of) => live.Announce([new LiveHint([LiveTopic.Preview(of.FileHash)], Guid.Empty, 0)]);

    /// <summary>Until it is done; gives the work up when it is another's.</summary>
    private async Task Renew(FilePreview claimed, CancellationTokenSource lost)
    {
        while (!lost.IsCancellationRequested)
        {
            await Task.Delay(settings.Lease / 3, lost.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lost.IsCancellationRequested)
                return;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<PreviewClaims>().Extend(claimed, settings.Lease, lost.Token))
                    await lost.CancelAsync();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                NotRenewed(log, e, claimed.FileHash); // the database is away: the next turn may find it back
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There will be no preview of {File} ({ContentType}): {Reason}")]
    private static partial void Cannot(ILogger log, string file, string contentType, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Making the preview of {File} came to no end; it is tried again")]
    private static partial void TryFailed(ILogger log, Exception exception, string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on the preview of {File} was not renewed")]
    private static partial void NotRenewed(ILogger log, Exception exception, string file);
}
