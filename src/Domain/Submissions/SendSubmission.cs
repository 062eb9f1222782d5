using Domain.Calendar;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>A party, or who acts for one, hands something in; the receipt is there when it returns.</summary>
public sealed class SendSubmission(
    ICourtDb db,
    SubmissionTargets targets,
    ISubmissionAvailability availability,
    ISecretSeal seal,
    ICalendars calendars,
    SubmissionSettings settings,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the phone: sending the same again returns what is there.</param>
    public async Task<(Submission Submission, bool IsNew)> Handle(Guid id, Request request, Actor by, CancellationToken ct)
    {
        var rule = SubmissionKinds.Of(request.Kind);
        var checkedRequest = request with
        {
            Answers = rule.Checked(request.Answers),
            Files = rule.Checked(request.Files, settings.FilesEach),
        };
        return await db.Once(() => Sent(id, checkedRequest, by, ct), () => Open(id, checkedRequest, rule, by, ct), ct);
    }

    private async Task<Submission> Open(Guid id, Request request, KindRule rule, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
        var target = await targets.Find(request.CaseId, rule, person, ct);
        var party = target.Submitter.Party;
        var may = await availability.Of(request.Kind, target.Case, party, by, ct);
        if (!may.CanAct)
            throw SubmissionErrors.NotAvailable(may.Why);
        await RefuseTooMany(request, party.Id, rule, by, now, ct);
        var files = await db.FilesToSend(request.Files, rule.Kind == SubmissionKind.Evidence, by, ct);
        rule.CheckWhole(request.Answers, files);
        var sent = new NewSubmission(
            id,
            await numbers.Next(Submission.Numbers, ChinaTime.DayOf(now), ct),
            request.Kind,
            target.Case,
            target.Submitter
        )
        {
            Channel = request.Channel,
            Note = request.Note,
            Answers = rule.Kept(request.Answers, id, round: 0, seal),
            Files = files,
        };
        var ladder = settings.Ladder(request.Kind, await calendars.Current(ct), now);
        var submission = Submission.Send(sent, target.Owner, target.Colleague, ladder, by, now);
        return db.Set<Submission>().Add(submission).Entity;
    }

    private async Task RefuseTooMany(Request request, Guid partyId, KindRule rule, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Set<Submission>().Where(s => s.CaseId == request.CaseId && s.PartyId == partyId && s.ClosedAt == null);
        if (
            request.Kind.IsOneAtATime()
            && await open.Where(s => s.SubmissionKind == request.Kind).Select(s => s.Number).FirstOrDefaultAsync(ct) is { } number
        )
            throw SubmissionErrors.OpenAlready(rule.Title, number);
        if (await open.CountAsync(ct) >= settings.OpenInCase)
            throw SubmissionErrors.TooManyInCase(settings.OpenInCase);
        var since = ChinaTime.StartOf(ChinaTime.DayOf(now));
        if (await db.Set<Submission>().CountAsync(s => s.LitigantId == by.Id && s.SentAt >= since, ct) >= settings.SubmissionsADay)
            throw SubmissionErrors.TooManyToday(settings.SubmissionsADay);
    }

    private async Task<Submission?> Sent(Guid id, Request request, Actor by, CancellationToken ct)
    {
        var submission = await db.Set<Submission>()
            .AsNoTracking()
            .Include(s => s.Files)
            .Include(s => s.Answers)
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (submission is null)
            return null;
        if (submission.LitigantId != by.Id)
            throw SubmissionErrors.IdReused();
        return IsSame(submission, request) ? submission : throw SubmissionErrors.SentOtherwise();
    }

    private static bool IsSame(Submission submission, Request request)
    {
        var rule = SubmissionKinds.Of(request.Kind);
        var answers = request.Answers.Select(a =>
            (a.Key, rule.Fields.First(f => f.Key == a.Key).Type == FieldType.Account ? SubmissionCheck.LastFour(a.Value) : a.Value)
        );
        return submission.CaseId == request.CaseId
            && submission.SubmissionKind == request.Kind
            && submission
                .Files.Where(f => f.EntryId is null)
                .Select(f => f.AttachmentId)
                .ToHashSet()
                .SetEquals(request.Files.Select(f => f.AttachmentId))
            && submission.Answers.Where(a => a.Round == 0).Select(a => (a.Key, a.Value)).ToHashSet().SetEquals(answers);
    }

    public sealed record Request(Channel Channel, Guid CaseId, SubmissionKind Kind)
    {
        public IReadOnlyCollection<SubmittedAnswer> Answers { get; init; } = [];
        public IReadOnlyCollection<GivenFile> Files { get; init; } = [];
        public string Note { get; init; } = "";
    }
}
