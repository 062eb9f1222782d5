using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Submissions;

/// <summary>
/// The petition of an appeal that was accepted waits to be served on the other side, as what the trial system hands over does: its copy goes
/// out within five days (CPL 174). The clerk sends it; nothing is served by itself.
/// </summary>
public sealed partial class HandOverAppeals(
    CourtDb db,
    IFileStore files,
    IServablePdf servable,
    TimeProvider clock,
    ILogger<HandOverAppeals> log
)
{
    private const int BatchSize = 20;
    private const string Title = "上诉状副本";
    private static readonly TimeSpan s_lookback = TimeSpan.FromDays(30);

    /// <returns>How many were handed over.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - s_lookback;
        var waiting = await (
            from s in db.Set<Submission>()
            where s.SubmissionKind == SubmissionKind.Appeal && s.State == SubmissionState.Accepted && s.ClosedAt >= since
            where !db.Set<CaseDocument>().Any(d => d.ExternalId == s.Number)
            join f in db.Set<SubmittedFile>() on s.Id equals f.SubmissionId
            where
                f.Part == "petition"
                && !db.Set<SubmittedFile>().Any(o => o.SubmissionId == s.Id && o.Part == f.Part && o.Position > f.Position)
            orderby s.ClosedAt
            select new Petition(s.Number, s.CaseId, f.Sha256)
        )
            .Take(BatchSize)
            .ToListAsync(ct);
        var made = 0;
        foreach (var petition in waiting)
        {
            db.Forget();
            if (await HandOver(petition, ct))
                made++;
        }

        return made;
    }

    private async Task<bool> HandOver(Petition petition, CancellationToken ct)
    {
        try
        {
            await using var bytes = await files.Open(petition.Sha256, ct);
            await using var received = await files.Receive(bytes, ct);
            var (pdf, pages) = await servable.Make(received, ct);
            await using var made = pdf;
            await pdf.Keep(ct);
            var now = clock.GetUtcNow();
            var (_, isNew) = await db.Once(
                () => db.Set<CaseDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.ExternalId == petition.Number, ct),
                () => Task.FromResult(db.Set<CaseDocument>().Add(Row(petition, pdf.Sha256, pages, now)).Entity),
                ct
            );
            return isNew;
        }
        catch (RefusedException refused)
        {
            NotServable(log, petition.Number, refused.Code); // a photograph: the clerk adds it by hand
            return false;
        }
    }

    private static CaseDocument Row(Petition petition, string sha256, int pages, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = petition.CaseId,
            ExternalId = petition.Number,
            Kind = DocumentKind.AppealPetition,
            Title = Title,
            Sha256 = sha256,
            Pages = pages,
            IsAppealable = false,
            SignedOffOn = ChinaTime.DayOf(now),
            ImportedAt = now,
        };

    private sealed record Petition(string Number, Guid CaseId, string Sha256);

    [LoggerMessage(Level = LogLevel.Information, Message = "The petition of {Submission} cannot be served as it came: {Code}")]
    private static partial void NotServable(ILogger log, string submission, string code);
}
