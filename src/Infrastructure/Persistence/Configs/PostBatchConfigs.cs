using Domain.DocumentService;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class PostBatchConfig : IEntityTypeConfiguration<PostBatch>
{
    public void Configure(EntityTypeBuilder<PostBatch> batch)
    {
        batch.ToTable("post_batches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.Property(b => b.Number).HasMaxLength(24);
        batch.Property(b => b.ByName).HasMaxLength(Staff.NameMaxLength);
        batch.HasIndex(b => new
        {
            b.DivisionId,
            b.At,
            b.Id,
        });
    }
}
