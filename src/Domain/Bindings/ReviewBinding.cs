using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Shared;

namespace Domain.Bindings;

/// <summary>通过: the agent is bound with the authority that the paper gives.</summary>
public sealed class ApproveBinding(ICourtDb db, TimeProvider clock)
{
    /// <param name="entryId">Made by the page: pressing twice does it once.</param>
    public Task Handle(Guid id, Guid entryId, BindingDecision decision, Actor by, CancellationToken ct) =>
        db.Change(
            db.BindingsVisibleTo(by),
            id,
            async binding =>
            {
                var now = clock.GetUtcNow();
                var reviewer = await db.Reviewer(binding, by, ct);
                var (agent, isNew) = binding.Approve(entryId, decision, await db.PartyOf(binding, ct), reviewer, now);
                if (isNew)
                    db.Set<CaseAgent>().Add(agent);
                else
                    await db.Replace(binding, by, now, ct);
            },
            ct,
            entryId
        );
}

/// <summary>不通过, with the reason that the requester reads.</summary>
public sealed class RefuseBinding(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.BindingsVisibleTo(by),
            id,
            async binding => binding.Refuse(entryId, reason, await db.Reviewer(binding, by, ct), clock.GetUtcNow()),
            ct,
            entryId
        );
}

/// <summary>要求补充: everything that is missing, in one list, once.</summary>
public sealed class AskForMissing(ICourtDb db, ICalendars calendars, BindingSettings settings, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, IReadOnlyList<string> needs, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.BindingsVisibleTo(by),
            id,
            async binding =>
            {
                var now = clock.GetUtcNow();
                var rule = new SupplementRule(calendar.Add(ChinaTime.DayOf(now), settings.SupplementDays), settings.SupplementRestarts);
                binding.AskForMore(entryId, needs, rule, await db.Reviewer(binding, by, ct), now);
            },
            ct,
            entryId
        );
    }
}

/// <summary>The owner opens it.</summary>
public sealed class OpenBinding(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(db.BindingsVisibleTo(by), id, binding => binding.OpenedBy(by, clock.GetUtcNow()), ct);
}
