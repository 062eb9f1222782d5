using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>The next channel, when the ones before failed or nobody answered.</summary>
public sealed partial class Service
{
    /// <summary>When the worker looks whether the next channel's turn has come; null while nothing is to be done without people.</summary>
    public DateTimeOffset? NextFallbackAt { get; private set; }

    /// <summary>No channel was left: a clerk owes it, see <see cref="ServiceDuty"/>.</summary>
    public DateTimeOffset? HandedToClerkAt { get; private set; }

    /// <summary>Only a service that waits for its recipient falls back; not one that a report, or its time-out, will conclude.</summary>
    private bool WaitsForRecipient =>
        State is ServiceState.UnderWay or ServiceState.Failed && HandedToClerkAt is null && ConcludesAt is null;

    /// <summary>Someone carries it: the post, a clerk, a newspaper. Their coming back is recorded by people.</summary>
    private bool IsCarried => Attempts.Exists(a => a.Channel.IsByHand() && a.State is not (AttemptState.Failed or AttemptState.Withdrawn));

    /// <summary>Sets when to look again, by the plan in force for the court and the first document's kind.</summary>
    public void ScheduleFallback(IReadOnlyList<FallbackStep> steps, DateTimeOffset now) =>
        NextFallbackAt = WaitsForRecipient && !IsCarried ? Max(now, AnswersUntil(steps) ?? now) : null;

    /// <summary>Takes the step that is due: the next channel with an address that may serve the person, else the clerk.</summary>
    /// <param name="known">Addresses of the recipient, the best first.</param>
    /// <returns>True when nothing is left and a clerk has to act.</returns>
    public bool FallBack(IReadOnlyList<FallbackStep> steps, IReadOnlyList<PlannedWay> known, ServiceLinks links, DateTimeOffset now)
    {
        ScheduleFallback(steps, now);
        if (NextFallbackAt is null || NextFallbackAt > now)
            return false;
        if (NextWay(steps, known) is { } way)
        {
            Raise(FactFor(ServiceFacts.FellBack, Actor.System, now, new FellBackData(Tried(), way.Channel)));
            Attempt(way, null, links, Actor.System, now);
            ScheduleFallback(steps, now);
            return false;
        }

        (NextFallbackAt, HandedToClerkAt) = (null, now);
        Raise(FactFor(ServiceFacts.HandedToClerk, Actor.System, now, new HandedToClerkData(Tried())));
        return true;
    }

    /// <summary>
    /// It waits for its recipient, and is never looked at again or later than any plan gives: nobody would hear that no channel served.
    /// </summary>
    /// <param name="plans">All that ever held: when to look again stays when a plan is changed.</param>
    /// <param name="atMost">Until when the worker can have put it off by now: a try that failed waits.</param>
    public bool IsPutOff(IReadOnlyCollection<IReadOnlyList<FallbackStep>> plans, DateTimeOffset atMost)
    {
        if (!WaitsForRecipient || IsCarried)
            return false;
        if (NextFallbackAt is not { } at)
            return true;
        // Whatever has failed since was waited for when the time was set.
        var waits = Attempts.SelectMany(a => plans.Select(p => a.NewestInstant + p.WaitAfter(a.Channel)));
        return at > atMost && waits.All(until => at > until);
    }

    /// <summary>What the channels came to, each once.</summary>
    public IReadOnlyList<TriedWay> Tried() =>
        [
            .. Attempts
                .OrderBy(a => a.Position)
                .Where(a => a.State != AttemptState.Withdrawn)
                .Select(a => new TriedWay(a.Channel, a.State == AttemptState.Failed))
                .Distinct(),
        ];

    /// <summary>How the clerk's task came to its end, in words; null while it runs, or where there is none.</summary>
    internal string? ClerkDone()
    {
        if (HandedToClerkAt is not { } handed)
            return null;
        return State switch
        {
            ServiceState.Withdrawn => "已撤回",
            ServiceState.Effective or ServiceState.Presumed => "已送达",
            ServiceState.AwaitsOthers => "已签收",
            _ => Attempts.FindLast(a =>
                a.Channel.IsByHand() && a.QueuedAt >= handed && a.State is not (AttemptState.Failed or AttemptState.Withdrawn)
            )
                is { } act
                ? "已" + Act(act.Channel)
                : null,
        };
    }

    private static string Act(ServiceChannel channel) =>
        channel switch
        {
            ServiceChannel.Post => "邮寄",
            ServiceChannel.InPerson => "当面送达",
            ServiceChannel.PublicNotice => "公告",
            _ => "发传真",
        };

    /// <summary>The clerk's task has ended; what comes back from the post begins another.</summary>
    internal void ClerkHasActed() => HandedToClerkAt = null;

    /// <summary>After facts changed: whoever is served needs no further channel; whoever is open again is looked at.</summary>
    private void ReviseFallback()
    {
        if (!WaitsForRecipient || IsCarried)
            NextFallbackAt = null;
        else if (NextFallbackAt is null || State == ServiceState.Failed)
            NextFallbackAt = Attempts.Max(a => (DateTimeOffset?)a.LastAt) ?? BegunAt;
    }

    /// <summary>The longest of what is still waited for; null when every channel has failed.</summary>
    private DateTimeOffset? AnswersUntil(IReadOnlyList<FallbackStep> steps) =>
        Attempts
            .Where(a => a.State is not (AttemptState.Failed or AttemptState.Withdrawn))
            .Max(a => (DateTimeOffset?)((a.DeliveredAt ?? a.SentAt ?? a.QueuedAt) + steps.WaitAfter(a.Channel)));

    private PlannedWay? NextWay(IReadOnlyList<FallbackStep> steps, IReadOnlyList<PlannedWay> known) =>
        steps.Following(c => Attempts.Exists(a => a.Channel == c), known, Consent.Length > 0, LitigantId is not null).FirstOrDefault();

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
