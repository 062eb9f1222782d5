using Domain.Shared;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal static class AggregateConfig
{
    /// <summary>What every aggregate's table has: its key, its version as the concurrency token, the newest hash of its trace.</summary>
    public static void IsAggregate<T>(this EntityTypeBuilder<T> entity) where T : Aggregate
    {
        entity.Property(a => a.Id).ValueGeneratedNever();
        entity.Property(a => a.Version).IsConcurrencyToken();
        entity.Property(a => a.TraceHash).HasMaxLength(64);
        entity.Ignore(a => a.Facts);
    }
}
