using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class FallbackPlanConfig : IEntityTypeConfiguration<FallbackPlan>
{
    public void Configure(EntityTypeBuilder<FallbackPlan> plan)
    {
        plan.ToTable("fallback_plans");
        plan.IsAggregate();
        plan.Property(p => p.Steps).IsJson();
        plan.Property(p => p.Reason).HasMaxLength(FallbackPlan.ReasonMaxLength);
        plan.Property(p => p.ChangedByName).HasMaxLength(Staff.NameMaxLength);
        plan.HasOne<Court>().WithMany().HasForeignKey(p => p.CourtId).OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => new { p.CourtId, p.Kind }).IsUnique(); // one of a kind, also when two are set at once
    }
}

internal sealed class ServiceDutyConfig : IEntityTypeConfiguration<ServiceDuty>
{
    public void Configure(EntityTypeBuilder<ServiceDuty> duty)
    {
        duty.ToTable("service_duties");
        duty.IsSupervised();
        duty.Property(d => d.TaskNumber).HasMaxLength(24);
        duty.Property(d => d.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        duty.Property(d => d.ClerkName).HasMaxLength(Staff.NameMaxLength);
        duty.Property(d => d.RecipientName).HasMaxLength(120);
        duty.Property(d => d.RecipientRole).HasMaxLength(30);
        duty.Property(d => d.DocumentTitles).HasMaxLength(ServiceTask.TitlesMaxLength);
        duty.Property(d => d.Tried).HasMaxLength(ServiceDuty.TriedMaxLength);
        duty.Property(d => d.EndedBy).HasMaxLength(40);
        duty.HasOne<Service>().WithMany().HasForeignKey(d => d.ServiceId).OnDelete(DeleteBehavior.Restrict);
        duty.HasIndex(d => d.ServiceId).IsUnique().HasFilter("ended_at IS NULL"); // one open for a service
        duty.HasIndex(d => new
        {
            d.DivisionId,
            d.EndedAt,
            d.DueAt,
            d.Id,
        }); // the division's list
        duty.HasIndex(d => new
        {
            d.ClerkId,
            d.EndedAt,
            d.DueAt,
            d.Id,
        }); // mine
        duty.HasIndex(d => new
        {
            d.CourtId,
            d.EndedAt,
            d.DueAt,
            d.Id,
        }); // the court's
    }
}
