using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ServiceCertificateConfig : IEntityTypeConfiguration<ServiceCertificate>
{
    public void Configure(EntityTypeBuilder<ServiceCertificate> certificate)
    {
        certificate.ToTable("service_certificates");
        certificate.IsAggregate();
        certificate.Property(c => c.Number).HasMaxLength(ServiceCertificate.NumberMaxLength);
        certificate.Property(c => c.VerifyCode).HasMaxLength(12);
        certificate.Property(c => c.CourtName).HasMaxLength(Court.NameMaxLength);
        certificate.Property(c => c.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        certificate.Property(c => c.Cause).HasMaxLength(Case.CauseMaxLength);
        certificate.Property(c => c.Agents).HasMaxLength(CertifiedAgents.MaxLength);
        certificate.Property(c => c.SupersedesNumber).HasMaxLength(ServiceCertificate.NumberMaxLength);
        certificate.Property(c => c.Reason).HasMaxLength(60);
        certificate.Property(c => c.RecipientName).HasMaxLength(120);
        certificate.Property(c => c.ServiceHash).HasMaxLength(64);
        certificate.Property(c => c.Documents).IsJson();
        certificate.Property(c => c.Sha256).HasMaxLength(64);
        certificate.Property(c => c.IssuedByName).HasMaxLength(Staff.NameMaxLength);
        certificate.HasOne<Service>().WithMany().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate
            .HasIndex(c => new
            {
                c.ServiceId,
                c.Kind,
                c.Edition,
            })
            .IsUnique(); // whoever issues at the same moment gets the same one
        certificate.HasIndex(c => c.TaskId);
        certificate.HasIndex(c => new { c.IssuedAt, c.Id }); // both levels'
        certificate.HasIndex(c => new
        {
            c.CourtId,
            c.IssuedAt,
            c.Id,
        });
        certificate.HasIndex(c => new
        {
            c.CaseId,
            c.IssuedAt,
            c.Id,
        });
        certificate.HasIndex(c => c.Sha256); // the file sweep asks by it
    }
}
