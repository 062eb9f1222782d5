using Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CaseAgentConfig : IEntityTypeConfiguration<CaseAgent>
{
    /// <summary>The names of all six items.</summary>
    public const int ItemsLength = 80;

    public void Configure(EntityTypeBuilder<CaseAgent> agent)
    {
        agent.ToTable("case_agents");
        agent.Property(a => a.Id).ValueGeneratedNever();
        agent.Property(a => a.Name).HasMaxLength(CaseAgent.NameMaxLength);
        agent.Property(a => a.IdentityKey).HasMaxLength(64);
        agent.Property(a => a.Phone).HasMaxLength(20);
        agent.Property(a => a.LicenceNumber).HasMaxLength(CaseAgent.LicenceMaxLength);
        agent.Property(a => a.Firm).HasMaxLength(CaseAgent.FirmMaxLength);
        agent.Property(a => a.Items).HasMaxLength(ItemsLength);
        agent.HasOne(a => a.Party).WithMany(p => p.Agents).HasForeignKey(a => a.PartyId).OnDelete(DeleteBehavior.Restrict);
        agent.HasIndex(a => a.IdentityKey);
        agent.HasIndex(a => a.Phone);
        agent.HasIndex(a => a.Name);
        agent.HasIndex(a => new { a.PartyId, a.Seat }).IsUnique().HasFilter("seat IS NOT NULL"); // two at most, whoever approves at once
        agent.HasIndex(a => a.EndsOn).HasFilter("ends_on IS NOT NULL AND ended_at IS NULL"); // authorities that end by the day
    }
}
