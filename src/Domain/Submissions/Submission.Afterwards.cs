using Domain.Calendar;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>After it was accepted: the other parties see it, and what the law has the court do is done.</summary>
public sealed partial class Submission
{
    /// <summary>The other parties of the case see it from now on.</summary>
    /// <param name="others">Who is told.</param>
    public void Release(IReadOnlyList<CasePerson> others, SubmissionReviewer reviewer, DateTimeOffset now)
    {
        if (!MayBeLookedThroughBy(reviewer))
            throw Kind.Errors.NotYours();
        if (State != SubmissionState.Accepted)
            throw SubmissionErrors.NotDecided();
        if (!Rule.MayBeReleased)
            throw SubmissionErrors.NotForOthers(Rule.Title);
        if (ReleasedAt is not null)
            return;
        ReleasedAt = now;
        Raise(FactFor(SubmissionFacts.Released, reviewer.By, now, notices: SubmissionNotices.ToOthers(this, others)));
    }

    /// <summary>已办; the days of what comes after it begin to run.</summary>
    /// <param name="on">The day on which it was done, today or before.</param>
    public void Done(FollowUpKind kind, DateOnly on, WorkCalendar calendar, SubmissionReviewer reviewer, DateTimeOffset now)
    {
        if (!MayBeLookedThroughBy(reviewer))
            throw Kind.Errors.NotYours();
        var one = FollowUps.Find(f => f.Kind == kind) ?? throw SubmissionErrors.NoFollowUp();
        if (one.DoneAt is not null)
            return;
        if (one.Until is null || on > ChinaTime.DayOf(now) || on < ChinaTime.DayOf(SentAt))
            throw SubmissionErrors.NoFollowUp();
        var by = reviewer.By;
        (one.DoneAt, one.DoneById, one.DoneByName) = (now, by.Id, by.Name);
        foreach (var rule in FollowUpRules.Of(SubmissionKind).Where(r => r.After == kind))
        {
            var until = rule.Until(calendar, on);
            var next = FollowUps.Find(f => f.Kind == rule.Kind)!;
            (next.Until, next.UntilIsProvisional) = (until.Day, until.IsProvisional);
        }

        Raise(FactFor(SubmissionFacts.FollowUpDone, by, now, new SubmissionFollowUpData(kind, on)));
    }

    /// <summary>Who decides sees the whole account, for a reason that stays in the trace.</summary>
    /// <returns>Sealed, see <see cref="ISecretSeal"/>.</returns>
    public string RevealAccount(string fieldKey, string why, SubmissionReviewer reviewer, DateTimeOffset now)
    {
        if (!MayBeDecidedBy(reviewer))
            throw Kind.Errors.NotYours();
        var answer = CurrentAnswers.FirstOrDefault(a => a.Key == fieldKey && a.Closed.Length > 0) ?? throw SubmissionErrors.NoAccount();
        Raise(FactFor(SubmissionFacts.AccountRevealed, reviewer.By, now, new SubmissionRevealedData(why)));
        return answer.Closed;
    }

    private SubmissionFollowUp FollowUp(FollowUpRule rule, CountedDay? until) =>
        new()
        {
            SubmissionId = Id,
            Kind = rule.Kind,
            Until = until?.Day,
            UntilIsProvisional = until?.IsProvisional ?? false,
        };
}
