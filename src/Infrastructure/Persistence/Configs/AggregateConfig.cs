using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal static class AggregateConfig
{
    /// <summary>What every aggregate's table has: its key, its version as the concurrency token, the newest hash of its trace.</summary>
    public static void IsAggregate<T>(this EntityTypeBuilder<T> entity)
        where T : Aggregate
    {
        entity.Property(a => a.Id).ValueGeneratedNever();
        entity.Property(a => a.Version).IsConcurrencyToken();
        entity.Property(a => a.TraceHash).HasMaxLength(64);
        entity.Ignore(a => a.Facts);
    }

    /// <summary>An aggregate with a clock: the sweep finds what is due by an index that holds nothing else.</summary>
    public static void IsSupervised<T>(this EntityTypeBuilder<T> entity)
        where T : Supervised
    {
        entity.IsAggregate();
        entity.Ignore(s => s.Limits);
        entity.Ignore(s => s.Subject);
        entity.HasIndex(s => s.NextStepAt).HasFilter("next_step_at IS NOT NULL");
    }
}
