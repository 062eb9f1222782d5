using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Submissions;

/// <summary>What people of cases hand in, as the court reviews it.</summary>
public sealed class SubmissionQueries(CourtDb db, ICalendars calendars, SubmissionSettings settings, TimeProvider clock)
{
    /// <summary>On the page of a case; the rest are in the list.</summary>
    private const int MostOfCase = 50;

    /// <summary>The rules that hold, for whoever looks them up.</summary>
    public SubmissionSettings Rules => settings;

    /// <param name="mine">Only what waits in the cases that the reader sits on or clerks.</param>
    public async Task<Page<QueuedSubmission>> List(SubmissionList list, Cursor? after, Actor by, CancellationToken ct, bool mine = false)
    {
        var now = clock.GetUtcNow();
        var (visible, worked) = (mine ? db.SubmissionsToReview(by) : db.SubmissionsVisibleTo(by), db.CasesWorkedOn(by.Id));
        var rows = Of(list, visible.AsNoTracking(), after, now);
        var found = await rows.Select(s => new { Submission = s, IsMine = s.OwnerId == by.Id || worked.Contains(s.CaseId) })
            .ToListAsync(ct);
        var read = found.Select(f => Row(f.Submission, f.IsMine, by, list)).ToList();
        return Page<QueuedSubmission>.Of(read, r => new Cursor(r.At, r.Id));
    }

    /// <summary>How many there are behind each heading.</summary>
    public async Task<IReadOnlyDictionary<SubmissionList, int>> Counts(Actor by, CancellationToken ct)
    {
        var (visible, now) = (db.SubmissionsVisibleTo(by), clock.GetUtcNow());
        var since = ChinaTime.StartOf(ChinaTime.DayOf(now));
        var counts = await new[]
        {
            Open(visible, SubmissionState.ToReview).Tallied(s => s.DueAt <= now, (int)SubmissionList.ToReview),
            Open(visible, SubmissionState.AwaitingSubmitter).Tallied((int)SubmissionList.Awaiting),
            visible.Where(s => s.ClosedAt >= since).Tallied((int)SubmissionList.Today),
        }.ByKind(ct);
        var waiting = counts.GetValueOrDefault((int)SubmissionList.ToReview);
        return new Dictionary<SubmissionList, int>
        {
            [SubmissionList.ToReview] = waiting.Total,
            [SubmissionList.Late] = waiting.Late,
            [SubmissionList.Awaiting] = counts.GetValueOrDefault((int)SubmissionList.Awaiting).Total,
            [SubmissionList.Today] = counts.GetValueOrDefault((int)SubmissionList.Today).Total,
        };
    }

    /// <returns>Null when there is none, or not for this person.</returns>
    public async Task<SubmissionDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var submission = await db.SubmissionsVisibleTo(by)
            .AsNoTracking()
            .Include(s => s.Entries.OrderBy(e => e.At).ThenBy(e => e.Id))
            .Include(s => s.Files.OrderBy(f => f.Position))
            .Include(s => s.Answers)
            .Include(s => s.FollowUps.OrderBy(f => f.Kind))
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (submission is null)
            return null;
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleAsync(c => c.Id == submission.CaseId, ct);
        var files = await Files(submission, ct);
        var reviewer = await db.Reviewer(submission, by, ct);
        return new SubmissionDetail(
            submission,
            await db.Set<Court>().Where(c => c.Id == submission.CourtId).Select(c => c.ShortName).SingleAsync(ct),
            @case,
            await db.Set<Litigant>().AnyAsync(l => l.Id == submission.LitigantId && l.VerifiedAt != null, ct),
            files,
            Answers(submission),
            await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct),
            submission.MayBeLookedThroughBy(reviewer),
            submission.MayBeDecidedBy(reviewer),
            await calendars.Current(ct)
        )
        {
            Law = submission.Rule.Rule(TimeLimit.ProcedureOfCase(submission.CaseNumber)),
            CourtHash = Receipts.HashOf([.. files.Select(f => f.File.Sha256)]),
            CertificateNumber =
                submission.SubmissionKind == SubmissionKind.EffectCertificate
                    ? await db.Set<EffectCertificate>().Where(c => c.SubmissionId == id).Select(c => c.Number).SingleOrDefaultAsync(ct)
                    : null,
        };
    }

    /// <summary>Of a case, the newest first: for its page, whose reader may look at the case.</summary>
    public async Task<IReadOnlyList<SubmissionOfCase>> OfCase(Guid caseId, Actor by, CancellationToken ct) =>
        await db.SubmissionsVisibleTo(by)
            .AsNoTracking()
            .Where(s => s.CaseId == caseId)
            .OrderByDescending(s => s.SentAt)
            .ThenByDescending(s => s.Id)
            .Take(MostOfCase)
            .Select(s => new SubmissionOfCase(
                s.Id,
                s.Number,
                s.SubmissionKind,
                s.SubmitterRole,
                s.State,
                s.SentAt,
                new CountedDay(s.DueDay, s.DueIsProvisional),
                s.ReleasedAt != null,
                s.FileCount,
                s.FollowUps.OrderBy(f => f.Kind).ToList()
            ))
            .ToListAsync(ct);

    /// <summary>By the number of its receipt, for the search field.</summary>
    public Task<Guid?> ByNumber(string number, Actor by, CancellationToken ct) =>
        db.SubmissionsVisibleTo(by).Where(s => s.Number == number).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);

    /// <summary>The last day that the submitter would have.</summary>
    public async Task<CountedDay> SupplementBy(DateTimeOffset now, CancellationToken ct) =>
        (await calendars.Current(ct)).Add(ChinaTime.DayOf(now), settings.SupplementDays).Counted;

    /// <summary>Accounts by their last four digits.</summary>
    internal static List<AnswerOfSubmission> Answers(Submission submission)
    {
        var fields = submission.Rule.Fields;
        var answers = submission.CurrentAnswers.ToDictionary(a => a.Key);
        return
        [
            .. fields
                .Where(f => answers.ContainsKey(f.Key))
                .Select(f => new AnswerOfSubmission(f.Key, f.Label, answers[f.Key].Value, f.Type == FieldType.Account)),
        ];
    }

    private async Task<List<FileOfSubmission>> Files(Submission submission, CancellationToken ct)
    {
        var files = await db.Set<Attachment>()
            .AsNoTracking()
            .Where(a => a.SubjectId == submission.Id && a.SubjectKind == SubjectKind.Submission)
            .ToDictionaryAsync(a => a.Id, ct);
        var hashes = files.Values.Select(a => a.Sha256).Distinct().ToList();
        var previews = await db.Set<FilePreview>()
            .Where(p => hashes.Contains(p.FileHash))
            .ToDictionaryAsync(p => p.FileHash, p => p.State, ct);
        return
        [
            .. submission
                .Files.OrderBy(f => f.Position)
                .Select(f => new FileOfSubmission(
                    f,
                    files[f.AttachmentId],
                    previews.TryGetValue(files[f.AttachmentId].Sha256, out var state) ? state : null
                )),
        ];
    }

    private static IQueryable<Submission> Of(SubmissionList list, IQueryable<Submission> visible, Cursor? after, DateTimeOffset now)
    {
        var waiting = Open(visible, SubmissionState.ToReview);
        var since = ChinaTime.StartOf(ChinaTime.DayOf(now));
        return list switch
        {
            SubmissionList.ToReview => waiting.EarliestFirst(after, s => s.DueAt, s => s.Id),
            SubmissionList.Late => waiting.Where(s => s.DueAt <= now).EarliestFirst(after, s => s.DueAt, s => s.Id),
            SubmissionList.Awaiting => visible.Where(s => s.SupplementBy != null).EarliestFirst(after, s => s.SupplementBy, s => s.Id),
            SubmissionList.Today => visible.Where(s => s.ClosedAt >= since).NewestFirst(after, s => s.ClosedAt, s => s.Id),
            _ => visible.Where(s => s.ClosedAt != null).NewestFirst(after, s => s.ClosedAt, s => s.Id),
        };
    }

    private static IQueryable<Submission> Open(IQueryable<Submission> visible, SubmissionState state) =>
        visible.Where(s => s.ClosedAt == null && s.State == state);

    private static QueuedSubmission Row(Submission s, bool isMine, Actor by, SubmissionList list) =>
        new(
            s.Id,
            s.Number,
            s.SubmissionKind,
            s.CaseId,
            s.CaseNumber,
            ShownName.InCase(s.SubmitterName, s.IsSensitive, isMine),
            s.SubmitterRole,
            s.Channel,
            s.State,
            s.SentAt,
            s.DueAt,
            s.DueOn,
            s.SupplementBy is { } day ? new CountedDay(day, s.SupplementByIsProvisional) : null,
            s.FileCount,
            s.NeedCount,
            s.Level,
            s.UrgeCount,
            s.OwnerReadAt is null && s.OwnerId == by.Id && !s.IsClosed,
            list switch
            {
                SubmissionList.Awaiting => ChinaTime.StartOf(s.SupplementBy!.Value),
                SubmissionList.Today or SubmissionList.Decided => s.ClosedAt!.Value,
                _ => s.DueAt,
            }
        );
}
