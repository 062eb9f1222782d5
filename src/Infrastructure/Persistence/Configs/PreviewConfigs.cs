using Domain.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class FilePreviewConfig : IEntityTypeConfiguration<FilePreview>
{
    public void Configure(EntityTypeBuilder<FilePreview> preview)
    {
        preview.ToTable("file_previews");
        preview.HasKey(p => p.FileHash);
        preview.Property(p => p.FileHash).HasMaxLength(64);
        preview.Property(p => p.ContentType).HasMaxLength(100);
        preview.Property(p => p.Reason).HasMaxLength(PreviewFailures.MaxLength);
        preview.HasIndex(p => new { p.IsMedia, p.CreatedAt }).HasFilter("state IN ('Waiting', 'Making')"); // what workers take up
    }
}

internal sealed class PreviewPartConfig : IEntityTypeConfiguration<PreviewPart>
{
    public void Configure(EntityTypeBuilder<PreviewPart> part)
    {
        part.ToTable("preview_parts");
        part.HasKey(p => new
        {
            p.FileHash,
            p.Kind,
            p.Number,
        });
        part.Property(p => p.FileHash).HasMaxLength(64);
        part.Property(p => p.StoredHash).HasMaxLength(64);
        part.Property(p => p.ContentType).HasMaxLength(100);
        part.HasOne<FilePreview>().WithMany().HasForeignKey(p => p.FileHash);
        part.HasIndex(p => p.StoredHash); // the sweep asks whether a file is named
    }
}
