using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CityChangeConfig : IEntityTypeConfiguration<CityChange>
{
    public void Configure(EntityTypeBuilder<CityChange> change)
    {
        change.ToTable("city_changes");
        change.IsAggregate();
        change.Property(c => c.Wish).HasConversion(wish => wish.ToJson(), json => CityWish.Read(json));
        change.Property(c => c.What).HasMaxLength(Foreseen.WhatMaxLength);
        change.Property(c => c.Differences).IsJson();
        change.Property(c => c.Effect).HasMaxLength(Foreseen.EffectMaxLength);
        change.Property(c => c.Reason).HasMaxLength(CityChange.ReasonMaxLength);
        change.Property(c => c.AskedByName).HasMaxLength(Staff.NameMaxLength);
        change.Property(c => c.DecidedByName).HasMaxLength(Staff.NameMaxLength);
        change.Property(c => c.Outcome).HasMaxLength(CityChange.OutcomeMaxLength);
        change.HasIndex(c => c.State).HasFilter("ended_at IS NULL"); // what waits, and what was approved and is to be carried out
        change.HasIndex(c => new { c.EndedAt, c.Id }); // what was decided
    }
}
