using Domain.Cases;
using Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ReadingRequestConfig : IEntityTypeConfiguration<ReadingRequest>
{
    private const string Open = "closed_at IS NULL";

    public void Configure(EntityTypeBuilder<ReadingRequest> request)
    {
        request.ToTable("reading_requests");
        request.IsHandled();
        request.Property(r => r.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        request.Property(r => r.ReaderName).HasMaxLength(CaseAgent.NameMaxLength);
        request.Property(r => r.ReaderPhone).HasMaxLength(20);
        request.Property(r => r.ReaderMark).HasMaxLength(ReadingRequest.MarkMaxLength);
        request.Property(r => r.ReaderRole).HasMaxLength(20);
        request.Property(r => r.IdentityKey).HasMaxLength(64);
        request.Property(r => r.Purpose).HasMaxLength(ReadingRequest.PurposeMaxLength);
        request.Property(r => r.SignedVersion).HasMaxLength(ReadingRequest.VersionMaxLength);
        request.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.ReadingRequestId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.ReadingRequestId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<CaseParty>().WithMany().HasForeignKey(r => r.PartyId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<CaseAgent>().WithMany().HasForeignKey(r => r.AgentId).OnDelete(DeleteBehavior.Restrict);
        request.HasIndex(r => r.Number).IsUnique();
        request.HasIndex(r => new
        {
            r.IdentityKey,
            r.AskedAt,
            r.Id,
        }); // a person's own
        request.HasIndex(r => new { r.LitigantId, r.AskedAt }); // how many today
        request.HasIndex(r => new
        {
            r.CaseId,
            r.AskedAt,
            r.Id,
        }); // of a case, and of the cases that somebody sits on
        request
            .HasIndex(r => new
            {
                r.OwnerId,
                r.DueAt,
                r.Id,
            })
            .HasFilter(Open);
        request
            .HasIndex(r => new
            {
                r.DivisionId,
                r.DueAt,
                r.Id,
            })
            .HasFilter(Open);
        request
            .HasIndex(r => new
            {
                r.CourtId,
                r.DueAt,
                r.Id,
            })
            .HasFilter(Open);
        request.HasIndex([nameof(ReadingRequest.DueAt), nameof(ReadingRequest.Id)], "ix_reading_requests_open").HasFilter(Open);
        request.HasIndex(r => new { r.ClosedAt, r.Id }).HasFilter("closed_at IS NOT NULL"); // decided, the newest first
        request.HasIndex(r => new { r.Until, r.Id }).HasFilter("state = 'Open'"); // what is read now, and what ends
    }
}

internal sealed class ReadingRequestEntryConfig : IEntityTypeConfiguration<ReadingRequestEntry>
{
    public void Configure(EntityTypeBuilder<ReadingRequestEntry> entry)
    {
        entry.ToTable("reading_request_entries");
        entry.IsHandledEntry();
        entry.HasIndex(e => new { e.ReadingRequestId, e.At });
    }
}

internal sealed class ReadingFileConfig : IEntityTypeConfiguration<ReadingFile>
{
    public void Configure(EntityTypeBuilder<ReadingFile> file)
    {
        file.ToTable("reading_files");
        file.HasKey(f => new { f.ReadingRequestId, f.CaseFileId });
        file.Property(f => f.FileHash).HasMaxLength(64);
        file.HasOne<CaseFile>().WithMany().HasForeignKey(f => f.CaseFileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReadPageConfig : IEntityTypeConfiguration<ReadPage>
{
    public void Configure(EntityTypeBuilder<ReadPage> page)
    {
        page.ToTable("read_pages");
        page.HasKey(p => new
        {
            p.ReadingRequestId,
            p.CaseFileId,
            p.Page,
            p.At,
            p.Address,
            p.Device,
        });
        page.Property(p => p.Address).HasMaxLength(ReadPage.AddressMaxLength);
        page.Property(p => p.Device).HasMaxLength(ReadPage.DeviceMaxLength);
        page.HasOne<ReadingRequest>().WithMany().HasForeignKey(p => p.ReadingRequestId).OnDelete(DeleteBehavior.Restrict);
        page.HasIndex(p => new { p.ReadingRequestId, p.At }); // the newest first
    }
}

internal sealed class MaskedFileConfig : IEntityTypeConfiguration<MaskedFile>
{
    public void Configure(EntityTypeBuilder<MaskedFile> file)
    {
        file.ToTable("masked_files");
        file.HasKey(f => f.FileHash);
        file.Property(f => f.FileHash).HasMaxLength(64);
    }
}

internal sealed class PageMaskConfig : IEntityTypeConfiguration<PageMask>
{
    public void Configure(EntityTypeBuilder<PageMask> mask)
    {
        mask.ToTable("page_masks");
        mask.HasKey(m => new
        {
            m.FileHash,
            m.Page,
            m.Number,
        });
        mask.Property(m => m.FileHash).HasMaxLength(64);
        mask.HasOne<MaskedFile>().WithMany().HasForeignKey(m => m.FileHash);
    }
}
