using Domain.Shared;
using Infrastructure.Tracing;
using Infrastructure.Tracing.Anchors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class TraceRowConfig : IEntityTypeConfiguration<TraceRow>
{
    public void Configure(EntityTypeBuilder<TraceRow> row)
    {
        row.ToTable("trace");
        row.HasKey(r => new { r.SubjectId, r.Sequence });
        row.Property(r => r.Sequence).ValueGeneratedNever();
        row.Property(r => r.Kind).HasMaxLength(30);
        row.Property(r => r.ActorName).HasMaxLength(40);
        row.Property(r => r.ContentHash).HasMaxLength(64);
        row.Property(r => r.KeyId).HasMaxLength(TraceKeys.IdMaxLength);
        row.Property(r => r.PreviousHash).HasMaxLength(64);
        row.Property(r => r.Hash).HasMaxLength(64);
    }
}

internal sealed class UnanchoredHeadConfig : IEntityTypeConfiguration<UnanchoredHead>
{
    public void Configure(EntityTypeBuilder<UnanchoredHead> head)
    {
        head.ToTable("unanchored_heads");
        head.HasKey(h => new { h.SubjectId, h.Sequence });
        head.Property(h => h.Sequence).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(64);
        head.Property(h => h.Table).HasMaxLength(40);
        head.Property(h => h.Name).HasMaxLength(UnanchoredHead.NameMaxLength);
    }
}

internal sealed class AnchorConfig : IEntityTypeConfiguration<Anchor>
{
    public void Configure(EntityTypeBuilder<Anchor> anchor)
    {
        anchor.ToTable("anchors");
        anchor.HasKey(a => a.Number);
        anchor.Property(a => a.Number).ValueGeneratedNever();
        anchor.Property(a => a.Hash).HasMaxLength(64);
        anchor.HasIndex(a => a.Number).HasFilter("stamped_at IS NULL").HasDatabaseName("ix_anchors_unstamped");
    }
}
