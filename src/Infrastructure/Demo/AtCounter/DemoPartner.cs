using Domain.Organisation;
using Domain.Partners;

namespace Infrastructure.Demo.AtCounter;

/// <summary>The drawn court's trial system; its pushes are switched off, since nothing answers there.</summary>
internal sealed class DemoPartner(DemoCounter counter)
{
    public void Plan(DemoTimeline timeline) => timeline.At(counter.On(-20, 10 * 60), Open);

    private async Task Open()
    {
        var by = counter.Court.Holders(Role.Administrator)[0].Actor;
        var (id, subscription) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var settings = new PartnerSettings([PartnerScope.CasesWrite, PartnerScope.Events], []);
        await counter.Do<OpenPartner>(p => p.Handle(new(id, "越秀法院办案系统", PartnerKind.TrialSystem, settings), by, counter.Ct));
        // What it would be signed with is shown to nobody.
        await counter.Do<ManageSubscription>(s =>
            s.Open(
                id,
                new(subscription, "https://trial.gzcourt.example/events", [EventKind.BindingChanged, EventKind.MaterialChanged]),
                by,
                counter.Ct
            )
        );
        await counter.Do<ManageSubscription>(s => s.Become(subscription, PartnerState.Paused, by, counter.Ct));
    }
}
