using Domain.Bindings;
using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <summary>What the court says to a submission.</summary>
/// <param name="Words">What the submitter reads; of an acceptance empty for the usual words.</param>
public sealed record SubmissionDecision(string Words)
{
    /// <summary>To the other parties at once; null does as its kind is wont to.</summary>
    public bool? Release { get; init; }

    /// <summary>The hash of the receipt that was looked at, <see cref="Submission.ReceiptHash"/>; null where no page was.</summary>
    public string? Seen { get; init; }

    /// <summary>Nobody decides on what came while they were deciding.</summary>
    internal void CheckSeen(Submission submission)
    {
        if (Seen is { } seen && seen != submission.ReceiptHash)
            throw SubmissionErrors.CameMeanwhile();
    }
}

/// <summary>收下, of an application 同意.</summary>
public sealed class AcceptSubmission(ICourtDb db, ICalendars calendars, EffectToCertify effect, TimeProvider clock)
{
    /// <param name="entryId">Made by the page: pressing twice does it once.</param>
    public async Task Handle(Guid id, Guid entryId, SubmissionDecision decision, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.SubmissionsVisibleTo(by).Include(s => s.FollowUps),
            id,
            async submission =>
            {
                var now = clock.GetUtcNow();
                decision.CheckSeen(submission);
                await db.RefuseChanged(id, ct);
                if (submission is { SubmissionKind: SubmissionKind.EffectCertificate, State: not SubmissionState.Accepted })
                    await effect.Of(submission, ct);
                var others =
                    decision.Release ?? submission.Rule.IsReleasedByDefault
                        ? await db.OthersOf(submission, ChinaTime.DayOf(now), ct)
                        : null;
                submission.Accept(entryId, decision.Words, others, calendar, await db.Reviewer(submission, by, ct), now);
            },
            ct,
            entryId
        );
    }
}

/// <summary>退回, of an application 不同意, with the reason that the submitter reads.</summary>
public sealed class RefuseSubmission(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Guid entryId, SubmissionDecision decision, Actor by, CancellationToken ct) =>
        db.Change(
            db.SubmissionsVisibleTo(by),
            id,
            async submission =>
            {
                decision.CheckSeen(submission);
                await db.RefuseChanged(id, ct);
                submission.Refuse(entryId, decision.Words, await db.Reviewer(submission, by, ct), clock.GetUtcNow());
            },
            ct,
            entryId
        );
}

/// <summary>要求补正: everything that is missing, in one list, once; again only for a reason.</summary>
public sealed class AskSubmitter(ICourtDb db, ICalendars calendars, SubmissionSettings settings, TimeProvider clock)
{
    private const int MostDays = 60;

    public async Task Handle(Guid id, Guid entryId, AskedFor asked, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.SubmissionsVisibleTo(by),
            id,
            async submission =>
            {
                var now = clock.GetUtcNow();
                var rule = new SupplementRule(Until(asked.Until, calendar, ChinaTime.DayOf(now)), settings.SupplementRestarts);
                submission.AskForMore(entryId, asked, rule, await db.Reviewer(submission, by, ct), now);
            },
            ct,
            entryId
        );
    }

    private WorkingDeadline Until(DateOnly? chosen, WorkCalendar calendar, DateOnly today)
    {
        if (chosen is not { } day)
            return calendar.Add(today, settings.SupplementDays);
        if (day <= today || day > today.AddDays(MostDays))
            throw SubmissionErrors.DayInvalid();
        return new WorkingDeadline(day, ChinaTime.StartOf(day.AddDays(1)), !calendar.IsKnown(day));
    }
}

/// <summary>The owner opens it.</summary>
public sealed class OpenSubmission(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(db.SubmissionsVisibleTo(by), id, submission => submission.OpenedBy(by, clock.GetUtcNow()), ct);
}

/// <summary>发给其他当事人, after it was accepted.</summary>
public sealed class ReleaseSubmission(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(
            db.SubmissionsVisibleTo(by),
            id,
            async submission =>
            {
                var now = clock.GetUtcNow();
                var others = await db.OthersOf(submission, ChinaTime.DayOf(now), ct);
                submission.Release(others, await db.Reviewer(submission, by, ct), now);
            },
            ct
        );
}

/// <summary>已办: what the law has the court do after it accepted something.</summary>
public sealed class MarkFollowUp(ICourtDb db, ICalendars calendars, TimeProvider clock)
{
    /// <param name="on">Null for today.</param>
    public async Task Handle(Guid id, FollowUpKind kind, DateOnly? on, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.SubmissionsVisibleTo(by).Include(s => s.FollowUps),
            id,
            async submission =>
            {
                var now = clock.GetUtcNow();
                submission.Done(kind, on ?? ChinaTime.DayOf(now), calendar, await db.Reviewer(submission, by, ct), now);
            },
            ct
        );
    }
}
