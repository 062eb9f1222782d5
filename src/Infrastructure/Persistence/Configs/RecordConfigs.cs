using System.Text.Json;
using Domain.Attachments;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Keys;
using Infrastructure.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class TraceRowConfig : IEntityTypeConfiguration<TraceRow>
{
    public void Configure(EntityTypeBuilder<TraceRow> row)
    {
        row.ToTable("trace");
        row.HasKey(r => new { r.SubjectId, r.Sequence });
        row.Property(r => r.Sequence).ValueGeneratedNever();
        row.Property(r => r.Kind).HasMaxLength(30);
        row.Property(r => r.ActorName).HasMaxLength(40);
        row.Property(r => r.Words).HasMaxLength(TraceRow.WordsMaxLength);
        row.Property(r => r.ContentHash).HasMaxLength(64);
        row.Property(r => r.PreviousHash).HasMaxLength(64);
        row.Property(r => r.Hash).HasMaxLength(64);
    }
}

internal sealed class NoticeConfig : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.Address).HasMaxLength(80);
        notice.Property(n => n.Kind).HasMaxLength(40);
        notice.Property(n => n.ProviderId).HasMaxLength(80);
        notice.Property(n => n.FailureCode).HasMaxLength(Notice.CodeMaxLength);
        notice.Property(n => n.Fallbacks).HasMaxLength(60).HasConversion(
            channels => string.Join(' ', channels), text => Channels(text),
            new ValueComparer<List<NoticeChannel>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => new List<NoticeChannel>(c)));
        notice.Property(n => n.Fields).HasMaxLength(4_000).HasConversion(
            fields => JsonSerializer.Serialize(fields, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<Dictionary<string, string>>(
                (a, b) => a!.Count == b!.Count && !a.Except(b).Any(), f => f.Count, f => new Dictionary<string, string>(f)));
        notice.HasIndex(n => n.DueAt).HasFilter("state = 'Queued'"); // what the worker takes next
        notice.HasIndex(n => n.ClaimedUntil).HasFilter("state = 'Claimed'"); // what a dead worker held
        notice.HasIndex(n => n.ProviderId); // receipts
        notice.HasIndex(n => new { n.RecipientId, n.Channel, n.CreatedAt }); // a person's inbox
        notice.HasIndex(n => n.WorkOrderId);
        notice.HasIndex(n => n.CreatedAt);
    }

    private static List<NoticeChannel> Channels(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeChannel>)];
}

internal sealed class GatewayReceiptConfig : IEntityTypeConfiguration<GatewayReceipt>
{
    public void Configure(EntityTypeBuilder<GatewayReceipt> receipt)
    {
        receipt.ToTable("gateway_receipts");
        receipt.Property(r => r.Id).ValueGeneratedNever();
        receipt.Property(r => r.Gateway).HasMaxLength(20);
        receipt.Property(r => r.ProviderId).HasMaxLength(80);
        receipt.Property(r => r.Code).HasMaxLength(Notice.CodeMaxLength);
        receipt.HasIndex(r => new { r.Gateway, r.ProviderId, r.Delivered }).IsUnique(); // kept once
        receipt.HasIndex(r => r.KeptAt).HasFilter("applied_at IS NULL");                // what the worker applies next
    }
}

internal sealed class AttachmentConfig : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Name).HasMaxLength(Attachment.NameMaxLength);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.Property(a => a.WorkOrderId).IsConcurrencyToken(); // sent once, and not removed while it is sent
        attachment.HasIndex(a => a.WorkOrderId);
        attachment.HasIndex(a => a.Sha256); // may the bytes go when a row does?
    }
}

internal sealed class NumberBlockConfig : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> block)
    {
        block.ToTable("number_blocks");
        block.HasKey(b => b.Day);
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
