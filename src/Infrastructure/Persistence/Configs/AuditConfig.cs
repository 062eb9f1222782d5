using Domain.Auditing;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class AuditConfig : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> audit)
    {
        audit.ToTable("audit_entries");
        audit.Property(e => e.Id).ValueGeneratedNever();
        audit.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        audit.Property(e => e.By).HasConversion<string>().HasMaxLength(20);
        audit.Property(e => e.Name).HasMaxLength(Staff.NameMaxLength);
        audit.Property(e => e.Source).HasMaxLength(AuditEntry.SourceMaxLength);
        audit.Property(e => e.What).HasMaxLength(AuditEntry.WhatMaxLength);
        audit.Property(e => e.Text).HasMaxLength(AuditEntry.TextMaxLength);
        audit.Property(e => e.Refused).HasMaxLength(60);
        audit.HasIndex(e => new { e.At, e.Id });
        audit.HasIndex(e => new { e.ById, e.At });
        audit.HasIndex(e => new { e.SubjectId, e.At });
    }
}
