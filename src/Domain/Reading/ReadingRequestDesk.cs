using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Reading;

/// <summary>Who reaches requests, and within how many days one is decided.</summary>
public sealed class ReadingRequestDesk(ICourtDb db, Handlers handlers, ICalendars calendars, ReadingSettings settings)
    : HandledDesk<ReadingRequest>(handlers)
{
    public override IQueryable<ReadingRequest> Reach(Actor by) =>
        by.Kind == ActorKind.Litigant ? db.OwnReadings(by) : db.ReadingsVisibleTo(by);

    public override async Task<Ladder> NewLadder(ReadingRequest request, Owner to, DateTimeOffset now, CancellationToken ct) =>
        settings.Ladder(await calendars.Current(ct), now);
}
