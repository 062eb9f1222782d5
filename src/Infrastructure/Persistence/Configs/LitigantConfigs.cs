using Domain.DocumentService;
using Domain.Litigants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class LitigantConfig : IEntityTypeConfiguration<Litigant>
{
    public void Configure(EntityTypeBuilder<Litigant> litigant)
    {
        litigant.ToTable("litigants");
        litigant.IsAggregate();
        litigant.Property(l => l.Phone).HasMaxLength(20);
        litigant.Property(l => l.OpenId).HasMaxLength(64);
        litigant.Property(l => l.UnionId).HasMaxLength(64);
        litigant.Property(l => l.Name).HasMaxLength(Litigant.NameMaxLength);
        litigant.Property(l => l.IdentityKey).HasMaxLength(64);
        // Nulls may repeat; EF adds the filter that SQL Server needs for it.
        litigant.HasIndex(l => l.Phone).IsUnique();
        litigant.HasIndex(l => l.OpenId).IsUnique();
        litigant.HasIndex(l => l.IdentityKey).IsUnique();
    }
}

internal sealed class LitigantSessionConfig : IEntityTypeConfiguration<LitigantSession>
{
    public void Configure(EntityTypeBuilder<LitigantSession> session)
    {
        session.ToTable("litigant_sessions");
        session.IsAggregate();
        session.Property(s => s.Device).HasMaxLength(LitigantSession.DeviceMaxLength);
        session.Property(s => s.RefreshHash).HasMaxLength(64).IsConcurrencyToken(); // two refreshes at once: one wins
        session.Property(s => s.FormerRefreshHash).HasMaxLength(64);
        session.Property(s => s.RefreshSalt).HasMaxLength(64);
        session.HasIndex(s => s.LitigantId); // a person's devices
    }
}

internal sealed class SmsCodeConfig : IEntityTypeConfiguration<SmsCode>
{
    public void Configure(EntityTypeBuilder<SmsCode> code)
    {
        code.ToTable("sms_codes");
        code.Property(c => c.Id).ValueGeneratedNever();
        code.Property(c => c.Phone).HasMaxLength(ServiceAttempt.AddressMaxLength); // an e-mail address too
        code.Property(c => c.Purpose).HasMaxLength(SmsCode.PurposeMaxLength);
        code.Property(c => c.CodeHash).HasMaxLength(64);
        code.Property(c => c.Device).HasMaxLength(64);
        code.Property(c => c.Network).HasMaxLength(45); // an IPv6 address is as long at most
        code.Property(c => c.Challenge).HasMaxLength(64);
        code.HasIndex(c => c.Challenge).IsUnique(); // each is good once
        code.HasIndex(c => c.CreatedAt); // how many of the last hour
        code.Property(c => c.Tries).IsConcurrencyToken(); // tries at the same moment all count
        code.HasIndex(c => new { c.Phone, c.Sequence }).IsUnique(); // the newest, and one at a time
    }
}

internal sealed class KnownDeviceConfig : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> device)
    {
        device.ToTable("known_devices");
        device.HasKey(d => new { d.Address, d.Device });
        device.Property(d => d.Address).HasMaxLength(ServiceAttempt.AddressMaxLength);
        device.Property(d => d.Device).HasMaxLength(64);
    }
}
