using Domain.Notifications;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>New notices do not wait for the <see cref="OutboxWorker"/>'s poll.</summary>
internal sealed class WakeOutbox : ISaveReaction
{
    public void React(Saving saving)
    {
        if (saving.Tracked.Any(e => e is { Entity: Notice { State: NoticeState.Queued }, State: EntityState.Added }))
            saving.Hint(LiveHint.Outbox);
    }
}
