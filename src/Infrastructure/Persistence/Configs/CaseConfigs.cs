using Domain.Cases;
using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CaseConfig : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.ToTable(
            "cases",
            t =>
                t.HasCheckConstraint(
                    "ck_cases_closed_on",
                    "(state = 'Closed' AND closed_on IS NOT NULL) OR (state <> 'Closed' AND closed_on IS NULL)"
                )
        );
        @case.Property(c => c.Id).ValueGeneratedNever();
        @case.Property(c => c.Number).HasMaxLength(Case.NumberMaxLength);
        @case.Property(c => c.Cause).HasMaxLength(Case.CauseMaxLength);
        @case.HasIndex(c => c.Number).IsUnique();
        // With the id, for which somebody's cases are looked up: the cases themselves are not read.
        @case.HasIndex(c => new { c.JudgeId, c.Id });
        @case.HasIndex(c => new { c.ClerkId, c.Id });
        // Whoever enters something at the moment of an import is seen by it.
        @case.Property(c => c.Entered).HasConversion<int>().IsConcurrencyToken();
        @case.HasMany(c => c.Panel).WithOne().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
        // What the figures count: who saves at the same moment must look again, or a case would count twice.
        @case.Property(c => c.DivisionId).IsConcurrencyToken();
        @case.Property(c => c.JudgeId).IsConcurrencyToken();
        @case.Property(c => c.ClosedOn).IsConcurrencyToken();
        @case.HasIndex(c => new
        {
            c.DivisionId,
            c.FiledOn,
            c.Id,
        }); // what a division serves
        @case
            .HasIndex(c => new
            {
                c.DivisionId,
                c.NextOn,
                c.Id,
            })
            .HasFilter("closed_on IS NULL"); // a head's cases, by what comes next
        @case.HasOne<Court>().WithMany().HasForeignKey(c => c.CourtId).OnDelete(DeleteBehavior.Restrict);
        @case.HasOne<Division>().WithMany().HasForeignKey(c => c.DivisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PanelMemberConfig : IEntityTypeConfiguration<PanelMember>
{
    public void Configure(EntityTypeBuilder<PanelMember> member)
    {
        member.ToTable("panel_members");
        member.HasKey(m => new { m.CaseId, m.StaffId });
        member.HasIndex(m => new { m.StaffId, m.CaseId }); // the cases somebody sits on
    }
}

internal sealed class CasePartyConfig : IEntityTypeConfiguration<CaseParty>
{
    public void Configure(EntityTypeBuilder<CaseParty> party)
    {
        party.ToTable("case_parties");
        party.Property(p => p.Id).ValueGeneratedNever();
        party.Property(p => p.Name).HasMaxLength(100);
        party.Property(p => p.IdentityKey).HasMaxLength(64);
        party.Property(p => p.IdLastFour).HasMaxLength(4);
        party.Property(p => p.Phone).HasMaxLength(20);
        party.HasOne(p => p.Case).WithMany(c => c.Parties).HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        party.Property(p => p.ExternalId).HasMaxLength(60);
        party.Property(p => p.Entered).HasConversion<int>().IsConcurrencyToken();
        party.HasIndex(p => p.IdentityKey); // a litigant's own cases
        party.HasIndex(p => p.Phone); // a caller's cases
        party.HasIndex(p => p.Name); // case search on the phone; confirmations by its beginning
        party.HasIndex(p => p.IdLastFour); // the same by the last four of the ID number
    }
}
