using Domain.InboundMessages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ReplyCodeConfig : IEntityTypeConfiguration<ReplyCode>
{
    public void Configure(EntityTypeBuilder<ReplyCode> code)
    {
        code.ToTable("reply_codes");
        code.HasKey(c => new { c.StaffId, c.Code }); // never two orders' on one phone
        code.Property(c => c.Code).HasMaxLength(ReplyCode.Length).IsFixedLength();
        code.Property(c => c.Version).IsConcurrencyToken();
        code.HasIndex(c => new { c.StaffId, c.WorkOrderId }).IsUnique(); // and one for each order
        code.HasIndex(c => c.WorkOrderId);
    }
}

internal sealed class InboundSmsConfig : IEntityTypeConfiguration<InboundSms>
{
    public void Configure(EntityTypeBuilder<InboundSms> sms)
    {
        sms.ToTable("inbound_sms");
        sms.IsAggregate();
        sms.Property(s => s.Gateway).HasMaxLength(20);
        sms.Property(s => s.Sequence).HasMaxLength(InboundSms.SequenceMaxLength);
        sms.Property(s => s.From).HasMaxLength(20);
        sms.Property(s => s.Text).HasMaxLength(InboundSms.TextMaxLength);
        sms.Property(s => s.Extension).HasMaxLength(20);
        sms.Property(s => s.HandledByName).HasMaxLength(40);
        sms.HasIndex(s => new { s.Gateway, s.Sequence }).IsUnique(); // kept once
        sms.HasIndex(s => new { s.NotBefore, s.Id }).HasFilter("outcome = 'Waiting'"); // what the worker reads next
        sms.HasIndex(s => new { s.From, s.ReceivedAt }); // answered today?
        sms.HasIndex(s => new { s.ReceivedAt, s.Id }); // the list
        sms.HasIndex(s => new
        {
            s.CourtId,
            s.ReceivedAt,
            s.Id,
        }); // a court's
        sms.HasIndex(s => new
        {
            s.DivisionId,
            s.ReceivedAt,
            s.Id,
        }); // a division's
        sms.HasIndex(s => s.StaffId).HasFilter("handled_at IS NULL"); // asked already?
        sms.HasIndex(s => new { s.WorkOrderId, s.ReceivedAt }); // an order's
    }
}
