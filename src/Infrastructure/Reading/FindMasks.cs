using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Attachments;
using Domain.Cases;
using Domain.Reading;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Reading;

/// <summary>Looks through the text of documents that somebody asks to read, for what is to be blackened. Nothing is shown before.</summary>
public sealed partial class FindMasks(
    CourtDb db,
    IFileStore files,
    PreviewSettings settings,
    LiveAnnouncer live,
    TimeProvider clock,
    ILogger<FindMasks> log
)
{
    private const int BatchSize = 10;

    /// <summary>Before what could not be read is tried again: those behind it come first.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    /// <returns>How many were looked through.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - s_pause;
        var waiting = await db.Set<ReadingRequest>()
            .Where(r => r.State == ReadingState.ToReview || r.State == ReadingState.Open)
            .SelectMany(r => db.Set<CaseFile>().Where(f => f.CaseId == r.CaseId))
            .Where(f =>
                f.Sha256 != "" && !f.IsSecret && db.Set<FilePreview>().Any(p => p.FileHash == f.Sha256 && p.State == PreviewState.Ready)
            )
            .Where(f => !db.Set<MaskedFile>().Any(m => m.FileHash == f.Sha256 && (m.Rules >= NumbersInText.Rules || m.At > before)))
            .Select(f => f.Sha256)
            .Distinct()
            .Take(BatchSize)
            .ToListAsync(ct);
        var found = 0;
        foreach (var hash in waiting)
            found += await One(hash, ct) ? 1 : 0;
        return found;
    }

    private async Task<bool> One(string hash, CancellationToken ct)
    {
        var (numbers, isItsFault) = (default(NumbersInText.Found), true);
        try
        {
            (numbers, isItsFault) = await Numbers(hash, ct);
        }
        catch (Exception e) when (e is IOException or RefusedException { Refusal: Refusal.Unavailable } && !ct.IsCancellationRequested)
        {
            NotReadable(log, e, hash);
            isItsFault = e is FileNotFoundException or DamagedFileException; // else the store is away or the disk full
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotReadable(log, e, hash); // whatever it is made of, those behind it go on
        }

        return await Keep(hash, numbers, isItsFault, ct);
    }

    private async Task<bool> Keep(string hash, NumbersInText.Found? numbers, bool isItsFault, CancellationToken ct)
    {
        db.Forget();
        var now = clock.GetUtcNow();
        var file =
            await db.Set<MaskedFile>().SingleOrDefaultAsync(m => m.FileHash == hash, ct)
            ?? db.Set<MaskedFile>().Add(new MaskedFile { FileHash = hash }).Entity;
        if (numbers is null)
        {
            file.TriedInVain(isItsFault, NumbersInText.Rules, now);
        }
        else
        {
            db.Set<PageMask>().RemoveRange(await db.Set<PageMask>().Where(m => m.FileHash == hash).ToListAsync(ct));
            file.LookedThrough(numbers.Without, NumbersInText.Rules, now);
            db.Set<PageMask>().AddRange(numbers.Masks);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            live.Announce([new LiveHint([LiveTopic.Preview(hash)], Guid.Empty, 0)]);
            return numbers is not null;
        }
        catch (DbUpdateException)
        {
            db.Forget(); // another host was quicker
            return false;
        }
    }

    /// <returns>Null when it could not be read, and whether that is the file's own fault.</returns>
    private async Task<(NumbersInText.Found? Found, bool IsItsFault)> Numbers(string hash, CancellationToken ct)
    {
        using var folder = PreviewFolder.New();
        var (pdf, text) = (Path.Combine(folder.Path, "source.pdf"), Path.Combine(folder.Path, "words.html"));
        await files.CopyTo(hash, pdf, ct);
        var (looked, said) = await BoundedProgram.Run("pdfinfo", ["-f", "1", "-l", "100000", pdf], settings.Paper, ct);
        var (end, _) = await BoundedProgram.Run("pdftotext", ["-bbox", "-enc", "UTF-8", pdf, text], settings.Paper, ct);
        if (looked != ProgramEnd.Done || end != ProgramEnd.Done)
        {
            NotReadable(log, null, hash);
            var ends = new[] { looked, end };
            // What a program says it cannot read it will not read the next time either.
            return ends.Contains(ProgramEnd.NotInstalled) ? (null, false)
                : ends.Contains(ProgramEnd.Killed) ? (null, true)
                : (new NumbersInText.Found([], MaskedFile.Unread), true);
        }

        var turned = Turned().Matches(said).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        return (NumbersInText.In(File.ReadLines(text), turned, hash, ct), true);
    }

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(?:90|270)$", RegexOptions.Multiline)]
    private static partial Regex Turned();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of {File} could not be looked through")]
    private static partial void NotReadable(ILogger log, Exception? exception, string file);
}
