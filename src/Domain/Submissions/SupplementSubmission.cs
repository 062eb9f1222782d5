using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>The submitter, or whoever acts for the same party, brings everything that was missing, at once.</summary>
public sealed class SupplementSubmission(
    ICourtDb db,
    ISecretSeal seal,
    ICalendars calendars,
    SubmissionSettings settings,
    TimeProvider clock
)
{
    /// <param name="entryId">Made by the phone: sending the same again changes nothing.</param>
    public async Task Handle(Guid id, Guid entryId, Request request, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.OwnSubmissions(by, ChinaTime.DayOf(clock.GetUtcNow())).Include(s => s.Files).Include(s => s.Answers),
            id,
            async submission =>
            {
                var (now, rule) = (clock.GetUtcNow(), submission.Rule);
                var given = rule.Checked(request.Files, settings.FilesEach);
                var files = await db.FilesToSend(given, rule.Kind == SubmissionKind.Evidence, by, ct);
                var answers = rule.Kept(rule.Checked(request.Answers), id, submission.TimesAsked, seal);
                var ladder = settings.Ladder(submission.SubmissionKind, calendar, now);
                submission.Supplement(entryId, request.Text, files, answers, ladder, by, now);
            },
            ct,
            entryId
        );
    }

    public sealed record Request(string Text)
    {
        public IReadOnlyCollection<SubmittedAnswer> Answers { get; init; } = [];
        public IReadOnlyCollection<GivenFile> Files { get; init; } = [];
    }
}

/// <summary>撤回, before it was decided.</summary>
public sealed class TakeBackSubmission(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        await db.Change(
            db.OwnSubmissions(by, ChinaTime.DayOf(clock.GetUtcNow())),
            id,
            async submission =>
            {
                await CheckAuthority(submission, by, ct);
                submission.TakeBack(entryId, reason, by, clock.GetUtcNow());
            },
            ct,
            entryId
        );

    /// <summary>What needs special authority to be handed in (CPL 62), no agent takes from its party without it.</summary>
    private async Task CheckAuthority(Submission submission, Actor by, CancellationToken ct)
    {
        var rule = submission.Rule;
        if (rule.Authority == AuthorityItems.None || submission.LitigantId == by.Id)
            return;
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var key = await db.Set<Litigant>().Where(l => l.Id == by.Id).Select(l => l.IdentityKey).SingleAsync(ct);
        var party = await db.Set<CaseParty>().AsNoTracking().Include(p => p.Agents).SingleAsync(p => p.Id == submission.PartyId, ct);
        if (!party.ActedForBy(key!, today).Any(agent => agent is null || agent.May(rule.Authority, today)))
            throw SubmissionErrors.NeedsAuthority(
                rule.Title,
                rule.Authority.Chinese(),
                LawTable.Of(LawPoint.SpecialAuthority, Procedure.Civil).Cite
            );
    }
}
