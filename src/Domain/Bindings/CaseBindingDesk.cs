using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Bindings;

/// <summary>Who reaches requests, and within how many days one is decided.</summary>
public sealed class CaseBindingDesk(ICourtDb db, Handlers handlers, ICalendars calendars, BindingSettings settings)
    : HandledDesk<CaseBinding>(handlers)
{
    public override IQueryable<CaseBinding> Reach(Actor by) =>
        by.Kind == ActorKind.Litigant ? db.OwnBindings(by) : db.BindingsVisibleTo(by);

    public override async Task<Ladder> NewLadder(CaseBinding binding, Owner to, DateTimeOffset now, CancellationToken ct) =>
        settings.Ladder(await calendars.Current(ct), now);
}
