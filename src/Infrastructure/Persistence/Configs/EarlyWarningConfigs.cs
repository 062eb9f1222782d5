using Domain.EarlyWarnings;
using Domain.Organisation;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class EarlyWarningConfig : IEntityTypeConfiguration<EarlyWarning>
{
    public void Configure(EntityTypeBuilder<EarlyWarning> warning)
    {
        warning.ToTable("early_warnings");
        warning.IsSupervised();
        warning.Property(w => w.Number).HasMaxLength(24);
        warning.Property(w => w.Description).HasMaxLength(EarlyWarning.TextMaxLength);
        warning.Property(w => w.RaisedByName).HasMaxLength(Staff.NameMaxLength);
        warning.Property(w => w.OwnerName).HasMaxLength(Staff.NameMaxLength);
        warning.Property(w => w.TakenByName).HasMaxLength(Staff.NameMaxLength);
        warning.PrimitiveCollection(w => w.Triggers).ElementType(e => e.HasConversion<string>().HasMaxLength(30));
        warning.HasMany(w => w.Entries).WithOne().HasForeignKey(e => e.EarlyWarningId).OnDelete(DeleteBehavior.Restrict);
        warning.HasOne<WorkOrder>().WithMany().HasForeignKey(w => w.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        warning.HasIndex(w => w.CallAgainAt).HasFilter("call_again_at IS NOT NULL"); // critical ones that nobody took
        warning.HasIndex(w => new
        {
            w.CourtId,
            w.RaisedAt,
            w.Id,
        }); // a court's list
        warning.HasIndex(w => new { w.RaisedAt, w.Id }); // both levels' list
        warning.HasIndex([nameof(EarlyWarning.RaisedAt), nameof(EarlyWarning.Id)], "ix_early_warnings_open").HasFilter("ended_at IS NULL"); // what is open
        warning.HasIndex(w => w.OwnerId);
        warning.HasIndex(w => new { w.RaisedById, w.RaisedAt }); // raised by me
        warning.HasIndex(w => w.WorkOrderId); // the mark on an order
    }
}

internal sealed class EarlyWarningEntryConfig : IEntityTypeConfiguration<EarlyWarningEntry>
{
    public void Configure(EntityTypeBuilder<EarlyWarningEntry> entry)
    {
        entry.ToTable("early_warning_entries");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.AuthorName).HasMaxLength(Staff.NameMaxLength);
        entry.Property(e => e.Text).HasMaxLength(EarlyWarning.TextMaxLength + 100);
        entry.HasIndex(e => new { e.EarlyWarningId, e.Position }).IsUnique();
        entry.HasIndex(e => e.AuthorId); // who did a step goes on seeing it
    }
}

internal sealed class WarningCandidateConfig : IEntityTypeConfiguration<WarningCandidate>
{
    public void Configure(EntityTypeBuilder<WarningCandidate> candidate)
    {
        candidate.ToTable("warning_candidates");
        candidate.IsAggregate();
        candidate.Property(c => c.Cause).HasMaxLength(WarningCandidate.CauseMaxLength);
        candidate.Property(c => c.Subject).HasMaxLength(WarningCandidate.CauseMaxLength);
        candidate.Property(c => c.DecidedByName).HasMaxLength(Staff.NameMaxLength);
        candidate.Property(c => c.Reason).HasMaxLength(EarlyWarning.ReasonMaxLength);
        candidate.HasOne<WorkOrder>().WithMany().HasForeignKey(c => c.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        candidate.HasIndex(c => c.Cause).IsUnique(); // each cause once, whoever screens
        candidate
            .HasIndex(c => new
            {
                c.CourtId,
                c.FoundAt,
                c.Id,
            })
            .HasFilter("decided_at IS NULL"); // the list to decide
        candidate.HasIndex(c => c.Subject).HasFilter("decided_at IS NULL");
    }
}

internal sealed class WarningWordListConfig : IEntityTypeConfiguration<WarningWordList>
{
    public void Configure(EntityTypeBuilder<WarningWordList> list)
    {
        list.ToTable("warning_word_lists");
        list.IsAggregate();
        list.Property(l => l.ChangedByName).HasMaxLength(Staff.NameMaxLength);
    }
}
