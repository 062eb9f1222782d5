using Domain.Attachments;
using Domain.Bindings;
using Domain.DocumentService;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Keys;
using Infrastructure.Numbers;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class AttachmentConfig : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Name).HasMaxLength(Attachment.NameMaxLength);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.Property(a => a.SubjectId).IsConcurrencyToken(); // sent once, and not removed while it is sent
        attachment.HasIndex(a => a.SubjectId);
        attachment.IsSealedWith(
            a => a.SubjectId,
            typeof(WorkOrder),
            typeof(ServiceTask),
            typeof(Service),
            typeof(CaseBinding),
            typeof(Submission)
        );
        attachment.HasIndex(a => new { a.UploadedById, a.UploadedAt }); // how many of a day
        attachment.HasIndex(a => a.Sha256); // may the bytes go when a row does?
    }
}

internal sealed class NumberBlockConfig : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> block)
    {
        block.ToTable("number_blocks");
        block.HasKey(b => new { b.Series, b.Day });
        block.Property(b => b.Series).HasMaxLength(4).HasDefaultValue("GZ");
        block.Property(b => b.Taken).IsConcurrencyToken();
    }
}

internal sealed class ProtectionKeyConfig : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("protection_keys");
        key.Property(k => k.Id).ValueGeneratedNever();
    }
}
