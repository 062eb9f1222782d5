using Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class NoticeTemplateConfig : IEntityTypeConfiguration<NoticeTemplate>
{
    public void Configure(EntityTypeBuilder<NoticeTemplate> template)
    {
        template.ToTable("notice_templates");
        template.IsAggregate();
        template.Property(t => t.Kind).HasMaxLength(40);
        template.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.TemplateId).OnDelete(DeleteBehavior.Restrict);
        template.HasIndex(t => new { t.Kind, t.Channel }).IsUnique();
    }
}

internal sealed class NoticeTemplateVersionConfig : IEntityTypeConfiguration<NoticeTemplateVersion>
{
    public void Configure(EntityTypeBuilder<NoticeTemplateVersion> version)
    {
        version.ToTable("notice_template_versions");
        version.Property(v => v.Id).ValueGeneratedNever();
        version.Property(v => v.Title).HasMaxLength(NoticeTemplate.TitleMaxLength);
        version.Property(v => v.Text).HasMaxLength(NoticeTemplate.TextMaxLength);
        version.Property(v => v.ByName).HasMaxLength(40);
        version.Property(v => v.Note).HasMaxLength(NoticeTemplate.NoteMaxLength);
        version.HasIndex(v => new { v.TemplateId, v.Number }).IsUnique();
    }
}

internal sealed class SubscribeCreditConfig : IEntityTypeConfiguration<SubscribeCredit>
{
    public void Configure(EntityTypeBuilder<SubscribeCredit> credit)
    {
        credit.ToTable("subscribe_credits");
        credit.Property(c => c.Id).ValueGeneratedNever();
        credit.Property(c => c.TemplateId).HasMaxLength(SubscribeCredit.TemplateIdMaxLength);
        credit.Property(c => c.Count).IsConcurrencyToken(); // phone, gateway and WeChat's events count at the same moment
        credit.HasIndex(c => new { c.LitigantId, c.TemplateId }).IsUnique();
    }
}

internal sealed class SubscribeReportConfig : IEntityTypeConfiguration<SubscribeReport>
{
    public void Configure(EntityTypeBuilder<SubscribeReport> report)
    {
        report.ToTable("subscribe_reports");
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Results).HasMaxLength(SubscribeReport.ResultsMaxLength);
    }
}
