using Domain.Shared;

namespace Domain.Notifications;

/// <summary>The administrator changes what a notice says.</summary>
public sealed class SaveNoticeTemplate(ICourtDb db, TimeProvider clock)
{
    /// <param name="id">Of the version, made by the page: saving again changes nothing.</param>
    /// <param name="basedOn">The version in force when the page was opened.</param>
    public Task Handle(
        Guid id,
        string kind,
        NoticeChannel channel,
        int basedOn,
        string title,
        string text,
        string reason,
        Actor by,
        CancellationToken ct
    ) =>
        db.ChangeTemplate(
            kind,
            channel,
            by,
            template =>
            {
                if (template.Versions.Any(v => v.Id == id))
                    return;
                if (template.InForce != basedOn)
                    throw NoticeTemplateErrors.Changed();
                template.Save(id, title, text, reason, by, clock.GetUtcNow());
            },
            ct
        );
}
