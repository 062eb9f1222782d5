using Domain.Exports;
using Domain.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class FigureConfig : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> figure)
    {
        figure.ToTable("figures");
        // A range of days lies together, of a court without its divisions between, of a division without the others.
        figure.HasKey(f => new
        {
            f.Grain,
            f.Metric,
            f.CourtId,
            f.DivisionId,
            f.Day,
            f.OwnerId,
            f.Tag,
        });
        figure.Property(f => f.Grain).HasConversion<short>();
        figure.Property(f => f.Metric).HasConversion<short>();
        figure.Property(f => f.Tag).HasMaxLength(FigureKey.TagMaxLength);
    }
}

internal sealed class FigureDeltaConfig : IEntityTypeConfiguration<FigureDelta>
{
    public void Configure(EntityTypeBuilder<FigureDelta> delta)
    {
        delta.ToTable("figure_deltas");
        delta.Ignore(d => d.OrderId);
        delta.Property(d => d.Id).ValueGeneratedNever();
    }
}

internal sealed class FigureCarryConfig : IEntityTypeConfiguration<FigureCarry>
{
    public void Configure(EntityTypeBuilder<FigureCarry> carry)
    {
        carry.ToTable("figure_carries");
        carry.Property(c => c.Id).ValueGeneratedNever();
        carry.Property(c => c.Metric).HasConversion<short>();
        carry.Property(c => c.Tag).HasMaxLength(FigureKey.TagMaxLength);
        carry.Ignore(c => c.Change);
        carry.HasIndex(c => new
        {
            c.Metric,
            c.Day,
            c.CourtId,
        }); // what a list behind a figure shows beside what stands
        carry.HasIndex(c => new { c.SubjectId, c.Metric });
    }
}

internal sealed class ExportConfig : IEntityTypeConfiguration<Export>
{
    public void Configure(EntityTypeBuilder<Export> export)
    {
        export.ToTable("exports");
        export.IsAggregate();
        export.Property(e => e.StaffName).HasMaxLength(40);
        export.Property(e => e.StaffTitle).HasMaxLength(60);
        export.Property(e => e.Subject).HasMaxLength(Export.SubjectMaxLength);
        export.Property(e => e.Format).HasMaxLength(10);
        export.HasIndex(e => new { e.At, e.Id });
    }
}
