using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>解除委托: by the agent, by the party, or by the court from the paper; a request that waits is taken back.</summary>
public sealed class EndBinding(ICourtDb db, LeavingCases leaving, TimeProvider clock)
{
    /// <summary>By the agent, or by the party who gave it.</summary>
    /// <param name="entryId">Made by the phone: sending the same again changes nothing.</param>
    /// <param name="takeBack">What the person was shown: a request to take back, or an authority to end. Null of phones that do not say.</param>
    public async Task Handle(Guid id, Guid entryId, string reason, bool? takeBack, Actor by, CancellationToken ct)
    {
        var isOwn = await db.OwnBindings(by).AnyAsync(b => b.Id == id, ct);
        await db.Change(
            isOwn ? db.OwnBindings(by) : db.BindingsGivenBy(by),
            id,
            async binding =>
            {
                if (takeBack ?? !binding.IsClosed)
                    binding.TakeBack(entryId, by, clock.GetUtcNow());
                else
                    await End(binding, entryId, isOwn ? BindingEnd.ByAgent : BindingEnd.ByParty, reason, by, by.Name, ct);
            },
            ct,
            entryId
        );
    }

    /// <summary>By who reviews, for a reason that stays in the trace.</summary>
    public Task ByCourt(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.BindingsVisibleTo(by),
            id,
            async binding =>
            {
                var reviewer = await db.Reviewer(binding, by, ct);
                if (!binding.MayBeDecidedBy(reviewer))
                    throw CaseBinding.Declared.Errors.NotYours();
                if (string.IsNullOrWhiteSpace(reason))
                    throw CaseBinding.Declared.Errors.ReasonMissing();
                await End(binding, entryId, BindingEnd.ByCourt, reason, by, reviewer.DivisionName, ct);
            },
            ct,
            entryId
        );

    private async Task End(CaseBinding binding, Guid entryId, BindingEnd how, string reason, Actor by, string title, CancellationToken ct)
    {
        var agent = await db.Set<CaseAgent>().SingleOrDefaultAsync(a => a.Id == binding.AgentId, ct) ?? throw BindingErrors.NotBound();
        var now = clock.GetUtcNow();
        binding.End(entryId, agent, how, reason, by, title, now);
        await leaving.Leaves(agent, now, ct);
    }
}
