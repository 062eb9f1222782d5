using Domain.DocumentService;
using Domain.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Figures;

/// <summary>What a save adds to the figures of services. An attempt is changed through its service, which is tracked then.</summary>
internal static class ServiceDeltas
{
    public static IEnumerable<FigureRows> Of(IReadOnlyCollection<EntityEntry> entries)
    {
        var attempts = entries
            .Where(e => e.Entity is ServiceAttempt && e.State is EntityState.Added or EntityState.Modified)
            .ToLookup(e => ((ServiceAttempt)e.Entity).ServiceId);
        foreach (var entry in entries)
        {
            if (
                entry.Entity is not Service service
                || (entry.State is not (EntityState.Added or EntityState.Modified) && !attempts.Contains(service.Id))
            )
                continue;
            var before = entry.State switch
            {
                EntityState.Added => null,
                EntityState.Modified => CountedService.Of((Service)entry.OriginalValues.ToObject()),
                _ => CountedService.Of(service),
            };
            var changed = attempts[service.Id]
                .Select(a =>
                    (
                        a.State == EntityState.Added ? null : CountedAttempt.Of((ServiceAttempt)a.OriginalValues.ToObject()),
                        CountedAttempt.Of((ServiceAttempt)a.Entity)
                    )
                );
            yield return FigureRows.Between(before, CountedService.Of(service), changed);
        }
    }
}
