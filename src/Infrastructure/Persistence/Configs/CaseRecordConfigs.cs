using Domain.Cases;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CaseRecordConfig : IEntityTypeConfiguration<CaseRecord>
{
    public void Configure(EntityTypeBuilder<CaseRecord> record)
    {
        record.ToTable("case_records");
        record.IsAggregate();
        record.Property(r => r.Digest).HasMaxLength(64);
        record.HasOne<Case>().WithOne().HasForeignKey<CaseRecord>(r => r.Id).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseConflictConfig : IEntityTypeConfiguration<CaseConflict>
{
    public void Configure(EntityTypeBuilder<CaseConflict> conflict)
    {
        conflict.ToTable("case_conflicts");
        conflict.IsAggregate();
        conflict.Property(c => c.Ours).HasMaxLength(CaseConflict.ValueMaxLength);
        conflict.Property(c => c.Theirs).HasMaxLength(CaseConflict.ValueMaxLength);
        conflict.Property(c => c.DecidedByName).HasMaxLength(Staff.NameMaxLength);
        conflict.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        conflict.HasIndex(c => new { c.ArisenAt, c.Id }).HasFilter("state = 'Open'"); // the clerks' list
    }
}

internal sealed class NodePushConfig : IEntityTypeConfiguration<NodePush>
{
    public void Configure(EntityTypeBuilder<NodePush> push)
    {
        push.ToTable("node_pushes");
        push.IsAggregate();
        push.Property(p => p.ChangedByName).HasMaxLength(Staff.NameMaxLength);
        push.HasIndex(p => new { p.CourtId, p.Kind }).IsUnique();
    }
}

internal sealed class CaseHearingConfig : IEntityTypeConfiguration<CaseHearing>
{
    public void Configure(EntityTypeBuilder<CaseHearing> hearing)
    {
        hearing.ToTable("case_hearings");
        hearing.Property(h => h.Id).ValueGeneratedNever();
        hearing.Property(h => h.ExternalId).HasMaxLength(60);
        hearing.Property(h => h.Room).HasMaxLength(CaseHearing.PlaceMaxLength);
        hearing.Property(h => h.Address).HasMaxLength(CaseHearing.PlaceMaxLength);
        hearing.Property(h => h.VideoLink).HasMaxLength(CaseHearing.LinkMaxLength);
        hearing.HasOne<Case>().WithMany(c => c.Hearings).HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
        hearing.HasIndex(h => new { h.CaseId, h.StartsAt });
    }
}

internal sealed class CaseLimitConfig : IEntityTypeConfiguration<CaseLimit>
{
    public void Configure(EntityTypeBuilder<CaseLimit> limit)
    {
        limit.ToTable("case_limits");
        limit.Property(l => l.Id).ValueGeneratedNever();
        limit.Property(l => l.ExternalId).HasMaxLength(60);
        limit.Property(l => l.Rule).HasMaxLength(CaseLimit.RuleMaxLength);
        limit.HasOne<Case>().WithMany(c => c.Limits).HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CaseNodeConfig : IEntityTypeConfiguration<CaseNode>
{
    public void Configure(EntityTypeBuilder<CaseNode> node)
    {
        node.ToTable("case_nodes");
        node.Property(n => n.Id).ValueGeneratedNever();
        node.Property(n => n.ExternalId).HasMaxLength(60);
        node.Property(n => n.Words).HasMaxLength(CaseNode.WordsMaxLength);
        node.HasOne<Case>().WithMany(c => c.Nodes).HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        node.HasIndex(n => new { n.CaseId, n.At });
    }
}

internal sealed class CaseFileConfig : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.ToTable("case_files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.ExternalId).HasMaxLength(60);
        file.Property(f => f.Title).HasMaxLength(CaseFile.TitleMaxLength);
        file.Property(f => f.ExpectedHash).HasMaxLength(64);
        file.Property(f => f.Sha256).HasMaxLength(64).IsConcurrencyToken(); // the PDF may arrive while a record names another one
        file.HasIndex(f => f.ExpectedHash).HasFilter("sha256 = '' AND expected_hash <> ''"); // whom a PDF is waited for by
        file.HasOne<Case>().WithMany(c => c.Files).HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new
        {
            f.CaseId,
            f.Volume,
            f.Position,
        });
        file.HasIndex(f => f.Sha256); // whether a stored file is still somebody's
    }
}

internal sealed class CaseFeeConfig : IEntityTypeConfiguration<CaseFee>
{
    public void Configure(EntityTypeBuilder<CaseFee> fee)
    {
        fee.ToTable("case_fees");
        fee.Property(f => f.Id).ValueGeneratedNever();
        fee.Property(f => f.ExternalId).HasMaxLength(60);
        fee.Property(f => f.Paid).HasPrecision(13, 2);
        fee.Property(f => f.Claimed).HasPrecision(13, 2);
        fee.Property(f => f.Borne).HasPrecision(13, 2);
        fee.Property(f => f.Returned).HasPrecision(13, 2);
        fee.HasOne<Case>().WithMany(c => c.Fees).HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Restrict);
        fee.HasIndex(f => f.CaseId);
    }
}

internal sealed class ArrivedFileConfig : IEntityTypeConfiguration<ArrivedFile>
{
    public void Configure(EntityTypeBuilder<ArrivedFile> file)
    {
        file.ToTable("arrived_files");
        file.HasKey(f => f.Sha256);
        file.Property(f => f.Sha256).HasMaxLength(64);
    }
}

internal sealed class WithheldCaseConfig : IEntityTypeConfiguration<WithheldCase>
{
    public void Configure(EntityTypeBuilder<WithheldCase> withheld)
    {
        withheld.ToTable("withheld_cases");
        withheld.HasKey(w => w.Key);
        withheld.Property(w => w.Key).HasMaxLength(64);
    }
}

internal sealed class CaseImportConfig : IEntityTypeConfiguration<CaseImport>
{
    public void Configure(EntityTypeBuilder<CaseImport> import)
    {
        import.ToTable("case_imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.Name).HasMaxLength(CaseImport.NameMaxLength);
        import.Property(i => i.Failure).HasMaxLength(CaseImport.FailureMaxLength);
        import.HasIndex(i => new { i.BegunAt, i.Id });
    }
}

internal sealed class CaseImportFaultConfig : IEntityTypeConfiguration<CaseImportFault>
{
    public void Configure(EntityTypeBuilder<CaseImportFault> fault)
    {
        fault.ToTable("case_import_faults");
        fault.HasKey(f => new { f.ImportId, f.Line });
        fault.Property(f => f.Number).HasMaxLength(Case.NumberMaxLength);
        fault.Property(f => f.Code).HasMaxLength(40);
        fault.Property(f => f.Words).HasMaxLength(CaseImportFault.WordsMaxLength);
        fault.HasOne<CaseImport>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
