using System.Text.Json;
using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

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
        notice
            .Property(n => n.Fallbacks)
            .HasMaxLength(60)
            .HasConversion(
                channels => string.Join(' ', channels),
                text => Channels(text),
                new ValueComparer<List<NoticeChannel>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => new List<NoticeChannel>(c))
            );
        notice
            .Property(n => n.Fields)
            .HasMaxLength(4_000)
            .HasConversion(
                fields => JsonSerializer.Serialize(fields, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Default)!,
                new ValueComparer<Dictionary<string, string>>(
                    (a, b) => a!.Count == b!.Count && !a.Except(b).Any(),
                    f => f.Count,
                    f => new Dictionary<string, string>(f)
                )
            );
        notice.Property(n => n.State).IsConcurrencyToken(); // a final state is not overwritten
        notice.Property(n => n.ClaimedBy).IsConcurrencyToken(); // who lost the claim records nothing
        notice
            .HasIndex(n => new
            {
                n.IsHeld,
                n.Channel,
                n.Express,
                n.DueAt,
                n.FirstDueAt,
            })
            .HasFilter("state = 'Queued'"); // what the worker takes next, and how long it waits
        notice.HasIndex(n => n.EndedAt).HasFilter("state IN ('Failed', 'Expired')"); // today's failures
        notice.HasIndex(n => n.ExpiresAt).HasFilter("state = 'Queued'");
        notice.HasIndex(n => n.ClaimedUntil).HasFilter("state = 'Claimed'"); // what a dead worker held
        notice.HasIndex(n => n.ProviderId).HasFilter("provider_id IS NOT NULL"); // receipts
        notice.HasIndex(n => new
        {
            n.RecipientId,
            n.Channel,
            n.CreatedAt,
        }); // a person's inbox
        notice.HasIndex(n => n.RecipientId).HasFilter("channel = 'InApp' AND read_at IS NULL"); // and how much of it is unread
        notice.Ignore(n => n.Subject); // its four columns
        notice.HasIndex(n => n.SubjectId);
        notice.HasIndex(n => n.PartId).HasFilter("part_id IS NOT NULL"); // what is taken back with it
        notice.HasIndex(n => n.CreatedAt);
    }

    private static List<NoticeChannel> Channels(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeChannel>)];
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
        receipt
            .HasIndex(r => new
            {
                r.Gateway,
                r.ProviderId,
                r.Delivered,
            })
            .IsUnique(); // kept once
        receipt.HasIndex(r => r.LookAt).HasFilter("look_at IS NOT NULL"); // what the worker applies next
        receipt.HasIndex(r => r.NoticeId);
    }
}

internal sealed class NoticeAttemptConfig : IEntityTypeConfiguration<NoticeAttempt>
{
    public void Configure(EntityTypeBuilder<NoticeAttempt> attempt)
    {
        attempt.ToTable("notice_attempts");
        attempt.HasKey(a => new { a.NoticeId, a.Number });
        attempt.Property(a => a.Code).HasMaxLength(Notice.CodeMaxLength);
        attempt.HasIndex(a => new
        {
            a.At,
            a.Channel,
            a.Outcome,
        }); // figures of the last minutes and of today
    }
}

internal sealed class UndeliveredNoticeConfig : IEntityTypeConfiguration<UndeliveredNotice>
{
    public void Configure(EntityTypeBuilder<UndeliveredNotice> undelivered)
    {
        undelivered.ToTable("undelivered_notices");
        undelivered.Property(u => u.Id).ValueGeneratedNever();
        undelivered.Ignore(u => u.About);
        undelivered.Property(u => u.Code).HasMaxLength(Notice.CodeMaxLength);
        undelivered.Property(u => u.State).IsConcurrencyToken(); // handled once
        undelivered.Property(u => u.HandledBy).HasMaxLength(Staff.NameMaxLength);
        undelivered.Property(u => u.Remark).HasMaxLength(UndeliveredNotice.RemarkMaxLength);
        undelivered.HasIndex(u => new { u.At, u.Id }); // the handled ones, of everything
        // The list: of everything, of a court, of a division.
        undelivered.HasIndex(u => new
        {
            u.State,
            u.At,
            u.Id,
        });
        undelivered.HasIndex(u => new
        {
            u.CourtId,
            u.State,
            u.At,
            u.Id,
        });
        undelivered.HasIndex(u => new
        {
            u.DivisionId,
            u.State,
            u.At,
            u.Id,
        });
    }
}

internal sealed class WorkerHeartbeatConfig : IEntityTypeConfiguration<WorkerHeartbeat>
{
    public void Configure(EntityTypeBuilder<WorkerHeartbeat> heartbeat)
    {
        heartbeat.ToTable("worker_heartbeats");
        heartbeat.Property(h => h.Id).ValueGeneratedNever();
        heartbeat.Property(h => h.Host).HasMaxLength(WorkerHeartbeat.HostMaxLength);
        heartbeat.Property(h => h.OpenCircuits).HasMaxLength(100);
    }
}
