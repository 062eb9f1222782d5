using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class SubmissionConfig : IEntityTypeConfiguration<Submission>
{
    private const string Open = "closed_at IS NULL";

    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("submissions");
        submission.IsHandled();
        submission.Ignore(s => s.Rule).Ignore(s => s.Group).Ignore(s => s.CurrentAnswers);
        submission.Property(s => s.CaseNumber).HasMaxLength(Case.NumberMaxLength);
        submission.Property(s => s.SubmitterName).HasMaxLength(CaseAgent.NameMaxLength);
        submission.Property(s => s.SubmitterPhone).HasMaxLength(20);
        submission.Property(s => s.SubmitterRole).HasMaxLength(20);
        submission.Property(s => s.Note).HasMaxLength(Handled.TextMaxLength);
        submission.Property(s => s.ReceiptHash).HasMaxLength(64);
        submission.HasMany(s => s.Entries).WithOne().HasForeignKey(e => e.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Files).WithOne().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasMany(s => s.FollowUps).WithOne().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<CaseParty>().WithMany().HasForeignKey(s => s.PartyId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<CaseAgent>().WithMany().HasForeignKey(s => s.AgentId).OnDelete(DeleteBehavior.Restrict);
        submission.HasIndex(s => s.Number).IsUnique();
        submission.HasIndex(s => new
        {
            s.PartyId,
            s.SentAt,
            s.Id,
        }); // a person's own, the newest first
        submission.HasIndex(s => new
        {
            s.CaseId,
            s.SentAt,
            s.Id,
        }); // of a case's page, and of the cases that somebody sits on
        submission
            .HasIndex(s => new
            {
                s.CaseId,
                s.ReleasedAt,
                s.Id,
            })
            .HasFilter("released_at IS NOT NULL"); // what the other side sees
        submission.HasIndex(s => new { s.LitigantId, s.SentAt }); // how many today
        var alone = string.Join(", ", Enum.GetValues<SubmissionKind>().Where(k => k.IsOneAtATime()).Select(k => $"'{k}'"));
        submission
            .HasIndex(
                s => new
                {
                    s.CaseId,
                    s.PartyId,
                    s.SubmissionKind,
                },
                "ux_submissions_one_at_a_time"
            )
            .IsUnique()
            .HasFilter($"{Open} AND submission_kind IN ({alone})"); // of two sent at once the second is refused
        submission
            .HasIndex(s => new
            {
                s.OwnerId,
                s.DueAt,
                s.Id,
            })
            .HasFilter(Open);
        submission
            .HasIndex(s => new
            {
                s.DivisionId,
                s.DueAt,
                s.Id,
            })
            .HasFilter(Open);
        submission
            .HasIndex(s => new
            {
                s.CourtId,
                s.DueAt,
                s.Id,
            })
            .HasFilter(Open);
        submission.HasIndex([nameof(Submission.DueAt), nameof(Submission.Id)], "ix_submissions_open").HasFilter(Open);
        submission.HasIndex(s => new { s.ClosedAt, s.Id }).HasFilter("closed_at IS NOT NULL"); // decided, the newest first
        submission.HasIndex(s => new { s.SupplementBy, s.Id }).HasFilter("supplement_by IS NOT NULL"); // awaited, and whose last day has passed
    }
}

internal sealed class SubmissionEntryConfig : IEntityTypeConfiguration<SubmissionEntry>
{
    public void Configure(EntityTypeBuilder<SubmissionEntry> entry)
    {
        entry.ToTable("submission_entries");
        entry.IsHandledEntry();
        entry.HasIndex(e => new { e.SubmissionId, e.At });
    }
}

internal sealed class SubmittedFileConfig : IEntityTypeConfiguration<SubmittedFile>
{
    public void Configure(EntityTypeBuilder<SubmittedFile> file)
    {
        file.ToTable("submitted_files");
        file.HasKey(f => new { f.SubmissionId, f.AttachmentId });
        file.Property(f => f.Part).HasMaxLength(SubmissionAnswer.KeyMaxLength);
        file.Property(f => f.Title).HasMaxLength(SubmittedFile.TitleMaxLength);
        file.Property(f => f.Source).HasMaxLength(SubmittedFile.SourceMaxLength);
        file.Property(f => f.Proves).HasMaxLength(SubmittedFile.ProvesMaxLength);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.HasOne<Attachment>().WithMany().HasForeignKey(f => f.AttachmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubmissionAnswerConfig : IEntityTypeConfiguration<SubmissionAnswer>
{
    /// <summary>Of the longest account, in base64.</summary>
    private const int ClosedMaxLength = 200;

    public void Configure(EntityTypeBuilder<SubmissionAnswer> answer)
    {
        answer.ToTable("submission_answers");
        answer.HasKey(a => new
        {
            a.SubmissionId,
            a.Round,
            a.Key,
        });
        answer.Property(a => a.Key).HasMaxLength(SubmissionAnswer.KeyMaxLength);
        answer.Property(a => a.Value).HasMaxLength(SubmissionAnswer.ValueMaxLength);
        answer.Property(a => a.Closed).HasMaxLength(ClosedMaxLength);
    }
}

internal sealed class SubmissionFollowUpConfig : IEntityTypeConfiguration<SubmissionFollowUp>
{
    public void Configure(EntityTypeBuilder<SubmissionFollowUp> followUp)
    {
        followUp.ToTable("submission_follow_ups");
        followUp.HasKey(f => new { f.SubmissionId, f.Kind });
        followUp.Property(f => f.DoneByName).HasMaxLength(40);
        followUp.HasIndex(f => f.Until).HasFilter("done_at IS NULL");
    }
}
