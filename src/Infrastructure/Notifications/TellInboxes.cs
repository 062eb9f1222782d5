using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>An in-app notice is there at once: the recipient's screens look, unless its fact has told them to.</summary>
internal sealed class TellInboxes : ISaveReaction
{
    public void React(Saving saving)
    {
        foreach (var entry in saving.Tracked)
        {
            if (
                entry is { Entity: Notice notice, State: EntityState.Added }
                && Topic(notice) is { } topic
                && !saving.Told.Any(h => h.Topics.Contains(topic))
            )
                saving.Hint(new LiveHint([topic], notice.SubjectId ?? Guid.Empty, 0));
        }
    }

    private static string? Topic(Notice notice) =>
        (notice.Channel, notice.RecipientKind, notice.RecipientId) switch
        {
            (NoticeChannel.InApp, RecipientKind.Staff, { } id) => LiveTopic.Staff(id),
            (NoticeChannel.InApp, RecipientKind.Litigant, { } id) => LiveTopic.Litigant(id),
            _ => null,
        };
}
