using Domain.Figures;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Figures;

/// <summary>Leaves word of what the save changes in the figures; <see cref="FoldFigures"/> adds it up.</summary>
internal sealed class CountFigures : ISaveReaction
{
    public void React(Saving saving)
    {
        var ofOrders = saving.Tracked.Select(OfOrder).OfType<FigureDelta>();
        foreach (var delta in ofOrders.Concat(ServiceDeltas.Of(saving.Tracked)).Concat(CaseDeltas.Of(saving.Tracked)))
            saving.Add(delta);
    }

    /// <summary>Before is what the store holds: the original values of a row whose version the update checks.</summary>
    private static FigureDelta? OfOrder(EntityEntry entry) =>
        (entry.Entity, entry.State) switch
        {
            (WorkOrder order, EntityState.Added) => FigureDelta.Between(null, CountedOrder.Of(order)),
            (WorkOrder order, EntityState.Modified) => FigureDelta.Between(
                CountedOrder.Of((WorkOrder)entry.OriginalValues.ToObject()),
                CountedOrder.Of(order)
            ),
            _ => null,
        };
}
