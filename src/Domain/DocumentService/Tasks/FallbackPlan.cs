using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A channel, and how long an answer is waited for after it.</summary>
/// <param name="WaitHours">By the clock on the wall, from when the channel had it.</param>
public sealed record FallbackStep(ServiceChannel Channel, int WaitHours);

/// <summary>
/// In which order channels are tried for a kind of document in a court, set by the court; its trace keeps what it was before. What
/// nothing in it reaches becomes a clerk's <see cref="ServiceDuty"/>.
/// </summary>
public sealed class FallbackPlan : Aggregate
{
    public const int MostHours = 240;
    public const int ReasonMaxLength = 200;

    /// <summary>What the system can try by itself; post, in person and public notice are people's.</summary>
    public static readonly IReadOnlyList<ServiceChannel> Channels =
    [
        ServiceChannel.WeChat,
        ServiceChannel.SmsLink,
        ServiceChannel.Email,
        ServiceChannel.WebAccount,
        ServiceChannel.Voice,
    ];

    private FallbackPlan() { }

    public Guid CourtId { get; private init; }
    public DocumentKind Kind { get; private init; }
    public List<FallbackStep> Steps { get; private set; } = [];

    /// <summary>False when it was lifted: the national order holds again.</summary>
    public bool IsInForce { get; private set; }

    public string Reason { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    public static FallbackPlan Begin(Guid court, DocumentKind kind) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CourtId = court,
            Kind = kind,
        };

    /// <param name="steps">Each channel at most once, the first tried first.</param>
    public void Set(IReadOnlyList<FallbackStep> steps, string reason, Actor by, DateTimeOffset now)
    {
        if (IsInForce && Steps.SequenceEqual(steps))
            return;
        if (steps.Count == 0)
            throw FallbackErrors.Empty();
        if (steps.Any(s => !Channels.Contains(s.Channel)))
            throw FallbackErrors.ChannelInvalid();
        if (steps.DistinctBy(s => s.Channel).Count() != steps.Count)
            throw FallbackErrors.ChannelTwice();
        if (steps.Any(s => s.WaitHours is < 1 or > MostHours))
            throw FallbackErrors.HoursInvalid();
        var given = CheckedReason(reason);
        var before = IsInForce ? Steps : FallbackSteps.National(Kind);
        (Steps, IsInForce) = ([.. steps], true);
        Note(FallbackFacts.Set, new FallbackSetData(CourtId, Kind, before, Steps, given), given, by, now);
    }

    public void Lift(string reason, Actor by, DateTimeOffset now)
    {
        if (!IsInForce)
            return;
        var given = CheckedReason(reason);
        IsInForce = false;
        Note(FallbackFacts.Lifted, new FallbackLiftedData(CourtId, Kind, Steps, given), given, by, now);
    }

    private void Note(string kind, FactData data, string reason, Actor by, DateTimeOffset now)
    {
        (Reason, ChangedAt, ChangedByName) = (reason, now, by.Name);
        Raise(new Fact(kind, by, now) { Data = data, Topics = [LiveTopic.FallbackPlans] });
    }

    private static string CheckedReason(string reason) =>
        TypedText.Storable(reason) switch
        {
            "" => throw FallbackErrors.ReasonMissing(),
            { Length: > ReasonMaxLength } => throw FallbackErrors.ReasonTooLong(),
            var given => given,
        };
}

public static class FallbackFacts
{
    public const string Set = "fallback_set";
    public const string Lifted = "fallback_lifted";
}
