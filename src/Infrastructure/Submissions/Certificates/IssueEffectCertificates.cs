using Domain.Attachments;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Submissions;

/// <summary>
/// Makes the 生效证明 of applications that were agreed to, one each: outside the clerk's click, since a browser prints it (ADR 15). What can
/// not be certified any more by then is left and said in the log.
/// </summary>
public sealed partial class IssueEffectCertificates(
    CourtDb db,
    EffectToCertify certify,
    IFileStore files,
    PdfPrinter printer,
    INumberSource numbers,
    ServiceLinks links,
    TimeProvider clock,
    ILogger<IssueEffectCertificates> log
)
{
    private const int BatchSize = 20;
    private static readonly TimeSpan s_lookback = TimeSpan.FromDays(30);

    /// <returns>How many were made.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - s_lookback;
        var waiting = await db.Set<Submission>()
            .AsNoTracking()
            .Where(s => s.SubmissionKind == SubmissionKind.EffectCertificate && s.State == SubmissionState.Accepted && s.ClosedAt >= since)
            .Where(s => !db.Set<EffectCertificate>().Any(c => c.SubmissionId == s.Id))
            .OrderBy(s => s.ClosedAt)
            .Take(BatchSize)
            .ToListAsync(ct);
        var made = 0;
        foreach (var submission in waiting)
        {
            db.Forget();
            if (await Certify(submission, ct) is { } sheet && await Issue(sheet, submission, ct))
                made++;
        }

        return made;
    }

    private async Task<EffectSheet?> Certify(Submission submission, CancellationToken ct)
    {
        try
        {
            var (@case, effect, law) = await certify.Of(submission, ct);
            var court = await db.Set<Court>().AsNoTracking().Where(c => c.Id == @case.CourtId).Select(c => c.FullName).SingleAsync(ct);
            var by = await db.Set<SubmissionEntry>()
                .AsNoTracking()
                .Where(e => e.SubmissionId == submission.Id && e.Kind == EntryKind.Answer)
                .OrderByDescending(e => e.Id)
                .Select(e => e.AuthorName)
                .FirstAsync(ct);
            var now = clock.GetUtcNow();
            var (number, code) = (await numbers.Next(EffectCertificate.Numbers, ChinaTime.DayOf(now), ct), ServedDocument.NewVerifyCode());
            return new EffectSheet(@case, court, effect, law, now)
            {
                Number = number,
                VerifyCode = code,
                VerifyAddress = links.VerifyAddressOf(number, code),
                IssuedByName = by,
            };
        }
        catch (RefusedException refused)
        {
            NotMade(log, submission.Number, refused.Code);
            return null;
        }
    }

    private async Task<bool> Issue(EffectSheet sheet, Submission submission, CancellationToken ct)
    {
        var bytes = await printer.Print<EffectCertificateSheet>(new Dictionary<string, object?> { ["Sheet"] = sheet }, ct);
        await using var pdf = await files.Receive(new MemoryStream(bytes), ct);
        var pages = await PdfMerge.PageCount(pdf, ct);
        await pdf.Keep(ct);
        var (_, isNew) = await db.Once(
            () => db.Set<EffectCertificate>().AsNoTracking().SingleOrDefaultAsync(c => c.SubmissionId == submission.Id, ct),
            () =>
            {
                var certificate = sheet.Row(submission, pdf.Sha256, pages);
                certificate.Issue(submission);
                return Task.FromResult(db.Set<EffectCertificate>().Add(certificate).Entity);
            },
            ct
        );
        return isNew;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No certificate was made for {Submission}: {Code}")]
    private static partial void NotMade(ILogger log, string submission, string code);
}
