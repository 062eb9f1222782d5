using Domain.Cases;
using Domain.Organisation;
using Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class EffectCertificateConfig : IEntityTypeConfiguration<EffectCertificate>
{
    public void Configure(EntityTypeBuilder<EffectCertificate> certificate)
    {
        certificate.ToTable("effect_certificates");
        certificate.IsAggregate();
        certificate.Property(c => c.Number).HasMaxLength(EffectCertificate.NumberMaxLength);
        certificate.Property(c => c.VerifyCode).HasMaxLength(12);
        certificate.Property(c => c.CourtName).HasMaxLength(Court.NameMaxLength);
        certificate.Property(c => c.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        certificate.Property(c => c.Cause).HasMaxLength(Case.CauseMaxLength);
        certificate.Property(c => c.DocumentTitle).HasMaxLength(200);
        certificate.Property(c => c.Lines).IsJson();
        certificate.Property(c => c.Sha256).HasMaxLength(64);
        certificate.Property(c => c.IssuedByName).HasMaxLength(Staff.NameMaxLength);
        certificate.HasOne<Submission>().WithMany().HasForeignKey(c => c.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => c.SubmissionId).IsUnique(); // whoever issues at the same moment issues one
        certificate.HasIndex(c => c.Sha256); // the file sweep asks by it
    }
}
