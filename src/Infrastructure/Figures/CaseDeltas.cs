using Domain.Cases;
using Domain.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Figures;

/// <summary>What a save adds to the figures of cases.</summary>
internal static class CaseDeltas
{
    public static IEnumerable<FigureRows> Of(IReadOnlyCollection<EntityEntry> entries, DateOnly today)
    {
        foreach (var entry in entries)
        {
            if (entry is not { Entity: Case @case, State: EntityState.Added or EntityState.Modified })
                continue;
            var before = entry.State == EntityState.Added ? null : CountedCase.Of((Case)entry.OriginalValues.ToObject());
            yield return FigureRows.Between(before, CountedCase.Of(@case), today);
        }
    }
}
