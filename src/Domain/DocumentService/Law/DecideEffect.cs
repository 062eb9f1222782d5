using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk or judge verifies that a judgment has taken effect, or records that it was appealed.</summary>
public sealed class DecideEffect(ICourtDb db, IAppealsHere appeals, TimeProvider clock)
{
    /// <param name="effectiveOn">Null: an appeal came.</param>
    /// <param name="notes">What was checked, or who appealed and when.</param>
    public Task Handle(Guid id, DateOnly? effectiveOn, string notes, Actor by, CancellationToken ct)
    {
        var servable = db.ServableBy(by);
        return db.Change(
            db.Set<EffectiveJudgment>().Where(j => j.Id == id && servable.Any(c => c.Id == j.CaseId)),
            EffectErrors.NotFound,
            async judgment =>
            {
                if (effectiveOn is not { } on)
                {
                    judgment.Appealed(notes, by, clock.GetUtcNow());
                    return;
                }

                if (
                    (await appeals.Of(judgment.CaseId, ct)).FirstOrDefault(a => a.Waits && a.SentAt >= judgment.FirstServedAt) is
                    { } waiting
                )
                    throw EffectErrors.AppealWaits(waiting.Number);
                judgment.Verify(on, notes, by, clock.GetUtcNow());
            },
            ct
        );
    }
}
