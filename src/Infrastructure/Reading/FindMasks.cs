using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Attachments;
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

    /// <returns>How many were looked through.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var waiting = await db.Set<ReadingRequest>()
            .Where(r => r.State == ReadingState.ToReview || r.State == ReadingState.Open)
            .Join(db.Set<ReadingFile>(), r => r.Id, f => f.ReadingRequestId, (r, f) => f.CaseFileId)
            .Join(db.Set<Domain.Cases.CaseFile>(), id => id, f => f.Id, (id, f) => f)
            .Where(f =>
                f.Sha256 != "" && !f.IsSecret && db.Set<FilePreview>().Any(p => p.FileHash == f.Sha256 && p.State == PreviewState.Ready)
            )
            .Where(f => !db.Set<MaskedFile>().Any(m => m.FileHash == f.Sha256))
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
        NumbersInText.Found? numbers;
        try
        {
            numbers = await Numbers(hash, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DamagedFileException)
        {
            NotReadable(log, e, hash); // its pages are not shown either
            return false;
        }

        if (numbers is null)
            return false;
        db.Forget();
        db.Set<MaskedFile>()
            .Add(
                new MaskedFile
                {
                    FileHash = hash,
                    PagesWithoutText = numbers.Without,
                    At = clock.GetUtcNow(),
                }
            );
        db.Set<PageMask>().AddRange(numbers.Masks);
        try
        {
            await db.SaveChangesAsync(ct);
            live.Announce([new LiveHint([LiveTopic.Preview(hash)], Guid.Empty, 0)]);
            return true;
        }
        catch (DbUpdateException)
        {
            db.Forget(); // another host was quicker
            return false;
        }
    }

    /// <returns>Null when it is to be tried again.</returns>
    private async Task<NumbersInText.Found?> Numbers(string hash, CancellationToken ct)
    {
        using var folder = PreviewFolder.New();
        var (pdf, text) = (Path.Combine(folder.Path, "source.pdf"), Path.Combine(folder.Path, "words.html"));
        await files.CopyTo(hash, pdf, ct);
        var (looked, said) = await BoundedProgram.Run("pdfinfo", ["-f", "1", "-l", "100000", pdf], settings.Paper, ct);
        var (end, _) = await BoundedProgram.Run("pdftotext", ["-bbox", "-enc", "UTF-8", pdf, text], settings.Paper, ct);
        if (looked != ProgramEnd.Done || end != ProgramEnd.Done)
        {
            NotReadable(log, null, hash);
            var mayBeLater = new[] { looked, end }.Any(e => e is ProgramEnd.NotInstalled or ProgramEnd.Killed);
            return mayBeLater ? null : new NumbersInText.Found([], MaskedFile.Unread);
        }

        var turned = Turned().Matches(said).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        return NumbersInText.In(File.ReadLines(text), turned, hash, ct);
    }

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(?:90|270)$", RegexOptions.Multiline)]
    private static partial Regex Turned();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of {File} could not be looked through")]
    private static partial void NotReadable(ILogger log, Exception? exception, string file);
}
