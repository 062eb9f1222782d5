using Domain.Contacts;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class PublishedContactConfig : IEntityTypeConfiguration<PublishedContact>
{
    public void Configure(EntityTypeBuilder<PublishedContact> contact)
    {
        contact.ToTable("published_contacts");
        contact.IsAggregate();
        contact.Property(c => c.Post).HasMaxLength(20);
        contact.Property(c => c.Name).HasMaxLength(Staff.NameMaxLength);
        contact.Property(c => c.OfficePhone).HasMaxLength(20);
        contact.Property(c => c.Mobile).HasMaxLength(20);
        contact.Property(c => c.PublishedByName).HasMaxLength(Staff.NameMaxLength);
        contact.HasOne<Division>().WithMany().HasForeignKey(c => c.DivisionId).OnDelete(DeleteBehavior.Restrict);
        contact.HasIndex(c => c.DivisionId).IsUnique().HasFilter("withdrawn_at IS NULL"); // one officer is shown for a division
        contact.HasIndex(c => new { c.DivisionId, c.PublishedAt }); // what was published when
    }
}

internal sealed class ContactChangeConfig : IEntityTypeConfiguration<ContactChange>
{
    public void Configure(EntityTypeBuilder<ContactChange> change)
    {
        change.ToTable("contact_changes");
        change.IsSupervised();
        change.Property(c => c.DivisionName).HasMaxLength(Court.NameMaxLength);
        change.Property(c => c.StaffName).HasMaxLength(Staff.NameMaxLength);
        change.Property(c => c.Mobile).HasMaxLength(20);
        change.Property(c => c.OfficePhone).HasMaxLength(20);
        change.Property(c => c.ReportedByName).HasMaxLength(Staff.NameMaxLength);
        change.Property(c => c.EndedByName).HasMaxLength(Staff.NameMaxLength);
        change.Property(c => c.Reason).HasMaxLength(ContactChange.ReasonMaxLength);
        change.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new
        {
            c.CourtId,
            c.ReportedAt,
            c.Id,
        });
        change.HasIndex(c => c.StaffId);
        change.HasIndex(c => c.ReportedById);
    }
}

internal sealed class ContactGapConfig : IEntityTypeConfiguration<ContactGap>
{
    public void Configure(EntityTypeBuilder<ContactGap> gap)
    {
        gap.ToTable("contact_gaps");
        gap.IsSupervised();
        gap.Property(g => g.DivisionName).HasMaxLength(Court.NameMaxLength);
        gap.HasIndex(g => g.DivisionId).IsUnique().HasFilter("closed_at IS NULL"); // one open item for a division
        gap.HasIndex(g => g.CourtId);
    }
}
