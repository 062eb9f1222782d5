using Domain.Litigants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class AgreementConfig : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("agreements");
        agreement.Property(a => a.Id).ValueGeneratedNever();
        agreement.Property(a => a.Title).HasMaxLength(Agreement.TitleMaxLength);
        agreement.HasIndex(a => new { a.Kind, a.Version }).IsUnique();
    }
}

internal sealed class AgreementConsentConfig : IEntityTypeConfiguration<AgreementConsent>
{
    public void Configure(EntityTypeBuilder<AgreementConsent> consent)
    {
        consent.ToTable("agreement_consents");
        consent.Property(c => c.Id).ValueGeneratedNever();
        consent.HasIndex(c => new { c.LitigantId, c.AgreementId }).IsUnique();
    }
}
