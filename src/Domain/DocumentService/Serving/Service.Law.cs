using Domain.Calendar;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What the law makes of the facts. Nothing changes silently: the old value stays in the trace.</summary>
public sealed partial class Service
{
    /// <summary>Counts a limit anew after the working days changed; the old last day stays in the trace.</summary>
    /// <param name="why">What changed: 导入 2027 年放假安排.</param>
    /// <returns>False when nothing is different.</returns>
    public bool RecountLimit(ServiceCopy copy, WorkCalendar calendar, string why, DateTimeOffset now)
    {
        if (copy is not { EffectiveOn: { } served, LimitEndsOn: { } ends })
            return false;
        var last = Later(TimeLimit.LastDay(calendar, served, copy.LimitDays, LimitFacts), copy.LimitExtendedTo);
        if (last == ends)
            return false;
        copy.LimitEndsOn = last;
        Raise(FactFor(ServiceFacts.LimitRecounted, Actor.System, now, new LimitRecountedData(TracedCopy.Of(copy), ends, why)));
        return true;
    }

    /// <summary>Takes the conclusion over for one document, with the time limit that it starts for the party.</summary>
    /// <returns>False when nothing is different.</returns>
    internal bool Conclude(ServiceCopy copy, ServiceConclusion conclusion, WorkCalendar calendar, DateTimeOffset now)
    {
        var limit = conclusion.Day is null ? null : LimitOf(copy);
        DateOnly? ends = limit is null ? null : Later(limit.LastDay(calendar, conclusion.Day!.Value, LimitFacts), copy.LimitExtendedTo);
        if (
            (copy.Standing, copy.EffectiveOn, copy.Rule, copy.LimitDays, copy.LimitEndsOn)
            == (conclusion.Standing, conclusion.Day, conclusion.Rule, limit?.Days ?? 0, ends)
        )
            return false;
        var before = TracedConclusion.Of(copy);
        (copy.Standing, copy.EffectiveOn, copy.Rule, copy.ServedByAttemptId) = (
            conclusion.Standing,
            conclusion.Day,
            conclusion.Rule,
            conclusion.By?.AttemptId
        );
        if (conclusion.Day is not null)
            copy.WithdrawnAt = null; // a report came late: it had been served, and what is served stays so
        (copy.LimitKind, copy.LimitDays, copy.LimitLaw, copy.LimitEndsOn) = (limit?.Kind, limit?.Days ?? 0, limit?.Law ?? "", ends);
        Raise(FactFor(ServiceFacts.Concluded, Actor.System, now, new ConcludedData(TracedCopy.Of(copy), before)));
        return true;
    }

    /// <summary>The limit that a document starts for this recipient; null where it starts none, or a fact that it hangs on is unknown.</summary>
    public TimeLimit? LimitOf(ServiceCopy copy) => TimeLimit.Of(copy.Kind, copy.IsAppealable, LimitFacts) is [var first, ..] ? first : null;

    /// <summary>A fact of the case or the party became known, or was corrected: the law is worked out anew after it.</summary>
    public void Take(LimitFacts facts, Actor by, DateTimeOffset now)
    {
        var before = LimitFacts;
        var after = facts with { ByFirstInstance = facts.ByFirstInstance ?? before.ByFirstInstance };
        if (after == before)
            return;
        (IsFirstInstance, TrialProcedure, HasDomicile, IsSarOrTaiwan, IsInCustody) = (
            after.ByFirstInstance == true,
            after.TrialProcedure,
            after.HasDomicile,
            after.IsSarOrTaiwan,
            after.IsInCustody
        );
        Raise(FactFor(ServiceFacts.FactsNoted, by, now, new FactsNotedData(before, LimitFacts)));
    }

    /// <summary>
    /// The court allows more time to answer or to appeal to a party without a domicile in China, who asked for it within the period
    /// (CPL 285, 286).
    /// </summary>
    /// <param name="until">The new last day.</param>
    /// <param name="decision">Who asked when, and the court's decision.</param>
    public void ExtendLimit(Guid documentId, DateOnly until, string decision, Actor by, DateTimeOffset now)
    {
        var copy = CopyWith(documentId);
        if (copy is not { LimitEndsOn: { } ends, LimitKind: TimeLimitKind.Defence or TimeLimitKind.Appeal or TimeLimitKind.AppealReply })
            throw LimitErrors.NothingToExtend();
        if (HasDomicile != false || Procedure != Procedure.Civil)
            throw LimitErrors.OnlyWithoutDomicile();
        if (until <= ends)
            throw LimitErrors.NotLater(ends);
        var why = ServiceTexts.Reason(decision);
        (copy.LimitExtendedTo, copy.LimitEndsOn) = (until, until);
        Raise(FactFor(ServiceFacts.LimitExtended, by, now, new LimitExtendedData(TracedCopy.Of(copy), ends), why));
    }

    private static DateOnly Later(DateOnly counted, DateOnly? allowed) => allowed > counted ? allowed.Value : counted;

    /// <summary>Signed here; the others' signatures are waited for.</summary>
    public static bool IsSignedStatement(ServiceCopy copy) =>
        copy is { Kind: DocumentKind.MediationStatement, SignedAt: not null, EffectiveOn: null };

    /// <summary>The state for lists, after facts and conclusions.</summary>
    /// <param name="concludesAt">When time alone concludes something; null where nothing waits for it.</param>
    internal void Summarise(DateTimeOffset? concludesAt)
    {
        ConcludesAt = concludesAt;
        List<ServiceCopy> standing = [.. StandingCopies()];
        State = StateOf(standing);
        EffectiveOn = standing.TrueForAll(c => c.EffectiveOn is not null) ? standing.Max(c => c.EffectiveOn) : null;
        ReviseFallback();
    }

    private ServiceState StateOf(List<ServiceCopy> standing) =>
        standing.Count == 0
            ? ServiceState.Withdrawn
            : standing.Min(c => c.Standing) switch
            {
                ServiceStanding.Effective => ServiceState.Effective,
                ServiceStanding.Presumed => ServiceState.Presumed,
                _ when standing.Exists(c => c.Standing == ServiceStanding.ForClerk) => ServiceState.ForClerk,
                _ when Attempts.Exists(a => a is { Channel: ServiceChannel.PublicNotice, State: AttemptState.Sent }) =>
                    ServiceState.InNotice,
                _ when standing.TrueForAll(c => c.EffectiveOn is not null || IsSignedStatement(c)) => ServiceState.AwaitsOthers,
                _ => Attempts.TrueForAll(a => a.State == AttemptState.Failed || a.IsInVain) ? ServiceState.Failed : ServiceState.UnderWay,
            };
}
