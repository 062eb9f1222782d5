using Domain.Cases;
using Domain.Drafts;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

/// <summary>Names of those that each engine filters in words of its own.</summary>
public static class WorkOrderIndexes
{
    /// <summary>重复诉求 of a period: a few among many.</summary>
    public const string Repeated = "ix_work_orders_repeated";
}

internal sealed class WorkOrderConfig : IEntityTypeConfiguration<WorkOrder>
{
    /// <summary>Lists of open orders cost what is open, not what ever came.</summary>
    private const string Open = "closed_at IS NULL";

    /// <summary>A few among all.</summary>
    private const string Urgent = "closed_at IS NULL AND urgent_at IS NOT NULL";

    public void Configure(EntityTypeBuilder<WorkOrder> order)
    {
        order.ToTable("work_orders");
        order.IsHandled();
        order.Property(o => o.RequesterName).HasMaxLength(Requester.NameMaxLength);
        order.Property(o => o.RequesterPhone).HasMaxLength(20);
        order.Property(o => o.RequesterRole).HasMaxLength(Requester.RoleMaxLength);
        order.Property(o => o.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        order.Property(o => o.Title).HasMaxLength(WorkOrder.TitleMaxLength);
        order.Property(o => o.Text).HasMaxLength(WorkOrder.TextMaxLength);
        order.Property(o => o.UrgentReason).HasMaxLength(WorkOrder.ReasonMaxLength);
        order.Property(o => o.SatisfactionWords).HasMaxLength(WorkOrder.SatisfactionWordsMaxLength);
        order.Property(o => o.SurveyTokenHash).HasMaxLength(64);
        order.HasMany(o => o.Entries).WithOne().HasForeignKey(e => e.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.FormerRatings).WithOne().HasForeignKey(r => r.WorkOrderId).OnDelete(DeleteBehavior.Restrict);

        // The screening sets it without a new version; who saves at that moment must look again, or the figures would count it twice.
        order.Property(o => o.IsRepeat).IsConcurrencyToken();
        order.HasIndex(o => o.Number).IsUnique();
        order
            .HasIndex(o => new
            {
                o.OwnerId,
                o.DueAt,
                o.Id,
            })
            .HasFilter(Open); // a judge's inbox
        order
            .HasIndex(o => new
            {
                o.DivisionId,
                o.DueAt,
                o.Id,
            })
            .HasFilter(Open); // a division's open orders, late first
        order
            .HasIndex(o => new
            {
                o.CourtId,
                o.DueAt,
                o.Id,
            })
            .HasFilter(Open); // a court's open orders
        // Half-empty columns by what is there: a new order does not wait for indexes that it is not in.
        order
            .HasIndex(o => new
            {
                o.ClosedById,
                o.ClosedAt,
                o.Id,
            })
            .HasFilter("closed_by_id IS NOT NULL"); // answered by me
        order.HasIndex(o => new { o.DivisionId, o.ClosedAt }).HasFilter("closed_at IS NOT NULL"); // figures of a division's month
        order
            .HasIndex(o => new
            {
                o.RegisteredById,
                o.ReceivedAt,
                o.Id,
            })
            .HasFilter("registered_by_id IS NOT NULL"); // an agent's registrations
        order.HasIndex(o => new
        {
            o.LitigantId,
            o.ReceivedAt,
            o.Id,
        }); // a litigant's messages
        order.HasIndex(o => new { o.RequesterPhone, o.ReceivedAt }); // a caller's history
        order.HasIndex(o => new { o.CaseId, o.ReceivedAt }); // a case's orders
        order.HasIndex(o => o.CaseId).HasFilter(Open); // a clerk's cases' open orders
        order.HasIndex(o => new
        {
            o.RequesterName,
            o.ReceivedAt,
            o.Id,
        }); // search by name
        order.HasIndex(o => new { o.DivisionId, o.ReassignmentAskedAt }).HasFilter("reassignment_asked_at IS NOT NULL"); // 待改派
        order.HasIndex(o => new { o.DivisionId, o.ExtensionRequestedAt }).HasFilter("extension_state = 'Requested'"); // 延期审批
        // What the screening has not seen yet; by a name of its own, or the index after it would be this one.
        order.HasIndex([nameof(WorkOrder.ReceivedAt), nameof(WorkOrder.Id)], "ix_work_orders_unscreened").HasFilter("screened_at IS NULL");
        order.HasIndex(o => new { o.ReceivedAt, o.Id }); // lists behind the figures of a period
        order.HasIndex(o => new { o.DueAt, o.Id });
        order.HasIndex([nameof(WorkOrder.DueAt), nameof(WorkOrder.Id)], "ix_work_orders_open").HasFilter(Open); // both levels' open orders
        order.HasIndex([nameof(WorkOrder.DueAt), nameof(WorkOrder.Id)], "ix_work_orders_urgent").HasFilter(Urgent);
        order
            .HasIndex(o => new
            {
                o.OwnerId,
                o.ClosedAt,
                o.Id,
            })
            .HasFilter("closed_at IS NOT NULL"); // a clerk's own, answered
        order.HasIndex(o => new { o.ClosedAt, o.Id }).HasFilter("closed_at IS NOT NULL");
        order.HasIndex(o => new { o.FirstReplyAt, o.Id }).HasFilter("first_reply_at IS NOT NULL"); // first replies of a period
        order.HasIndex(o => new { o.RatedAt, o.Id }).HasFilter("rated_at IS NOT NULL");
        order.HasIndex(o => o.CaseNumber); // search by number
        order.HasIndex(o => o.SurveyTokenHash).IsUnique().HasFilter("survey_token_hash IS NOT NULL"); // who follows a survey link
        order
            .HasIndex(o => new
            {
                o.CourtId,
                o.ReviewSince,
                o.Id,
            })
            .HasFilter("review_since IS NOT NULL"); // what waits for a look
        order.HasIndex(o => o.MergedIntoId).HasFilter("merged_into_id IS NOT NULL"); // what was merged into an order
        RareOnes(order);
    }

    /// <summary>What is rare among much, by indexes that hold only it: most orders are in none of them.</summary>
    private static void RareOnes(EntityTypeBuilder<WorkOrder> order)
    {
        string[] byLimit = [nameof(WorkOrder.DueAt), nameof(WorkOrder.Id), nameof(WorkOrder.CourtId), nameof(WorkOrder.DivisionId)];
        order.HasIndex(byLimit, "ix_work_orders_to_assign").HasFilter("state = 'ToAssign'");
        order.HasIndex(byLimit, "ix_work_orders_awaiting").HasFilter("state = 'AwaitingRequester'");
        string[] newest = [nameof(WorkOrder.ReceivedAt), nameof(WorkOrder.Id)];
        order.HasIndex(newest, "ix_work_orders_restarted").HasFilter("restart_count > 0");
        order.HasIndex(newest, "ix_work_orders_reopened").HasFilter("reopen_count > 0");
        order.HasIndex([nameof(WorkOrder.DueAt), nameof(WorkOrder.Id)], "ix_work_orders_supervised").HasFilter("level > 0");
        // What somebody registered, elsewhere too: by limit while it is open, by closing afterwards.
        order
            .HasIndex(o => new
            {
                o.RegisteredById,
                o.DueAt,
                o.Id,
            })
            .HasFilter($"registered_by_id IS NOT NULL AND {Open}");
        order
            .HasIndex(o => new
            {
                o.RegisteredById,
                o.ClosedAt,
                o.Id,
            })
            .HasFilter("registered_by_id IS NOT NULL AND closed_at IS NOT NULL");
    }
}

internal sealed class WorkOrderEntryConfig : IEntityTypeConfiguration<WorkOrderEntry>
{
    public void Configure(EntityTypeBuilder<WorkOrderEntry> entry)
    {
        entry.ToTable("work_order_entries");
        entry.IsHandledEntry();
        entry.HasIndex(e => new { e.WorkOrderId, e.At });
        entry.HasIndex(e => new
        {
            e.AuthorId,
            e.Kind,
            e.At,
        }); // handed over by me
    }
}

internal sealed class FormerRatingConfig : IEntityTypeConfiguration<FormerRating>
{
    public void Configure(EntityTypeBuilder<FormerRating> rating)
    {
        rating.ToTable("former_ratings");
        rating.HasKey(r => new { r.WorkOrderId, r.Sequence });
        rating.Property(r => r.Sequence).ValueGeneratedNever();
        rating.Property(r => r.Words).HasMaxLength(WorkOrder.SatisfactionWordsMaxLength);
        rating.Property(r => r.AnsweredByName).HasMaxLength(40);
    }
}

internal sealed class ReplyTemplateConfig : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> template)
    {
        template.ToTable("reply_templates");
        template.Property(t => t.Id).ValueGeneratedNever();
        template.Property(t => t.Name).HasMaxLength(ReplyTemplate.NameMaxLength);
        template.Property(t => t.Text).HasMaxLength(ReplyTemplate.TextMaxLength);
        template.HasIndex(t => new { t.StaffId, t.Position });
    }
}

internal sealed class AnswerLimitConfig : IEntityTypeConfiguration<AnswerLimit>
{
    public void Configure(EntityTypeBuilder<AnswerLimit> limit)
    {
        limit.ToTable("answer_limits");
        limit.IsAggregate();
        limit.Property(l => l.Scope).HasMaxLength(64);
        limit.Property(l => l.Reason).HasMaxLength(AnswerLimit.ReasonMaxLength);
        limit.Property(l => l.ChangedByName).HasMaxLength(40);
        limit.HasIndex(l => l.Scope).IsUnique(); // one of a kind, also when two are set at once
    }
}

internal sealed class DraftConfig : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasKey(d => new { d.StaffId, d.Key });
        draft.Property(d => d.Key).HasMaxLength(Draft.KeyMaxLength);
        draft.Property(d => d.Text).HasMaxLength(Draft.TextMaxLength);
    }
}
