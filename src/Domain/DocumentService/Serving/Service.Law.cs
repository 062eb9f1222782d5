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
        var last = calendar.LastDayOfPeriod(served, copy.LimitDays);
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
        var ends = limit?.LastDay(calendar, conclusion.Day!.Value);
        if ((copy.Standing, copy.EffectiveOn, copy.Rule, copy.LimitEndsOn) == (conclusion.Standing, conclusion.Day, conclusion.Rule, ends))
            return false;
        var before = TracedConclusion.Of(copy);
        (copy.Standing, copy.EffectiveOn, copy.Rule, copy.ServedByAttemptId) = (
            conclusion.Standing,
            conclusion.Day,
            conclusion.Rule,
            conclusion.By?.AttemptId
        );
        (copy.LimitKind, copy.LimitDays, copy.LimitLaw, copy.LimitEndsOn) = (limit?.Kind, limit?.Days ?? 0, limit?.Law ?? "", ends);
        Raise(FactFor(ServiceFacts.Concluded, Actor.System, now, new ConcludedData(TracedCopy.Of(copy), before)));
        return true;
    }

    /// <summary>The limit that a document starts for this recipient; null where it starts none.</summary>
    public TimeLimit? LimitOf(ServiceCopy copy) =>
        TimeLimit.Of(copy.Kind, Procedure, IsFirstInstance, copy.IsAppealable, HasDomicile) is [var first, ..] ? first : null;

    /// <summary>The state for lists, after facts and conclusions.</summary>
    internal void Summarise()
    {
        if (State == ServiceState.Withdrawn)
            return;
        State = Copies.Min(c => c.Standing) switch
        {
            ServiceStanding.Effective => ServiceState.Effective,
            ServiceStanding.Presumed => ServiceState.Presumed,
            _ when Copies.Exists(c => c.Standing == ServiceStanding.ForClerk) => ServiceState.ForClerk,
            _ => Attempts.TrueForAll(a => a.State == AttemptState.Failed || a.IsInVain) ? ServiceState.Failed : ServiceState.UnderWay,
        };
        EffectiveOn = Copies.TrueForAll(c => c.EffectiveOn is not null) ? Copies.Max(c => c.EffectiveOn) : null;
        ReviseFallback();
    }
}
