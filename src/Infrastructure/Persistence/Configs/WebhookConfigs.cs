using Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class WebhookSubscriptionConfig : IEntityTypeConfiguration<WebhookSubscription>
{
    public void Configure(EntityTypeBuilder<WebhookSubscription> subscription)
    {
        subscription.ToTable("webhook_subscriptions");
        subscription.IsAggregate();
        subscription.Property(s => s.Url).HasMaxLength(WebhookSubscription.UrlMaxLength);
        subscription.PrimitiveCollection(s => s.Kinds).ElementType(e => e.HasConversion<string>().HasMaxLength(30));
        subscription.Ignore(s => s.Secrets);
        subscription.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class IntegrationEventConfig : IEntityTypeConfiguration<IntegrationEvent>
{
    public void Configure(EntityTypeBuilder<IntegrationEvent> happened)
    {
        happened.ToTable("integration_events");
        happened.Property(e => e.Id).ValueGeneratedNever();
        happened.Property(e => e.SubjectNumber).HasMaxLength(IntegrationEvent.NumberMaxLength);
        happened.Property(e => e.State).HasMaxLength(IntegrationEvent.StateMaxLength);
        happened.Property(e => e.StateName).HasMaxLength(IntegrationEvent.StateMaxLength);
        happened.HasIndex(e => e.Id).HasFilter("spread_at IS NULL").HasDatabaseName("ix_integration_events_waiting");
        happened.HasIndex(e => e.At); // those that are kept no longer
    }
}

internal sealed class WebhookDeliveryConfig : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> delivery)
    {
        delivery.ToTable("webhook_deliveries");
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.SubjectNumber).HasMaxLength(IntegrationEvent.NumberMaxLength);
        delivery.Property(d => d.Body).HasMaxLength(WebhookDelivery.BodyMaxLength);
        delivery.Property(d => d.LastError).HasMaxLength(WebhookDelivery.ErrorMaxLength);
        delivery.Property(d => d.State).IsConcurrencyToken();
        delivery.Property(d => d.ClaimedBy).IsConcurrencyToken();
        delivery.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.SubscriptionId, d.EventId }).IsUnique();
        delivery
            .HasIndex(d => new
            {
                d.SubscriptionId,
                d.DueAt,
                d.Id,
            })
            .HasFilter("ended_at IS NULL");
        delivery.HasIndex(d => new { d.At, d.Id }); // the page of all, and those that are kept no longer
        delivery.HasIndex(d => new
        {
            d.PartnerId,
            d.At,
            d.Id,
        });
        delivery.HasIndex(d => d.ClaimedBy).HasFilter("claimed_by IS NOT NULL");
    }
}

internal sealed class WebhookAttemptConfig : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> attempt)
    {
        attempt.ToTable("webhook_attempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Error).HasMaxLength(WebhookDelivery.ErrorMaxLength);
        attempt.Property(a => a.Answer).HasMaxLength(WebhookAttempt.AnswerMaxLength);
        attempt.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => a.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        attempt.HasIndex(a => new { a.DeliveryId, a.At });
    }
}

internal sealed class WebhookLaneConfig : IEntityTypeConfiguration<WebhookLane>
{
    public void Configure(EntityTypeBuilder<WebhookLane> lane)
    {
        lane.ToTable("webhook_lanes");
        lane.HasKey(l => l.SubscriptionId);
        lane.HasOne<WebhookSubscription>().WithMany().HasForeignKey(l => l.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
