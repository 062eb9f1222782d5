using System.Text.Json;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Tracing.Seals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class ServiceTaskConfig : IEntityTypeConfiguration<ServiceTask>
{
    public void Configure(EntityTypeBuilder<ServiceTask> task)
    {
        task.ToTable("service_tasks");
        task.IsAggregate();
        task.Property(t => t.Number).HasMaxLength(24);
        task.Property(t => t.ClerkName).HasMaxLength(Staff.NameMaxLength);
        task.Property(t => t.DocumentTitles).HasMaxLength(ServiceTask.TitlesMaxLength);
        task.Property(t => t.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        task.Property(t => t.Reason).HasMaxLength(ServiceTask.ReasonMaxLength);
        task.Property(t => t.Documents).IsJson();
        task.HasIndex(t => t.Number).IsUnique();
        task.HasIndex(t => new
        {
            t.ClerkId,
            t.ConfirmedAt,
            t.Id,
        }); // mine
        task.HasIndex(t => new
        {
            t.DivisionId,
            t.ConfirmedAt,
            t.Id,
        }); // the division's
        task.HasIndex(t => new
        {
            t.CourtId,
            t.ConfirmedAt,
            t.Id,
        }); // the court's
        task.HasIndex(t => new { t.ConfirmedAt, t.Id }); // both levels'
        task.HasIndex(t => new { t.CaseId, t.ConfirmedAt });
        task.HasIndex([nameof(ServiceTask.ConfirmedAt), nameof(ServiceTask.Id)], "ix_service_tasks_withdrawn")
            .HasFilter("state = 'Withdrawn'");
        task.HasIndex(t => t.Id).HasFilter("state = 'Preparing'").HasDatabaseName("ix_service_tasks_preparing"); // what the worker brings to its end
    }
}

internal sealed class ServicePlanConfig : IEntityTypeConfiguration<ServicePlan>
{
    public void Configure(EntityTypeBuilder<ServicePlan> plan)
    {
        plan.ToTable("service_plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.Property(p => p.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        plan.Property(p => p.FailureCode).HasMaxLength(Notice.CodeMaxLength);
        plan.Property(p => p.Recipients).IsJson();
        plan.Property(p => p.State).IsConcurrencyToken();
        plan.HasOne<ServiceTask>().WithMany().HasForeignKey(p => p.TaskId).OnDelete(DeleteBehavior.Restrict);
        plan.HasIndex(p => new { p.TaskId, p.Position }).IsUnique();
        plan.HasIndex(p => p.Id).HasFilter("state = 'Waiting'").HasDatabaseName("ix_service_plans_waiting"); // what the worker takes next
        plan.HasIndex(p => p.TaskId).HasFilter("state = 'Failed'").HasDatabaseName("ix_service_plans_failed"); // tasks that need a look
        plan.HasIndex(p => new
        {
            p.CaseId,
            p.ConfirmedAt,
            p.TaskId,
        }); // a judge's tasks, without reading the plans
    }
}

internal sealed class ServedDocumentConfig : IEntityTypeConfiguration<ServedDocument>
{
    public void Configure(EntityTypeBuilder<ServedDocument> document)
    {
        document.ToTable("served_documents");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        document.Property(d => d.Title).HasMaxLength(ServiceTask.TitleMaxLength);
        document.Property(d => d.Serial).HasMaxLength(ServedDocument.SerialMaxLength);
        document.Property(d => d.VerifyCode).HasMaxLength(12);
        document.Property(d => d.SourceSha256).HasMaxLength(64);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasOne<ServiceTask>().WithMany().HasForeignKey(d => d.TaskId).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => d.Serial).IsUnique();
        document
            .HasIndex(d => new
            {
                d.TaskId,
                d.CaseId,
                d.Position,
            })
            .IsUnique(); // frozen once, whoever works
        document.HasIndex(d => new
        {
            d.CaseId,
            d.FrozenAt,
            d.Id,
        }); // on the page of the case
        document.HasIndex(d => d.Sha256); // the file sweep asks by content
        document.HasIndex(d => d.SourceSha256);
    }
}

internal sealed class ServiceConfig : IEntityTypeConfiguration<Service>
{
    private static string Open => $"state IN ({string.Join(", ", ServiceStates.Open.Select(s => $"'{s}'"))})";

    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.ToTable("services");
        service.IsAggregate();
        service.Ignore(s => s.Subject);
        service.Ignore(s => s.TaskSubject);
        service.Ignore(s => s.LimitFacts);
        service.Property(s => s.TaskNumber).HasMaxLength(24);
        service.Property(s => s.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        service.Property(s => s.CourtName).HasMaxLength(Court.NameMaxLength);
        service.Property(s => s.ClerkName).HasMaxLength(Staff.NameMaxLength);
        service.Property(s => s.RecipientName).HasMaxLength(120);
        service.Property(s => s.RecipientRole).HasMaxLength(30);
        service.Property(s => s.RecipientKey).HasMaxLength(64);
        service.Property(s => s.RecipientPhone).HasMaxLength(30);
        service.Property(s => s.Consent).HasMaxLength(200);
        service.Property(s => s.DocumentTitles).HasMaxLength(ServiceTask.TitlesMaxLength);
        service.HasOne<ServiceTask>().WithMany().HasForeignKey(s => s.TaskId).OnDelete(DeleteBehavior.Restrict);
        service.HasMany(s => s.Copies).WithOne().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Restrict);
        service.HasMany(s => s.Attempts).WithOne().HasForeignKey(a => a.ServiceId).OnDelete(DeleteBehavior.Restrict);
        service.HasIndex(s => new { s.TaskId, s.Position });
        service.HasIndex(s => new
        {
            s.CaseId,
            s.BegunAt,
            s.Id,
        });
        service.HasIndex(s => new
        {
            s.RecipientKey,
            s.BegunAt,
            s.Id,
        }); // a litigant's documents
        service.HasIndex(s => new
        {
            s.DivisionId,
            s.BegunAt,
            s.Id,
        });
        service.HasIndex(s => new
        {
            s.CourtId,
            s.BegunAt,
            s.Id,
        });
        service.HasIndex(s => new
        {
            s.RecipientPhone,
            s.BegunAt,
            s.Id,
        });
        service.HasIndex(s => new { s.ClerkId, s.TaskId }).HasFilter(Open).HasDatabaseName("ix_services_open"); // tasks under way
        service.HasIndex(s => new { s.CaseId, s.TaskId }).HasFilter(Open).HasDatabaseName("ix_services_open_in_case"); // and in a judge's cases
        service.HasIndex(s => s.TaskId).HasFilter("state = 'Failed'").HasDatabaseName("ix_services_failed"); // tasks that need a look
        service.HasIndex(s => new { s.BegunAt, s.Id }); // both levels' search
        service.HasIndex(s => new
        {
            s.State,
            s.BegunAt,
            s.Id,
        }); // rare states
        service.HasIndex(s => s.RecipientName); // by its beginning
        service.HasIndex(s => s.ConcludesAt).HasFilter("concludes_at IS NOT NULL"); // what time concludes
        service.HasIndex(s => s.NextFallbackAt).HasFilter("next_fallback_at IS NOT NULL"); // the sweep's
    }
}

internal sealed class ServiceCopyConfig : IEntityTypeConfiguration<ServiceCopy>
{
    public void Configure(EntityTypeBuilder<ServiceCopy> copy)
    {
        copy.ToTable("service_copies");
        copy.Property(c => c.Id).ValueGeneratedNever();
        copy.Property(c => c.Title).HasMaxLength(ServiceTask.TitleMaxLength);
        copy.Property(c => c.SignatureSha256).HasMaxLength(64);
        copy.Property(c => c.SignedName).HasMaxLength(120);
        copy.Property(c => c.LimitLaw).HasMaxLength(60);
        copy.HasOne<ServedDocument>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        copy.HasIndex(c => new { c.ServiceId, c.Position }).IsUnique();
        copy.HasIndex(c => c.SignatureSha256).HasFilter("signature_sha256 IS NOT NULL"); // the file sweep asks by content
        copy.HasIndex(c => new { c.LimitEndsOn, c.Id }).HasFilter("limit_ends_on IS NOT NULL"); // running limits, to be counted anew
        copy.HasIndex(c => c.ServedByAttemptId).HasFilter("served_by_attempt_id IS NOT NULL"); // did a public notice serve?
        copy.HasIndex(c => c.Title); // by its beginning
    }
}

internal sealed class ServiceAttemptConfig : IEntityTypeConfiguration<ServiceAttempt>
{
    private const string ByHand = "channel IN ('Post', 'InPerson', 'Fax', 'PublicNotice') AND state IN ('Queued', 'Sent')";

    public void Configure(EntityTypeBuilder<ServiceAttempt> attempt)
    {
        attempt.ToTable("service_attempts");
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.Address).HasMaxLength(ServiceAttempt.AddressMaxLength);
        attempt.Property(a => a.Origin).HasMaxLength(100);
        attempt.Property(a => a.LinkHash).HasMaxLength(64);
        attempt.Property(a => a.FailureCode).HasMaxLength(Notice.CodeMaxLength);
        attempt.Property(a => a.Reference).HasMaxLength(ServiceAttempt.ReferenceMaxLength);
        attempt.Property(a => a.NoticeFindings).HasMaxLength(ServiceAttempt.FindingsMaxLength);
        attempt.Property(a => a.NoticeText).HasMaxLength(ServiceAttempt.NoticeTextMaxLength);
        attempt.Ignore(a => a.IsOver);
        attempt.Ignore(a => a.IsInVain);
        attempt.HasIndex(a => new { a.ServiceId, a.Position }).IsUnique();
        attempt.HasIndex(a => a.NoticeId).IsUnique().HasFilter("notice_id IS NOT NULL");
        attempt.HasIndex(a => a.LinkHash).HasFilter("link_hash IS NOT NULL");
        attempt.HasIndex(a => a.RetriesId).HasFilter("retries_id IS NOT NULL");
        attempt.HasIndex(a => a.PostBatchId).HasFilter("post_batch_id IS NOT NULL");
        attempt.HasIndex(a => a.Reference).HasFilter("channel = 'Post' AND reference <> ''"); // what the post reports
        attempt
            .HasIndex(a => new
            {
                a.DivisionId,
                a.QueuedAt,
                a.Id,
            })
            .HasFilter(ByHand)
            .HasDatabaseName("ix_service_attempts_by_hand"); // what waits for a division's hands
        attempt.HasIndex(a => a.ClerkId).HasFilter(ByHand).HasDatabaseName("ix_service_attempts_by_hand_of_clerk"); // and for mine, wherever
        attempt.HasIndex(a => a.CaseId).HasFilter(ByHand).HasDatabaseName("ix_service_attempts_by_hand_in_case"); // and in a judge's cases
        attempt.HasIndex(a => a.Address).HasFilter("channel = 'SmsLink' AND replied_at IS NULL"); // who answers an SMS
    }
}

internal sealed class ServiceOutcomeConfig : IEntityTypeConfiguration<ServiceOutcome>
{
    public void Configure(EntityTypeBuilder<ServiceOutcome> outcome)
    {
        outcome.ToTable("service_outcomes");
        outcome.Property(o => o.Id).ValueGeneratedNever();
        outcome.Property(o => o.Code).HasMaxLength(Notice.CodeMaxLength);
    }
}

internal sealed class ServiceForwardConfig : IEntityTypeConfiguration<ServiceForward>
{
    public void Configure(EntityTypeBuilder<ServiceForward> forward)
    {
        forward.ToTable("service_forwards");
        forward.Property(f => f.Id).ValueGeneratedNever();
        forward.IsSealedWith(f => f.ServiceId, typeof(Service));
        forward.HasOne<Service>().WithMany().HasForeignKey(f => f.ServiceId).OnDelete(DeleteBehavior.Restrict);
        forward.HasOne<CaseAgent>().WithMany().HasForeignKey(f => f.AgentId).OnDelete(DeleteBehavior.Restrict);
        forward.HasOne<Litigant>().WithMany().HasForeignKey(f => f.ByLitigantId).OnDelete(DeleteBehavior.Restrict);
        forward
            .HasIndex(f => new
            {
                f.ServiceId,
                f.DocumentId,
                f.AgentId,
            })
            .IsUnique();
        forward.HasIndex(f => f.AgentId);
    }
}

internal sealed class CaseDocumentConfig : IEntityTypeConfiguration<CaseDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> document)
    {
        document.ToTable("case_documents");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.ExternalId).HasMaxLength(60);
        document.Property(d => d.Title).HasMaxLength(ServiceTask.TitleMaxLength);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        document.Property(d => d.ServedByTaskId).IsConcurrencyToken(); // of two clerks one serves it
        document.HasIndex(d => d.ExternalId).IsUnique();
        document.HasIndex(d => d.CaseId).HasFilter("served_by_task_id IS NULL"); // to serve
        document.HasIndex(d => d.Sha256); // the file sweep asks by content
    }
}

internal sealed class ServiceAddressConfig : IEntityTypeConfiguration<ServiceAddress>
{
    public void Configure(EntityTypeBuilder<ServiceAddress> address)
    {
        address.ToTable("service_addresses");
        address.IsAggregate();
        address.Property(a => a.Value).HasMaxLength(ServiceAddress.ValueMaxLength);
        address.Property(a => a.Origin).HasMaxLength(ServiceAddress.OriginMaxLength);
        address.Property(a => a.AddedByName).HasMaxLength(Staff.NameMaxLength);
        address.Property(a => a.EndReason).HasMaxLength(ServiceTask.ReasonMaxLength);
        address.Ignore(a => a.IsDesignated);
        address.HasIndex(a => a.ConfirmationId);
        address.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Restrict);
        address.HasIndex(a => a.CaseId);
    }
}

internal sealed class CaseFactNoteConfig : IEntityTypeConfiguration<CaseFactNote>
{
    public void Configure(EntityTypeBuilder<CaseFactNote> note)
    {
        note.ToTable("case_fact_notes");
        note.IsAggregate();
        note.Property(n => n.Source).HasMaxLength(ServiceTask.ReasonMaxLength);
        note.Property(n => n.NotedByName).HasMaxLength(Staff.NameMaxLength);
        note.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => n.CaseId);
    }
}

internal sealed class AddressConfirmationConfig : IEntityTypeConfiguration<AddressConfirmation>
{
    public void Configure(EntityTypeBuilder<AddressConfirmation> confirmation)
    {
        confirmation.ToTable("address_confirmations");
        confirmation.IsAggregate();
        confirmation.Property(c => c.Scope).HasConversion<int>();
        confirmation.Property(c => c.SignerName).HasMaxLength(120);
        confirmation.Property(c => c.SignerRelation).HasMaxLength(30);
        confirmation.Property(c => c.Mobile).HasMaxLength(30);
        confirmation.Property(c => c.Email).HasMaxLength(AddressConfirmation.EmailMaxLength);
        confirmation.Property(c => c.PostalAddress).HasMaxLength(AddressConfirmation.PostalAddressMaxLength);
        confirmation.Property(c => c.PersonKey).HasMaxLength(64);
        confirmation.Property(c => c.NotedByName).HasMaxLength(Staff.NameMaxLength);
        confirmation.Ignore(c => c.IsInForce);
        confirmation.Ignore(c => c.Title);
        confirmation.Property(c => c.Postcode).HasMaxLength(6);
        confirmation.Property(c => c.SignatureSha256).HasMaxLength(64);
        confirmation.Property(c => c.Remarks).HasMaxLength(AddressConfirmation.TextMaxLength);
        confirmation.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
        // With what a clerk's forms in other divisions are found by: the forms themselves are not read.
        confirmation.HasIndex(c => new
        {
            c.CaseId,
            c.PartyId,
            c.DivisionId,
            c.Id,
        });
        confirmation.HasIndex(c => new { c.ConfirmedAt, c.Id }); // both levels' list
        confirmation.HasIndex(c => c.SignerName); // by its beginning
        confirmation.HasIndex(c => c.PersonId).IsUnique().HasFilter("ended_at IS NULL"); // one in force
        confirmation.HasIndex(c => new { c.PersonKey, c.ConfirmedAt });
        confirmation.HasIndex(c => new { c.LitigantId, c.ConfirmedAt });
        confirmation.HasIndex(c => new
        {
            c.DivisionId,
            c.ConfirmedAt,
            c.Id,
        });
        confirmation.HasIndex(c => new
        {
            c.CourtId,
            c.ConfirmedAt,
            c.Id,
        });
        confirmation.HasIndex(c => c.SignatureSha256).HasFilter("signature_sha256 IS NOT NULL"); // the file sweep asks by content
    }
}

internal static class JsonColumn
{
    /// <summary>A list of records in one column, compared by what it says.</summary>
    public static void IsJson<T>(this PropertyBuilder<List<T>> property) =>
        property.HasConversion(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<List<T>>(
                (a, b) =>
                    JsonSerializer.Serialize(a, JsonSerializerOptions.Default)
                    == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
                list => list.Count,
                list => list.ToList()
            )
        );
}
