using Domain.Attachments;
using Domain.Bindings;
using Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CaseBindingConfig : IEntityTypeConfiguration<CaseBinding>
{
    private const string Open = "closed_at IS NULL";

    public void Configure(EntityTypeBuilder<CaseBinding> binding)
    {
        binding.ToTable("case_bindings");
        binding.IsHandled();
        binding.Property(b => b.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        binding.Property(b => b.PartyName).HasMaxLength(CaseAgent.NameMaxLength);
        binding.Property(b => b.AgentName).HasMaxLength(CaseAgent.NameMaxLength);
        binding.Property(b => b.AgentPhone).HasMaxLength(20);
        binding.Property(b => b.IdentityKey).HasMaxLength(64);
        binding.Property(b => b.LicenceNumber).HasMaxLength(CaseAgent.LicenceMaxLength);
        binding.Property(b => b.Firm).HasMaxLength(CaseAgent.FirmMaxLength);
        binding.Property(b => b.LicenceFirm).HasMaxLength(CaseAgent.FirmMaxLength);
        binding.Property(b => b.Items).HasMaxLength(CaseAgentConfig.ItemsLength);
        binding.Property(b => b.BoundItems).HasMaxLength(CaseAgentConfig.ItemsLength);
        binding.HasMany(b => b.Entries).WithOne().HasForeignKey(e => e.CaseBindingId).OnDelete(DeleteBehavior.Restrict);
        binding.HasMany(b => b.Papers).WithOne().HasForeignKey(p => p.CaseBindingId).OnDelete(DeleteBehavior.Restrict);
        binding.HasOne<Case>().WithMany().HasForeignKey(b => b.CaseId).OnDelete(DeleteBehavior.Restrict);
        binding.HasOne<CaseParty>().WithMany().HasForeignKey(b => b.PartyId).OnDelete(DeleteBehavior.Restrict);
        binding.HasOne<CaseAgent>().WithMany().HasForeignKey(b => b.AgentId).OnDelete(DeleteBehavior.Restrict);
        binding.HasIndex(b => b.Number).IsUnique();
        binding.HasIndex(b => b.AgentId).HasFilter("agent_id IS NOT NULL"); // what binds an agent
        binding.HasIndex(b => b.PartyId).HasFilter("party_id IS NOT NULL"); // whom a party has authorised
        binding.HasIndex(b => new
        {
            b.IdentityKey,
            b.AskedAt,
            b.Id,
        }); // a person's own
        binding.HasIndex(b => new { b.LitigantId, b.AskedAt }); // how many today
        binding
            .HasIndex(b => new
            {
                b.OwnerId,
                b.DueAt,
                b.Id,
            })
            .HasFilter(Open); // a judge's
        binding.HasIndex(b => b.CaseId).HasFilter(Open); // of the cases that somebody sits on
        binding
            .HasIndex(b => new
            {
                b.DivisionId,
                b.DueAt,
                b.Id,
            })
            .HasFilter(Open);
        binding
            .HasIndex(b => new
            {
                b.CourtId,
                b.DueAt,
                b.Id,
            })
            .HasFilter(Open);
        binding.HasIndex([nameof(CaseBinding.DueAt), nameof(CaseBinding.Id)], "ix_case_bindings_open").HasFilter(Open);
        binding.HasIndex(b => new { b.ClosedAt, b.Id }).HasFilter("closed_at IS NOT NULL"); // decided, the newest first
        binding.HasIndex(b => b.SupplementBy).HasFilter("supplement_by IS NOT NULL"); // whose last day has passed
    }
}

internal sealed class CaseBindingEntryConfig : IEntityTypeConfiguration<CaseBindingEntry>
{
    public void Configure(EntityTypeBuilder<CaseBindingEntry> entry)
    {
        entry.ToTable("case_binding_entries");
        entry.IsHandledEntry();
        entry.HasIndex(e => new { e.CaseBindingId, e.At });
    }
}

internal sealed class BindingPaperConfig : IEntityTypeConfiguration<BindingPaper>
{
    public void Configure(EntityTypeBuilder<BindingPaper> paper)
    {
        paper.ToTable("binding_papers");
        paper.HasKey(p => new { p.CaseBindingId, p.AttachmentId });
        paper.HasOne<Attachment>().WithMany().HasForeignKey(p => p.AttachmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
