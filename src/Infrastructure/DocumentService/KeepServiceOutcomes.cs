using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>
/// What becomes of a notice that carries a service is written down with it; <see cref="ApplyServiceOutcomes"/> is woken and tells the
/// service.
/// </summary>
internal sealed class KeepServiceOutcomes : ISaveReaction
{
    public void React(Saving saving)
    {
        var isAny = false;
        foreach (var entry in saving.Tracked)
        {
            if (
                entry is not { Entity: Notice { SubjectKind: SubjectKind.Service } notice, State: EntityState.Modified }
                || Equals(entry.OriginalValues[nameof(Notice.State)], notice.State)
                || ServiceOutcome.Of(notice) is not { } outcome
            )
                continue;
            saving.Add(outcome);
            isAny = true;
        }

        if (isAny)
            saving.Hint(new LiveHint([LiveTopic.ServiceOutcomes], Guid.Empty, 0));
    }
}
