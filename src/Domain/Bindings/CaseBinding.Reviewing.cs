using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Bindings;

/// <summary>The review: approve, refuse with a reason, ask once for everything that is missing; and what the requester adds.</summary>
public sealed partial class CaseBinding
{
    public const int MostNeeds = 10;

    /// <summary>Only the owner's first look since the last news counts.</summary>
    public void OpenedBy(Actor by, DateTimeOffset now)
    {
        if (by.Id != OwnerId || OwnerReadAt is not null || IsClosed)
            return;
        ReadByOwner(now);
        Raise(FactFor(BindingFacts.Read, by, now));
    }

    /// <summary>通过: the agent is bound, or has another authority from now on.</summary>
    /// <param name="party">Of the case, with its agents.</param>
    /// <returns>The agent, and whether it is to be added.</returns>
    public (CaseAgent Agent, bool IsNew) Approve(
        Guid entryId,
        BindingDecision decision,
        CaseParty? party,
        Reviewer reviewer,
        DateTimeOffset now
    )
    {
        CheckMayReview(reviewer);
        if (party is null || party.Id != PartyId)
            throw BindingErrors.NoCase();
        CheckWithinPaper(decision, ChinaTime.DayOf(now));
        var (agent, isNew) = Bind(party, decision, AgentSource.Binding, now);
        var (by, words) = (reviewer.By, Words(decision.Authority, decision.Items));
        Write(EntryKind.Answer, entryId, BindingNotices.ApprovedWords(this), by, reviewer.DivisionName, now);
        Stop(BindingState.Approved, by, now);
        Raise(
            FactFor(
                BindingFacts.Approved,
                by,
                now,
                new BindingApprovedData(agent.Id, decision.Authority, words, EndsOn, !isNew),
                entryId: entryId,
                content: BindingNotices.ApprovedWords(this),
                notices: ToRequester(BindingNotices.Approved, [])
            )
        );
        return (agent, isNew);
    }

    /// <summary>不通过, with the reason that the requester reads.</summary>
    public void Refuse(Guid entryId, string reason, Reviewer reviewer, DateTimeOffset now)
    {
        CheckMayReview(reviewer);
        var why = CheckedReason(reason);
        var by = reviewer.By;
        Write(EntryKind.Answer, entryId, why, by, reviewer.DivisionName, now);
        Stop(BindingState.Refused, by, now);
        Raise(FactFor(BindingFacts.Refused, by, now, content: why, entryId: entryId, notices: ToRequester(BindingNotices.Refused, [])));
    }

    /// <summary>要求补充: everything in one list, once.</summary>
    public void AskForMore(Guid entryId, IReadOnlyList<string> needs, SupplementRule rule, Reviewer reviewer, DateTimeOffset now)
    {
        CheckMayReview(reviewer);
        if (WasAskedForMore)
            throw BindingErrors.AskedBefore();
        var list = needs.Select(n => TypedText.Storable(n).Replace('\n', ' ')).Where(n => n.Length > 0).Distinct().ToList();
        if (list.Count == 0)
            throw BindingErrors.NeedsMissing();
        if (list.Count > MostNeeds || list.Exists(n => n.Length > ReasonMaxLength))
            throw BindingErrors.TextTooLong();
        var (by, words) = (reviewer.By, CheckedText(string.Join('\n', list)));
        Write(EntryKind.Interim, entryId, words, by, reviewer.DivisionName, now);
        (State, WasAskedForMore) = (BindingState.AwaitingRequester, true);
        (SupplementBy, SupplementByIsProvisional) = (rule.Until.Day, rule.Until.Provisional);
        ReadByOwner(now);
        if (rule.Restarts)
        {
            IsPaused = true;
            StopClock();
        }

        Raise(
            FactFor(
                BindingFacts.MissingAsked,
                by,
                now,
                new BindingMissingData(list.Count, rule.Until.Day),
                words,
                entryId,
                ToRequester(BindingNotices.Missing, [("needs", list.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))])
            )
        );
    }

    /// <summary>The requester brings what was asked for; the days are counted anew where the clock stood.</summary>
    public void Supplement(
        Guid entryId,
        string text,
        IReadOnlyList<(PaperKind Kind, Attachment File)> papers,
        Ladder ladder,
        Actor by,
        DateTimeOffset now
    )
    {
        CheckOpen();
        if (State != BindingState.AwaitingRequester)
            throw BindingErrors.NotAwaited();
        var words = TypedText.Storable(text);
        if (words.Length == 0 && papers.Count == 0)
            throw Kind.Errors.TextMissing();
        if (words.Length > TextMaxLength)
            throw Kind.Errors.TextTooLong(TextMaxLength);
        Write(EntryKind.Supplement, entryId, words, by, by.Name, now);
        Attach(papers, entryId);
        GoOn(ladder, now);
        Raise(
            FactFor(
                BindingFacts.Supplemented,
                by,
                now,
                content: words,
                entryId: entryId,
                notices: TellOwner(BindingNotices.Supplemented, now)
            )
        );
    }

    /// <summary>The last day of the supplement has passed: the court decides on what there is.</summary>
    /// <returns>False when nothing is awaited any more.</returns>
    public bool LapseSupplement(Ladder ladder, DateTimeOffset now)
    {
        if (State != BindingState.AwaitingRequester || SupplementBy is not { } until || ChinaTime.DayOf(now) <= until)
            return false;
        GoOn(ladder, now);
        Raise(FactFor(BindingFacts.SupplementLapsed, Actor.System, now, notices: TellOwner(BindingNotices.SupplementLapsed, now)));
        return true;
    }

    /// <summary>
    /// The panel and the clerk of the case: who owned it and sits there no more decides nothing, unless nobody is there. What fits no case
    /// is decided by its owner, or the head or liaison officer of the owner's division.
    /// </summary>
    public bool MayBeDecidedBy(Reviewer reviewer) =>
        reviewer.By.Post is not null
        && (CaseId is null ? MayBeHandledBy(reviewer.By) : reviewer.SitsOnCase || (reviewer.CaseHasNobody && reviewer.By.Id == OwnerId));

    private void CheckMayReview(Reviewer reviewer)
    {
        CheckOpen();
        if (!MayBeDecidedBy(reviewer))
            throw Kind.Errors.NotYours();
    }

    /// <summary>Who is this agent among those of the party: by identity, or, where the trial system gave none, by licence or name.</summary>
    internal CaseAgent? AgentAmong(IReadOnlyCollection<CaseAgent> active) =>
        active.FirstOrDefault(a => a.IdentityKey.Length > 0 && a.IdentityKey == IdentityKey)
        ?? active.FirstOrDefault(a => a.IdentityKey.Length == 0 && HasLicenceOrNameOf(a));

    private bool HasLicenceOrNameOf(CaseAgent agent) =>
        (LicenceNumber.Length > 0 && TypedText.Fold(agent.LicenceNumber) == LicenceNumber) || BindingTargets.IsSame(agent.Name, AgentName);

    private void CheckWithinPaper(BindingDecision decision, DateOnly today)
    {
        if (decision.Authority == AgentAuthority.Special && decision.Items == 0)
            throw BindingErrors.ItemsMissing();
        if (decision.Authority == AgentAuthority.General && decision.Items != 0)
            throw BindingErrors.ItemsNotGiven();
        if ((decision.Items & ~Items) != 0)
            throw BindingErrors.ItemsBeyondPaper();
        if (decision.EndsOn < today)
            throw BindingErrors.EndsBeforeToday();
    }

    private (CaseAgent Agent, bool IsNew) Bind(CaseParty party, BindingDecision decision, AgentSource source, DateTimeOffset now)
    {
        var active = party.Agents.Where(a => a.EndedAt is null).ToList();
        var agent = AgentAmong(active);
        var isNew = agent is null;
        if (agent is null && active.Count >= CaseAgent.MaxOfParty)
            throw BindingErrors.TooManyAgents();
        agent ??= new CaseAgent
        {
            Id = Guid.CreateVersion7(now),
            PartyId = party.Id,
            Name = AgentName,
            IsLawyer = AgentKind == AgentKind.Lawyer,
            IdentityKey = IdentityKey,
            Source = source,
            Seat = Enumerable.Range(1, CaseAgent.MaxOfParty).First(s => active.TrueForAll(a => a.Seat != s)),
        };
        if (agent.Source == AgentSource.TrialSystem)
        {
            // From now on by the paper that was shown here: the next record does not take it away.
            agent.Source = source;
            agent.Seat = Enumerable.Range(1, CaseAgent.MaxOfParty).First(s => active.TrueForAll(a => a == agent || a.Seat != s));
        }

        agent.IdentityKey = IdentityKey;
        (agent.Authority, agent.Items, agent.Kind) = (decision.Authority, decision.Items, AgentKind);
        (agent.LicenceNumber, agent.Firm, agent.EndsOn) = (LicenceNumber, Firm, decision.EndsOn);
        if (AgentPhone.Length > 0)
            agent.Phone = AgentPhone;
        (AgentId, Authority, BoundItems, EndsOn) = (agent.Id, decision.Authority, decision.Items, decision.EndsOn);
        State = BindingState.Approved;
        return (agent, isNew);
    }

    private void GoOn(Ladder ladder, DateTimeOffset now)
    {
        (State, SupplementBy, SupplementByIsProvisional) = (BindingState.ToReview, null, false);
        if (IsPaused)
        {
            IsPaused = false;
            StartClock(ladder, now);
        }

        HasNews();
    }

    private void Stop(BindingState state, Actor by, DateTimeOffset now)
    {
        (State, SupplementBy, SupplementByIsProvisional, IsPaused) = (state, null, false, false);
        Close(by, now);
    }

    /// <returns>承认诉讼请求、提起上诉; empty for general authority.</returns>
    private static string Words(AgentAuthority authority, AuthorityItems items) =>
        authority == AgentAuthority.Special ? items.Chinese() : "";
}

/// <summary>Until when the requester may bring what is missing, and whether the days are then counted anew.</summary>
public sealed record SupplementRule(WorkingDeadline Until, bool Restarts);
