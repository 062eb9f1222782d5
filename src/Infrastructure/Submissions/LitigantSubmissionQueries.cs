using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Submissions;

/// <summary>What a person handed in, and what the court released to them; the person is in every query.</summary>
public sealed class LitigantSubmissionQueries(
    CourtDb db,
    ISubmissionAvailability availability,
    ICalendars calendars,
    ServiceLinks links,
    TimeProvider clock
)
{
    /// <summary>Of the other parties in one case.</summary>
    private const int MostReleased = 200;

    /// <param name="after">Null begins with the newest.</param>
    public async Task<SubmissionPage> List(Guid? caseId, SubmissionState? state, Actor by, Cursor? after, int limit, CancellationToken ct)
    {
        var own = db.OwnSubmissions(by, Today);
        if (caseId is { } only)
            own = own.Where(s => s.CaseId == only);
        var wanted = state is { } one ? own.Where(s => s.State == one) : own;
        var found = await wanted.AsNoTracking().NewestFirst(after, s => s.SentAt, s => s.Id, limit).ToListAsync(ct);
        var page = Page<Submission>.Of(found, s => new Cursor(s.SentAt, s.Id), limit);
        var cases = await Cases(page.Rows, by, ct);
        var due = new DueReading(await calendars.Current(ct), clock.GetUtcNow());
        var counts = await own.GroupBy(s => s.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, ct);
        return new SubmissionPage(
            [.. page.Rows.Select(s => Row(s, cases[s.CaseId], due))],
            page.Next?.For(LitigantLists.Submissions),
            new SubmissionCounts(
                counts.GetValueOrDefault(SubmissionState.AwaitingSubmitter),
                counts.GetValueOrDefault(SubmissionState.ToReview),
                counts.GetValueOrDefault(SubmissionState.Refused),
                counts.GetValueOrDefault(SubmissionState.Accepted)
            )
        );
    }

    /// <exception cref="RefusedException"><c>submission.not_found</c>, also for another person's.</exception>
    public Task<SubmissionView> Detail(Guid id, Actor by, CancellationToken ct) =>
        Detail(db.OwnSubmissions(by, Today).Where(s => s.Id == id), by, ct);

    /// <param name="number">Of the receipt, as people type it.</param>
    /// <exception cref="RefusedException"><c>submission.not_found</c>.</exception>
    public Task<SubmissionView> ByNumber(string number, Actor by, CancellationToken ct)
    {
        var key = TypedText.Fold(number).ToUpperInvariant();
        return Detail(db.OwnSubmissions(by, Today).Where(s => s.Number == key), by, ct);
    }

    /// <summary>What the court let this person see of the other parties, the newest first.</summary>
    public async Task<ReleasedSubmissions> Released(Guid caseId, Actor by, CancellationToken ct)
    {
        var found = await db.SubmissionsReleasedTo(by, Today)
            .AsNoTracking()
            .Include(s => s.Files)
            .Where(s => s.CaseId == caseId)
            .OrderByDescending(s => s.ReleasedAt)
            .ThenByDescending(s => s.Id)
            .Take(MostReleased)
            .ToListAsync(ct);
        var files = await Files([.. found.Select(s => s.Id)], ct);
        return new ReleasedSubmissions([
            .. found.Select(s => new ReleasedSubmission(
                s.Id,
                s.Number,
                s.SubmissionKind,
                s.Rule.Title,
                s.IsSensitive ? s.SubmitterRole : $"{s.SubmitterRole} {Masking.NameForSelf(s.SubmitterName)}",
                s.ReleasedAt!.Value,
                s.SentAt,
                FilesOf(s, files)
            )),
        ]);
    }

    private async Task<SubmissionView> Detail(IQueryable<Submission> one, Actor by, CancellationToken ct)
    {
        var submission =
            await one.AsNoTracking()
                .Include(s => s.Entries)
                .Include(s => s.Files)
                .Include(s => s.Answers)
                .Include(s => s.FollowUps)
                .AsSplitQuery()
                .SingleOrDefaultAsync(ct)
            ?? throw Submission.Declared.Errors.NotFound();
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleAsync(c => c.Id == submission.CaseId, ct);
        var party = @case.Parties.Single(p => p.Id == submission.PartyId);
        var seen = new Seen(
            (await Cases([submission], by, ct))[submission.CaseId],
            Wording.Court(await db.Set<Court>().Where(c => c.Id == @case.CourtId).Select(c => c.FullName).SingleAsync(ct)),
            FilesOf(submission, await Files([submission.Id], ct)),
            await availability.Of(submission.SubmissionKind, @case, party, by, ct),
            await calendars.Current(ct)
        )
        {
            Certificate = await CertificateOf(submission, ct),
        };
        return View(submission, seen);
    }

    private async Task<SubmissionCertificate?> CertificateOf(Submission submission, CancellationToken ct) =>
        submission.SubmissionKind == SubmissionKind.EffectCertificate
        && await db.Set<EffectCertificate>().AsNoTracking().SingleOrDefaultAsync(c => c.SubmissionId == submission.Id, ct) is { } made
            ? new SubmissionCertificate(made.Number, made.VerifyCode, links.VerifyAddressOf(made.Number, made.VerifyCode))
            : null;

    private SubmissionView View(Submission s, Seen seen)
    {
        var entries = s.Entries.OrderBy(e => e.At).ThenBy(e => e.Id).ToList();
        var answer = entries.FindLast(e => e.Kind == EntryKind.Answer)?.Text;
        var isAwaited = s.State == SubmissionState.AwaitingSubmitter;
        return new SubmissionView
        {
            Id = s.Id,
            Number = s.Number,
            Kind = s.SubmissionKind,
            Group = s.Group,
            Title = s.Rule.Title,
            Case = seen.Case,
            State = s.State,
            StateText = s.State.Plain(s.Rule),
            AnswerBy = AnswerBy(s, new DueReading(seen.Calendar, clock.GetUtcNow())),
            SupplementBy = s.SupplementBy,
            DaysLeft = DaysLeft(s),
            SentAt = s.SentAt,
            DecidedAt = s.ClosedAt,
            Note = s.Note,
            Answers = [.. SubmissionQueries.Answers(s).Select(a => new SubmissionAnswerView(a.Key, a.Label, a.Value))],
            Files = seen.Files,
            Receipt = new ReceiptView(
                s.Number,
                s.SentAt,
                s.ReceiptHash,
                s.ReceiptHash.Length == 0 ? "" : FileFingerprint.Of(s.ReceiptHash),
                seen.Court,
                $"{s.FileCount} 个文件"
            ),
            Needs = isAwaited ? entries.FindLast(e => e.Kind == EntryKind.Interim)?.Text.Split('\n') : null,
            AskedAt = s.AskedAt,
            Reason = s.State == SubmissionState.Refused ? answer : null,
            DecisionText = answer,
            Timeline = Timeline(s, entries),
            CanTakeBack = !s.IsClosed,
            CanUrge = s.State == SubmissionState.ToReview && s.UrgeRefusal(seen.Calendar, clock.GetUtcNow()) is null,
            CanSupplement = isAwaited,
            Decider = s.Rule.DecidedBy,
            Rule = s.Rule.Rule(TimeLimit.ProcedureOfCase(s.CaseNumber)),
            Reckoning = [.. seen.Availability.Reckoning.Select(l => new ReckoningLine(l.What, l.Result))],
            Released = s.ReleasedAt is not null,
            Certificate = seen.Certificate,
            Follow = [.. s.FollowUps.OrderBy(f => f.Kind).Select(f => new SubmissionFollow(f.Kind.Chinese(), f.Until, f.DoneAt))],
            Version = s.Version,
        };
    }

    private static List<SubmissionStep> Timeline(Submission s, List<SubmissionEntry> entries)
    {
        List<SubmissionStep> steps = [new(s.SentAt, "交到法院", s.Note.Length > 0 ? s.Note : null, Masking.NameForSelf(s.SubmitterName))];
        steps.AddRange(
            entries
                .Where(e => e.IsForLitigant)
                .Select(e => new SubmissionStep(
                    e.At,
                    Title(e.Kind, s),
                    e.Text.Length > 0 ? e.Text : null,
                    e.AuthorId == s.LitigantId ? Masking.NameForSelf(e.AuthorName) : e.AuthorTitle
                ))
        );
        if (s.ReleasedAt is { } released)
            steps.Add(new SubmissionStep(released, "法院发给其他当事人看", null, null));
        return [.. steps.OrderBy(x => x.At)];
    }

    private static string Title(EntryKind kind, Submission s) =>
        kind switch
        {
            EntryKind.Interim => "法院要您补",
            EntryKind.Supplement => "补交了",
            EntryKind.Urge => "催办",
            EntryKind.Answer => s.State.Plain(s.Rule),
            _ => "撤回了",
        };

    private SubmissionListRow Row(Submission s, SubmissionCase @case, DueReading due) =>
        new()
        {
            Id = s.Id,
            Number = s.Number,
            Kind = s.SubmissionKind,
            Group = s.Group,
            Title = s.Rule.Title,
            Case = @case,
            State = s.State,
            StateText = s.State.Plain(s.Rule),
            AnswerBy = AnswerBy(s, due),
            SupplementBy = s.SupplementBy,
            DaysLeft = DaysLeft(s),
            SentAt = s.SentAt,
            DecidedAt = s.ClosedAt,
            Needs = s.NeedCount,
            Files = s.FileCount,
        };

    /// <summary>Until when the court answers.</summary>
    internal static Due AnswerBy(Submission s, DueReading due) =>
        due.Read(s.DueDay, s.DueIsProvisional, s.StartedOn ?? ChinaTime.DayOf(s.SentAt), s.ClosedAt);

    private int? DaysLeft(Submission s) => s.SupplementBy is { } by ? Math.Max(0, by.DayNumber - Today.DayNumber) : null;

    private async Task<Dictionary<Guid, SubmissionCase>> Cases(IReadOnlyList<Submission> submissions, Actor by, CancellationToken ct)
    {
        var ids = submissions.Select(s => s.CaseId).Distinct().ToList();
        var key = await db.Set<Litigant>().Where(l => l.Id == by.Id).Select(l => l.IdentityKey).SingleAsync(ct);
        var found = await db.Set<Case>().AsNoTracking().Include(c => c.Parties).Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        return found.ToDictionary(
            c => c.Id,
            c => new SubmissionCase(
                c.Id,
                CaseNumber.DisplayOf(c.Number),
                CaseRow.TitleFor(c, c.Parties.Find(p => p.IdentityKey == key)?.Id)
            )
        );
    }

    private async Task<Dictionary<Guid, Attachment>> Files(List<Guid> submissions, CancellationToken ct) =>
        await db.Set<Attachment>()
            .AsNoTracking()
            .Where(a => a.SubjectKind == SubjectKind.Submission && submissions.Contains(a.SubjectId!.Value))
            .ToDictionaryAsync(a => a.Id, ct);

    private static List<SubmissionFileView> FilesOf(Submission submission, Dictionary<Guid, Attachment> files) =>
        [
            .. submission
                .Files.OrderBy(f => f.Position)
                .Select(f => (Given: f, File: files[f.AttachmentId]))
                .Select(f => new SubmissionFileView(
                    f.File.Id,
                    f.File.Id,
                    f.File.Name,
                    f.File.ContentType,
                    f.File.Size,
                    f.File.Sha256,
                    f.Given.Position,
                    f.Given.Part,
                    f.Given.Title,
                    f.Given.Source,
                    f.Given.Proves,
                    f.Given.EntryId
                )),
        ];

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <summary>What stands around a submission as it is read.</summary>
    private sealed record Seen(
        SubmissionCase Case,
        string Court,
        List<SubmissionFileView> Files,
        Availability Availability,
        WorkCalendar Calendar
    )
    {
        /// <summary>Null until it is made.</summary>
        public SubmissionCertificate? Certificate { get; init; }
    }
}
