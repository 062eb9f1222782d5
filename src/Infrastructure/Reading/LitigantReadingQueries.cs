using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Litigants;
using Domain.Reading;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Reading;

/// <summary>Requests as the phone shows them; the person is in every query.</summary>
public sealed class LitigantReadingQueries(CourtDb db, ICalendars calendars, ReadingSettings settings, TimeProvider clock)
{
    private static readonly string[] s_purposes = ["准备开庭", "准备上诉", "看对方的证据", "看庭审笔录"];

    /// <exception cref="RefusedException"><c>reading.case_not_found</c>, also for another person's.</exception>
    public async Task<ReadingTerms> Terms(Guid caseId, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (person, today) = (await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct), ChinaTime.DayOf(now));
        var @case = await db.CasesOf(person)
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleOrDefaultAsync(c => c.Id == caseId, ct);
        if (@case is null || AskReading.ReaderOf(@case, person, today) is null)
            throw ReadingErrors.CaseNotFound();
        var files = await db.ReadableFiles(caseId)
            .AsNoTracking()
            .OrderBy(f => f.Volume)
            .ThenBy(f => f.Position)
            .ThenBy(f => f.Id)
            .ToListAsync(ct);
        var due = new DueReading(await calendars.Current(ct), now);
        var last = settings.Ladder(due.Calendar, now).Due;
        var open = await db.OwnReadings(by)
            .Where(r => r.CaseId == caseId && (r.ClosedAt == null || (r.State == ReadingState.Open && r.Until >= today)))
            .OrderByDescending(r => r.AskedAt)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(ct);
        return new(
            caseId,
            CaseNumber.DisplayOf(@case.Number),
            files.ConvertAll(f => new ReadingFileChoice(f.Id, f.Title, f.Kind.Chinese(), f.Volume, f.Pages)),
            due.Read(last.Day, last.Provisional, today),
            s_purposes,
            open
        );
    }

    /// <param name="caseId">Null for all cases.</param>
    /// <param name="after">Null begins with the newest.</param>
    public async Task<LitigantReadingPage> List(Actor by, Guid? caseId, Cursor? after, int limit, CancellationToken ct)
    {
        var own = caseId is { } only ? db.OwnReadings(by).Where(r => r.CaseId == only) : db.OwnReadings(by);
        var found = await Whole(own.NewestFirst(after, r => r.AskedAt, r => r.Id, limit))
            .OrderByDescending(r => r.AskedAt)
            .ThenByDescending(r => r.Id)
            .ToListAsync(ct);
        return new(
            await Views([.. found.Take(limit)], by, ct),
            found.Count > limit ? new Cursor(found[limit - 1].AskedAt, found[limit - 1].Id).For(LitigantLists.Readings) : null
        );
    }

    /// <exception cref="RefusedException"><c>reading_request.not_found</c>, also for another person's.</exception>
    public async Task<LitigantReading> Detail(Guid id, Actor by, CancellationToken ct)
    {
        var request =
            await Whole(db.OwnReadings(by).Where(r => r.Id == id)).SingleOrDefaultAsync(ct)
            ?? throw ReadingRequest.Declared.Errors.NotFound();
        return (await Views([request], by, ct)).Single();
    }

    private static IQueryable<ReadingRequest> Whole(IQueryable<ReadingRequest> requests) =>
        requests.AsNoTracking().Include(r => r.Entries).Include(r => r.Files).AsSplitQuery();

    private async Task<List<LitigantReading>> Views(List<ReadingRequest> requests, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (today, ids) = (ChinaTime.DayOf(now), requests.ConvertAll(r => r.Id));
        var due = new DueReading(await calendars.Current(ct), now);
        // Who is of the case no more is shown nothing of it: not even which documents there were.
        var inCase = await db.OfReadersInCase(db.OwnReadings(by), today).Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        var fileIds = requests.SelectMany(r => r.Files.Select(f => f.CaseFileId)).Distinct().ToList();
        var files = await db.Set<CaseFile>()
            .AsNoTracking()
            .Where(f => fileIds.Contains(f.Id) && !f.IsSecret && f.RemovedAt == null && f.Sha256 != "")
            .OrderBy(f => f.Volume)
            .ThenBy(f => f.Position)
            .ToListAsync(ct);
        var hashes = files.ConvertAll(f => f.Sha256);
        var drawn = await db.Set<FilePreview>()
            .Where(p => hashes.Contains(p.FileHash) && p.State == PreviewState.Ready)
            .Select(p => new
            {
                p.FileHash,
                p.Pages,
                Drawn = db.Set<PreviewPart>().Count(part => part.FileHash == p.FileHash && part.Kind == PreviewPartKind.Page),
            })
            .ToDictionaryAsync(p => p.FileHash, p => (p.Drawn, Hidden: Math.Max(0, p.Pages - p.Drawn)), ct);
        var read = await db.Set<ReadPage>()
            .AsNoTracking()
            .Where(p => ids.Contains(p.ReadingRequestId))
            .GroupBy(p => new
            {
                p.ReadingRequestId,
                p.CaseFileId,
                p.Page,
            })
            .Select(g => new PageSeen(g.Key.ReadingRequestId, g.Key.CaseFileId, g.Key.Page, g.Max(p => p.At)))
            .ToListAsync(ct);
        return requests.ConvertAll(r => View(r, inCase.Contains(r.Id), files, drawn, [.. read.Where(p => p.RequestId == r.Id)], due));
    }

    private static LitigantReading View(
        ReadingRequest r,
        bool isInCase,
        List<CaseFile> files,
        Dictionary<string, (int Drawn, int Hidden)> drawn,
        List<PageSeen> seen,
        DueReading due
    )
    {
        var today = ChinaTime.DayOf(due.Now);
        var canRead = isInCase && r.IsOpenOn(today);
        var shown =
            !isInCase || r.State is ReadingState.Ended or ReadingState.Refused || (r.State == ReadingState.Open && !canRead) ? []
            : r.State == ReadingState.Open
                ? files.Where(f => r.Files.Exists(x => x.CaseFileId == f.Id && x.IsReleased && x.FileHash == f.Sha256))
            : files.Where(f => r.Files.Exists(x => x.CaseFileId == f.Id && x.IsAsked));
        var views = shown
            .Select(f =>
            {
                var pages = seen.Where(p => p.FileId == f.Id).ToList();
                return new ReadingFileView(
                    f.Id,
                    f.Title,
                    f.Kind.Chinese(),
                    f.Volume,
                    drawn.TryGetValue(f.Sha256, out var made) ? made.Drawn : f.Pages,
                    made.Hidden,
                    pages.Count == 0 ? 0 : pages.OrderBy(p => p.At).ThenBy(p => p.Page).Last().Page,
                    pages.Count
                );
            })
            .ToList();
        return new LitigantReading
        {
            Id = r.Id,
            Number = r.Number,
            CaseId = r.CaseId,
            CaseNumber = CaseNumber.DisplayOf(r.CaseNumber),
            State = r.State == ReadingState.Open && !canRead ? ReadingState.Ended : r.State,
            StateText = StateText(r, isInCase, today),
            Purpose = r.Purpose,
            AnswerBy = due.Read(r.DueDay, r.DueIsProvisional, r.StartedOn ?? ChinaTime.DayOf(r.AskedAt), r.ClosedAt),
            UntilText = r.Until is { } until ? $"{ChinaTime.Day(until)}24:00" : null,
            SecondsLeft = canRead ? (int)(ChinaTime.StartOf(r.Until!.Value.AddDays(1)) - due.Now).TotalSeconds : null,
            CanRead = canRead,
            IsSigned = r.SignedAt is not null,
            Duty = Duty,
            Files = views,
            LastFileId = seen.Where(p => views.Exists(v => v.Id == p.FileId)).MaxBy(p => p.At)?.FileId,
            Outcome =
                r.State == ReadingState.Open && !canRead || r.EndedBy is ReadingEnd.Expired or ReadingEnd.LeftCase
                    ? null
                    : r.Entries.OrderBy(e => e.At).LastOrDefault(e => e.Kind is EntryKind.Answer or EntryKind.Explanation)?.Text,
            Steps = Steps(r, isInCase, today),
            Urge = UrgeOf(r, due),
            CanTakeBack = r.State == ReadingState.ToReview || canRead,
            Version = r.Version,
        };
    }

    private static ReadingDutyView Duty { get; } =
        new(
            ReadingDuty.Version,
            ReadingDuty.Lines,
            $"{LawTable.Of(LawPoint.ReadingSlip, Procedure.Civil).ShortCite}、{LawTable.Of(LawPoint.ReadingSecrecy, Procedure.Civil).ShortCite}"
        );

    private static string StateText(ReadingRequest r, bool isInCase, DateOnly today) =>
        r.State switch
        {
            ReadingState.ToReview => "法院在核对",
            ReadingState.Refused => "没有批准",
            ReadingState.Open when !isInCase => "不能再看",
            ReadingState.Open when r.IsOpenOn(today) => "可以看了",
            _ => r.EndedBy switch
            {
                ReadingEnd.TakenBack => "已撤回",
                ReadingEnd.ByCourt => "法院已收回",
                ReadingEnd.LeftCase => "不能再看",
                _ => "已到期",
            },
        };

    private static List<ReadingStep> Steps(ReadingRequest r, bool isInCase, DateOnly today)
    {
        List<ReadingStep> steps = [new("您申请看案卷", Moment.Full(r.AskedAt), true)];
        if (r.State == ReadingState.ToReview)
            steps.Add(new("法院核对身份和范围", $"最迟 {r.DueOn.Words}答复", false));
        else if (r.ClosedAt is { } at && r.Until is not null)
            steps.Add(new("法院同意", Moment.Full(at), true));
        else if (r.State == ReadingState.Refused)
            steps.Add(new("法院没有批准", Moment.Full(r.ClosedAt!.Value), true));
        if (r.SignedAt is { } signed)
            steps.Add(new("您签了阅卷单", Moment.Full(signed), true));
        else if (r.IsOpenOn(today) && isInCase)
            steps.Add(new("在阅卷单上签名", "在手机上签，签了就能看", false));
        if (r.EndedAt is { } ended)
            steps.Add(new(StateText(r, isInCase, today), Moment.Full(ended), true));
        return steps;
    }

    private static UrgeView UrgeOf(ReadingRequest r, DueReading due)
    {
        var reason = r.IsClosed ? "法院已经答复，不用再催" : r.UrgeRefusal(due.Calendar, due.Now)?.Message;
        return new UrgeView(reason is null, r.UrgeCount, reason);
    }

    private sealed record PageSeen(Guid RequestId, Guid FileId, int Page, DateTimeOffset At);
}
