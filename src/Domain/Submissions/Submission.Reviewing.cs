using System.Globalization;
using Domain.Attachments;
using Domain.Bindings;
using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Submissions;

/// <summary>The review: accept, refuse with a reason, ask once for everything that is missing; and what the submitter does meanwhile.</summary>
public sealed partial class Submission
{
    public const int MostNeeds = 10;

    /// <summary>Only the owner's first look since the last news counts.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now)
    {
        if (by.Id != OwnerId || OwnerReadAt is not null || IsClosed)
            return;
        ReadByOwner(now);
        Raise(FactFor(SubmissionFacts.Read, by, now));
    }

    /// <summary>收下, of an application 同意; what the law has the court do then begins to run.</summary>
    /// <param name="words">What the submitter reads beside it; may be empty.</param>
    /// <param name="others">The other people of the case, where it goes to them at once; null keeps it.</param>
    public void Accept(
        Guid entryId,
        string words,
        IReadOnlyList<CasePerson>? others,
        WorkCalendar calendar,
        SubmissionReviewer reviewer,
        DateTimeOffset now
    )
    {
        CheckMayDecide(reviewer);
        if (others is not null && !Rule.MayBeReleased)
            throw SubmissionErrors.NotForOthers(Rule.Title);
        var said = CheckedRemark(words);
        var text = said.Length > 0 ? said : Rule.AcceptedWords;
        var by = reviewer.By;
        Write(EntryKind.Answer, entryId, text, by, reviewer.DivisionName, now);
        Stop(SubmissionState.Accepted, by, now);
        foreach (var rule in FollowUpRules.Of(SubmissionKind))
            FollowUps.Add(FollowUp(rule, rule.After is null ? rule.Until(calendar, ChinaTime.DayOf(SentAt)) : null));
        if (others is not null)
            ReleasedAt = now;
        Raise(
            FactFor(
                SubmissionFacts.Accepted,
                by,
                now,
                new SubmissionAcceptedData(SubmissionKind, others is not null),
                text,
                entryId,
                [.. ToRequester(SubmissionNotices.Accepted, []), .. SubmissionNotices.ToOthers(this, others ?? [])]
            )
        );
    }

    /// <summary>退回, of an application 不同意, with the reason that the submitter reads.</summary>
    public void Refuse(Guid entryId, string reason, SubmissionReviewer reviewer, DateTimeOffset now)
    {
        CheckMayDecide(reviewer);
        var why = CheckedReason(reason);
        var by = reviewer.By;
        Write(EntryKind.Answer, entryId, why, by, reviewer.DivisionName, now);
        Stop(SubmissionState.Refused, by, now);
        Raise(
            FactFor(SubmissionFacts.Refused, by, now, content: why, entryId: entryId, notices: ToRequester(SubmissionNotices.Refused, []))
        );
    }

    /// <summary>要求补正: everything in one list; a second list needs a reason and is a fact of its own.</summary>
    public void AskForMore(Guid entryId, AskedFor asked, SupplementRule rule, SubmissionReviewer reviewer, DateTimeOffset now)
    {
        CheckOpen();
        if (!MayBeLookedThroughBy(reviewer))
            throw Kind.Errors.NotYours();
        var again = CheckedRemark(asked.WhyAgain);
        if (TimesAsked > 0 && again.Length == 0)
            throw SubmissionErrors.AskedBefore();
        var (by, list) = (reviewer.By, CheckedNeeds(asked.Needs));
        var words = CheckedText(string.Join('\n', list));
        Write(EntryKind.Interim, entryId, words, by, reviewer.DivisionName, now);
        (State, AskedAt, NeedCount) = (SubmissionState.AwaitingSubmitter, now, list.Count);
        (SupplementBy, SupplementByIsProvisional) = (rule.Until.Day, rule.Until.Provisional);
        ReadByOwner(now);
        if (rule.Restarts && !IsPaused)
        {
            IsPaused = true;
            StopClock();
        }

        Raise(
            FactFor(
                TimesAsked++ == 0 ? SubmissionFacts.MissingAsked : SubmissionFacts.MissingAskedAgain,
                by,
                now,
                new SubmissionMissingData(list.Count, rule.Until.Day, again),
                words,
                entryId,
                ToRequester(SubmissionNotices.Missing, [("needs", list.Count.ToString(CultureInfo.InvariantCulture))])
            )
        );
    }

    /// <summary>The submitter brings what was asked for; the days are counted anew where the clock stood.</summary>
    public void Supplement(
        Guid entryId,
        string text,
        IReadOnlyList<(GivenFile Given, Attachment File)> files,
        IReadOnlyList<SubmissionAnswer> answers,
        Ladder ladder,
        Actor by,
        DateTimeOffset now
    )
    {
        CheckOpen();
        if (State != SubmissionState.AwaitingSubmitter)
            throw SubmissionErrors.NotAwaited();
        var words = TypedText.Storable(text);
        if (words.Length == 0 && files.Count == 0 && answers.Count == 0)
            throw Kind.Errors.TextMissing();
        if (words.Length > TextMaxLength)
            throw Kind.Errors.TextTooLong(TextMaxLength);
        Write(EntryKind.Supplement, entryId, words, by, by.Name, now);
        Attach(files, entryId);
        Answers.AddRange(answers);
        GoOn(ladder, now);
        Raise(
            FactFor(
                SubmissionFacts.Supplemented,
                by,
                now,
                new SubmissionSupplementedData(files.Count, ReceiptHash),
                words,
                entryId,
                [
                    .. TellOwner(SubmissionNotices.Supplemented, now),
                    .. Tell(SubmissionNotices.Supplemented, ColleagueId, ("owed", Owed(now))),
                ]
            )
        );
    }

    /// <summary>The last day of the supplement has passed: the court decides on what there is.</summary>
    /// <returns>False when nothing is awaited any more.</returns>
    public bool LapseSupplement(Ladder ladder, DateTimeOffset now)
    {
        if (State != SubmissionState.AwaitingSubmitter || SupplementBy is not { } until || ChinaTime.DayOf(now) <= until)
            return false;
        GoOn(ladder, now);
        Raise(FactFor(SubmissionFacts.SupplementLapsed, Actor.System, now, notices: TellOwner(SubmissionNotices.SupplementLapsed, now)));
        return true;
    }

    /// <summary>The submitter does not want it any more, before it was decided.</summary>
    /// <param name="reason">May be empty.</param>
    public void TakeBack(Guid entryId, string reason, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        var why = CheckedRemark(reason);
        Write(EntryKind.Explanation, entryId, why.Length > 0 ? why : SubmissionFacts.Chinese(SubmissionFacts.TakenBack), by, by.Name, now);
        Stop(SubmissionState.TakenBack, by, now);
        Raise(FactFor(SubmissionFacts.TakenBack, by, now, content: why, entryId: entryId));
    }

    /// <summary>Nobody is told: whoever handed it in has left the case.</summary>
    public void EndWithCase(DateTimeOffset now)
    {
        CheckOpen();
        Stop(SubmissionState.TakenBack, Actor.System, now);
        Raise(FactFor(SubmissionFacts.TakenBack, Actor.System, now));
    }

    /// <summary>Asks for what is missing: the panel and the clerk of the case; its owner where nobody is there.</summary>
    public bool MayBeLookedThroughBy(SubmissionReviewer reviewer) =>
        reviewer.By.Post is not null
        && (reviewer.SitsOnPanel || reviewer.ClerksCase || (reviewer.CaseHasNobody && reviewer.By.Id == OwnerId));

    /// <summary>Accepts and refuses: of what a judge decides the panel alone.</summary>
    public bool MayBeDecidedBy(SubmissionReviewer reviewer) =>
        MayBeLookedThroughBy(reviewer)
        && (Rule.Decider == SubmissionDecider.Clerk || reviewer.SitsOnPanel || (reviewer.CaseHasNobody && reviewer.By.Id == OwnerId));

    private void CheckMayDecide(SubmissionReviewer reviewer)
    {
        CheckOpen();
        if (!MayBeLookedThroughBy(reviewer))
            throw Kind.Errors.NotYours();
        if (!MayBeDecidedBy(reviewer))
            throw SubmissionErrors.JudgeDecides(Rule.Title);
    }

    private static List<string> CheckedNeeds(IReadOnlyList<string> needs)
    {
        var list = needs.Select(n => TypedText.Storable(n).Replace('\n', ' ')).Where(n => n.Length > 0).Distinct().ToList();
        if (list.Count == 0)
            throw SubmissionErrors.NeedsMissing();
        return list.Count <= MostNeeds && list.TrueForAll(n => n.Length <= ReasonMaxLength)
            ? list
            : throw SubmissionErrors.NeedsTooLong(MostNeeds);
    }

    private void GoOn(Ladder ladder, DateTimeOffset now)
    {
        (State, NeedCount, SupplementBy, SupplementByIsProvisional) = (SubmissionState.ToReview, 0, null, false);
        if (IsPaused)
        {
            IsPaused = false;
            StartClock(ladder, now);
        }

        HasNews();
    }

    private void Stop(SubmissionState state, Actor by, DateTimeOffset now)
    {
        (State, NeedCount, SupplementBy, SupplementByIsProvisional, IsPaused) = (state, 0, null, false, false);
        Close(by, now);
    }
}
