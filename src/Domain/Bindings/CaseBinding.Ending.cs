using Domain.Cases;
using Domain.Handling;
using Domain.Shared;

namespace Domain.Bindings;

/// <summary>The end of an authority: from that moment the agent sees nothing of the case, nor what was served.</summary>
public sealed partial class CaseBinding
{
    /// <summary>解除委托.</summary>
    /// <param name="agent">Of the case.</param>
    /// <param name="reason">May be empty.</param>
    public void End(Guid entryId, CaseAgent agent, BindingEnd how, string reason, Actor by, string title, DateTimeOffset now)
    {
        if (State != BindingState.Approved || agent.Id != AgentId || agent.EndedAt is not null)
            throw BindingErrors.NotBound();
        var why = CheckedRemark(reason);
        Write(EntryKind.Explanation, entryId, why.Length > 0 ? why : how.Chinese(), by, title, now);
        agent.EndedAt = now;
        agent.Seat = null;
        EndBy(how, now);
        Raise(
            FactFor(
                BindingFacts.Ended,
                by,
                now,
                new BindingEndedData(how, AgentId),
                why,
                entryId,
                [
                    .. how == BindingEnd.ByAgent ? [] : ToRequester(BindingNotices.Ended, []),
                    .. how == BindingEnd.ByCourt ? [] : TellOwner(BindingNotices.EndedForCourt, now),
                ]
            )
        );
    }

    /// <summary>The last day of the paper has passed.</summary>
    /// <returns>False when it has ended before, or its day is another.</returns>
    public bool Expire(CaseAgent agent, DateTimeOffset now)
    {
        if (State != BindingState.Approved || agent.EndedAt is not null || agent.EndsOn is not { } last || ChinaTime.DayOf(now) <= last)
            return false;
        End(Guid.CreateVersion7(now), agent, BindingEnd.Expired, "", Actor.System, Actor.System.Name, now);
        return true;
    }

    /// <summary>A later request holds instead.</summary>
    public void ReplacedBy(CaseBinding later, Actor by, DateTimeOffset now)
    {
        if (State != BindingState.Approved || later.AgentId != AgentId)
            return;
        EndBy(BindingEnd.Replaced, now);
        Raise(FactFor(BindingFacts.Ended, by, now, new BindingEndedData(BindingEnd.Replaced, AgentId)));
    }

    /// <summary>The requester does not want it any more, before it was decided.</summary>
    public void TakeBack(Guid entryId, Actor by, DateTimeOffset now)
    {
        CheckOpen();
        Write(EntryKind.Explanation, entryId, BindingEnd.TakenBack.Chinese(), by, by.Name, now);
        Stop(BindingState.Ended, by, now);
        EndBy(BindingEnd.TakenBack, now);
        Raise(FactFor(BindingFacts.Ended, by, now, new BindingEndedData(BindingEnd.TakenBack, null), entryId: entryId));
    }

    private void EndBy(BindingEnd how, DateTimeOffset now) => (State, EndedBy, EndedAt) = (BindingState.Ended, how, now);
}
