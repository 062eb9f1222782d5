using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

internal static class NoticeTemplateChanges
{
    public static async Task ChangeTemplate(
        this ICourtDb db,
        string kind,
        NoticeChannel channel,
        Actor by,
        Action<NoticeTemplate> change,
        CancellationToken ct
    )
    {
        if (!by.Reaches(Feature.NoticeTemplates))
            throw NoticeTemplateErrors.NotAllowed();
        if (NoticeKinds.Find(kind) is not { } known || !known.AllChannels.Contains(channel))
            throw NoticeTemplateErrors.NotFound();
        await db.Change(
            async () =>
            {
                var stored = await db.Set<NoticeTemplate>()
                    .Include(t => t.Versions)
                    .SingleOrDefaultAsync(t => t.Kind == kind && t.Channel == channel, ct);
                var template =
                    stored
                    ?? new NoticeTemplate
                    {
                        Id = Guid.CreateVersion7(),
                        Kind = kind,
                        Channel = channel,
                    };
                change(template);
                if (stored is null && template.Facts.Count > 0)
                    db.Set<NoticeTemplate>().Add(template);
            },
            ct
        );
    }
}
