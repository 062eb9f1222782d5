using System.Globalization;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Domain.Supervision;

namespace Infrastructure.Demo;

/// <summary>
/// What the worker and the clerks have done by now where nobody answered: a call, then the post. What is left to the start of the hosts is
/// nothing, so that a fresh start calls nobody.
/// </summary>
internal sealed class DemoFallback(ServiceLinks links, WorkCalendar calendar, DateTimeOffset now)
{
    /// <summary>What came to the clerk since then still waits for them.</summary>
    private readonly DateTimeOffset _waits = ChinaTime.StartOf(ChinaTime.DayOf(now).AddDays(-1));

    private int _letters;

    public static void Begin(Service service) => service.ScheduleFallback(StepsOf(service), service.BegunAt);

    /// <summary>At the moment at which its next step is due.</summary>
    /// <returns>The clerk's task that begins then, where one does.</returns>
    public IEnumerable<ServiceDuty> GoOn(Service service, DemoServiceLife life, CaseParty party)
    {
        var (at, first, before) = (service.NextFallbackAt!.Value, service.Attempts[0], service.Attempts.Count);
        PlannedWay[] ways =
            first.Basis == AddressBasis.Unconfirmed || service.RecipientPhone.Length == 0
                ? []
                : [new(ServiceChannel.Voice, service.RecipientPhone, first.Basis, first.Origin)];
        if (!service.FallBack(StepsOf(service), ways, links, at))
        {
            if (service.Attempts.Count > before)
                Call(service, service.Attempts[before].Id, at);
            yield break;
        }

        var wasPosted = service.Attempts.Exists(a => a.Channel == ServiceChannel.Post);
        var kind = wasPosted && service.MayBeNoticed ? ServiceDutyKind.PublicNotice : ServiceDutyKind.Post;
        yield return ServiceDuty.Open(kind, service, Ladder.Of(calendar, SupervisionLimits.Default, ChinaTime.DayOf(at)), at);
        if (wasPosted || at >= _waits)
            yield break;
        var reference = string.Create(CultureInfo.InvariantCulture, $"EY{30_000_000 + ++_letters}CN");
        life.Post(DemoFaces.PostalOf(party), reference, at.AddHours(3));
        if (at.AddDays(4) < now)
            life.SignOnPaper(ServiceChannel.Post, at.AddDays(4));
    }

    /// <summary>The number that took no SMS answers no call.</summary>
    private static void Call(Service service, Guid id, DateTimeOffset at)
    {
        if (service.Attempts.Exists(a => a.State == AttemptState.Failed))
            service.Failed(id, "NO_ANSWER", at, at);
        else
            service.Delivered(id, at, at);
    }

    private static IReadOnlyList<FallbackStep> StepsOf(Service service) =>
        FallbackSteps.National(service.Copies.MinBy(c => c.Position)!.Kind);
}
