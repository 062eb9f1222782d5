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
        var ofOrders = saving.Tracked.Select(entry => OfOrder(entry, saving.Today));
        var all = ofOrders.Concat(ServiceDeltas.Of(saving.Tracked)).Concat(CaseDeltas.Of(saving.Tracked, saving.Today));
        foreach (var row in all.SelectMany(rows => rows.All))
            saving.Add(row);
    }

    /// <summary>Before is what the store holds: the original values of a row whose version the update checks.</summary>
    private static FigureRows OfOrder(EntityEntry entry, DateOnly today) =>
        (entry.Entity, entry.State) switch
        {
            (WorkOrder order, EntityState.Added) => FigureRows.Between(null, CountedOrder.Of(order), today),
            (WorkOrder order, EntityState.Modified) => FigureRows.Between(
                CountedOrder.Of((WorkOrder)entry.OriginalValues.ToObject()),
                CountedOrder.Of(order),
                today
            ),
            _ => FigureRows.None,
        };
}
