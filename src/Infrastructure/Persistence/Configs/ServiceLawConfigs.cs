using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ServiceEvidenceConfig : IEntityTypeConfiguration<ServiceEvidence>
{
    public void Configure(EntityTypeBuilder<ServiceEvidence> evidence)
    {
        evidence.ToTable("service_evidence");
        evidence.Property(e => e.Id).ValueGeneratedNever();
        evidence.IsSealedWith(e => e.ServiceId, typeof(Service));
        evidence.Property(e => e.Kind).HasMaxLength(60);
        evidence.Property(e => e.Words).HasMaxLength(ServiceTask.ReasonMaxLength + 40);
        evidence.Property(e => e.AddedByName).HasMaxLength(Staff.NameMaxLength);
        evidence.HasOne<Service>().WithMany().HasForeignKey(e => e.ServiceId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasOne<Attachment>().WithMany().HasForeignKey(e => e.AttachmentId).OnDelete(DeleteBehavior.Restrict);
        evidence.HasIndex(e => e.ServiceId);
    }
}

internal sealed class EffectiveJudgmentConfig : IEntityTypeConfiguration<EffectiveJudgment>
{
    private const string Decided = "decided_at IS NOT NULL";

    public void Configure(EntityTypeBuilder<EffectiveJudgment> judgment)
    {
        judgment.ToTable("effective_judgments");
        judgment.IsAggregate();
        judgment.Property(j => j.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        judgment.Property(j => j.SourceSha256).HasMaxLength(64);
        judgment.Property(j => j.Title).HasMaxLength(ServiceTask.TitleMaxLength);
        judgment.Property(j => j.Notes).HasMaxLength(ServiceTask.ReasonMaxLength);
        judgment.Property(j => j.DecidedByName).HasMaxLength(Staff.NameMaxLength);
        judgment.HasOne<Case>().WithMany().HasForeignKey(j => j.CaseId).OnDelete(DeleteBehavior.Restrict);
        judgment.HasIndex(j => new { j.CaseId, j.SourceSha256 }).IsUnique();
        // Open ones by their day, decided ones by when: of a division, of a court, of both levels.
        judgment.HasIndex(j => new
        {
            j.DivisionId,
            j.Decision,
            j.ProposedOn,
            j.Id,
        });
        judgment.HasIndex(j => new
        {
            j.CourtId,
            j.Decision,
            j.ProposedOn,
            j.Id,
        });
        judgment.HasIndex(j => new
        {
            j.Decision,
            j.ProposedOn,
            j.Id,
        });
        judgment
            .HasIndex(j => new
            {
                j.DivisionId,
                j.DecidedAt,
                j.Id,
            })
            .HasFilter(Decided);
        judgment
            .HasIndex(j => new
            {
                j.CourtId,
                j.DecidedAt,
                j.Id,
            })
            .HasFilter(Decided);
        judgment.HasIndex(j => new { j.DecidedAt, j.Id }).HasFilter(Decided);
    }
}

internal sealed class JudgmentTouchConfig : IEntityTypeConfiguration<JudgmentTouch>
{
    public void Configure(EntityTypeBuilder<JudgmentTouch> touch)
    {
        touch.ToTable("judgment_touches");
        touch.Property(t => t.Id).ValueGeneratedNever();
    }
}
