using Domain.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class UploadConfig : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.Name).HasMaxLength(Domain.Attachments.Attachment.NameMaxLength);
        upload.Property(u => u.Purpose).HasMaxLength(Upload.PurposeMaxLength);
        upload.Property(u => u.DeclaredSha256).HasMaxLength(64);
        upload.Property(u => u.Sha256).HasMaxLength(64);
        upload.Property(u => u.RefusalCode).HasMaxLength(100);
        upload.Property(u => u.RefusalWords).HasMaxLength(500);
        upload.HasIndex(u => u.OwnerId); // the quota of a person
        upload.HasIndex(u => new { u.State, u.ExpiresAt }); // what is to be completed
        upload.HasIndex(u => u.ExpiresAt); // what is over
    }
}
