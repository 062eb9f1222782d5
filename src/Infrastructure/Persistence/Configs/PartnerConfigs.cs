using Domain.Auditing;
using Domain.Organisation;
using Domain.Partners;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class PartnerConfig : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("partners");
        partner.IsAggregate();
        partner.Property(p => p.Name).HasMaxLength(Partner.NameMaxLength);
        partner.PrimitiveCollection(p => p.Scopes).ElementType(e => e.HasConversion<string>().HasMaxLength(30));
        partner.PrimitiveCollection(p => p.Addresses).ElementType(e => e.HasMaxLength(PartnerSettings.AddressMaxLength));
        partner.Ignore(p => p.Settings);
        partner.HasMany(p => p.Keys).WithOne().HasForeignKey(k => k.PartnerId).OnDelete(DeleteBehavior.Restrict);
        partner.HasOne<Court>().WithMany().HasForeignKey(p => p.CourtId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PartnerKeyConfig : IEntityTypeConfiguration<PartnerKey>
{
    public void Configure(EntityTypeBuilder<PartnerKey> key)
    {
        key.ToTable("partner_keys");
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Hash).HasMaxLength(64);
        key.Property(k => k.Hint).HasMaxLength(PartnerKey.HintMaxLength);
        key.Property(k => k.MadeByName).HasMaxLength(Staff.NameMaxLength);
        key.Property(k => k.EndedByName).HasMaxLength(Staff.NameMaxLength);
        key.HasIndex(k => k.Hash).IsUnique().HasFilter("ended_at IS NULL"); // whose certificate is it?
    }
}

internal sealed class PartnerCallConfig : IEntityTypeConfiguration<PartnerCall>
{
    public void Configure(EntityTypeBuilder<PartnerCall> call)
    {
        call.ToTable("partner_calls");
        call.Property(c => c.Id).ValueGeneratedNever();
        call.Property(c => c.Route).HasMaxLength(PartnerCall.RouteMaxLength);
        call.Property(c => c.Code).HasMaxLength(PartnerCall.CodeMaxLength);
        call.Property(c => c.Source).HasMaxLength(AuditEntry.SourceMaxLength);
        call.HasIndex(c => new
        {
            c.PartnerId,
            c.At,
            c.Id,
        });
        call.HasIndex(c => c.At); // those that are kept no longer
    }
}

internal sealed class PartnerOrderConfig : IEntityTypeConfiguration<PartnerOrder>
{
    public void Configure(EntityTypeBuilder<PartnerOrder> order)
    {
        order.ToTable("partner_orders");
        order.HasKey(o => new { o.PartnerId, o.Reference });
        order.Property(o => o.Reference).HasMaxLength(PartnerOrder.ReferenceMaxLength);
        order.Property(o => o.Sent).HasMaxLength(64);
        order.HasOne<Partner>().WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict);
        order.HasOne<WorkOrder>().WithMany().HasForeignKey(o => o.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        order.HasIndex(o => o.WorkOrderId).IsUnique();
    }
}
