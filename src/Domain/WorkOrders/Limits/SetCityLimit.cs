using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>The limit (办理时限) of all courts is set or lifted, for a kind of order or all. Holds for new orders.</summary>
public sealed class SetCityLimit(ICourtDb db, AnswerLimitDefaults defaults, TimeProvider clock)
{
    /// <param name="category">Null is every kind.</param>
    /// <param name="wanted">Null lifts it: what is less specific holds again.</param>
    /// <param name="basedOn">What held when the page was opened.</param>
    public async Task<Foreseen> Foresee(
        Category? category,
        SupervisionLimits? wanted,
        SupervisionLimits basedOn,
        string reason,
        CancellationToken ct
    )
    {
        AnswerLimit.CheckedReason(reason);
        if (wanted is not null)
            AnswerLimit.CheckPossible(wanted);
        var rows = await Rows(db.Set<AnswerLimit>().AsNoTracking(), ct);
        CheckSame(rows, category, basedOn);
        var after = wanted ?? new AnswerLimits(defaults, rows.Where(r => r.Category != category)).For(null, category).Limits;
        if (after == basedOn && (wanted is null) == rows.TrueForAll(r => r.Category != category || !r.IsInForce))
            throw AnswerLimitErrors.NothingChanges();
        var kind = category?.Chinese() ?? "全部类别";
        return new(
            wanted is null ? $"取消全部法院“{kind}”的办理时限规定" : $"全部法院“{kind}”的办理时限改为 {AnswerLimit.Words(wanted)}",
            [new($"全部法院·{kind}", AnswerLimit.Words(basedOn), AnswerLimit.Words(after))],
            "答复期限、二级督办、三级督办各几个工作日；只对生效以后新派的工单有效，各院单独规定的不变"
        );
    }

    /// <inheritdoc cref="Foresee"/>
    /// <summary>In the save of the change that was approved.</summary>
    public async Task Handle(
        Category? category,
        SupervisionLimits? wanted,
        SupervisionLimits basedOn,
        Approval approval,
        CancellationToken ct
    )
    {
        var rows = await Rows(db.Set<AnswerLimit>(), ct);
        CheckSame(rows, category, basedOn);
        var (by, now) = (approval.AskedBy, clock.GetUtcNow());
        if (AnswerLimit.Change(rows, defaults, null, category, wanted, approval.Reason, approval.Data, by, now) is { } begun)
            db.Set<AnswerLimit>().Add(begun);
    }

    private void CheckSame(List<AnswerLimit> rows, Category? category, SupervisionLimits basedOn)
    {
        if (new AnswerLimits(defaults, rows).For(null, category).Limits != basedOn)
            throw AnswerLimitErrors.Changed();
    }

    private static Task<List<AnswerLimit>> Rows(IQueryable<AnswerLimit> limits, CancellationToken ct) =>
        limits.Where(l => l.CourtId == null).ToListAsync(ct);
}
