using Domain.DocumentService;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ServiceVisitConfig : IEntityTypeConfiguration<ServiceVisit>
{
    public void Configure(EntityTypeBuilder<ServiceVisit> visit)
    {
        visit.ToTable("service_visits");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.TokenHash).HasMaxLength(64);
        visit.Property(v => v.Address).HasMaxLength(ServiceAttempt.AddressMaxLength);
        visit.HasOne<Service>().WithMany().HasForeignKey(v => v.ServiceId).OnDelete(DeleteBehavior.Restrict);
        visit.HasIndex(v => v.TokenHash).IsUnique();
    }
}
