using System.Globalization;
using System.Linq.Expressions;
using Domain.DocumentService;
using Domain.Shared;

namespace Domain.Figures;

/// <summary>What the figures know of a service.</summary>
public sealed record CountedService(DateTimeOffset BegunAt, ServiceState State, DateOnly? EffectiveOn)
{
    public static readonly Expression<Func<Service, CountedService>> From = s => new CountedService(s.BegunAt, s.State, s.EffectiveOn)
    {
        Id = s.Id,
        CourtId = s.CourtId,
        DivisionId = s.DivisionId,
        ClerkId = s.ClerkId,
    };

    private static readonly Func<Service, CountedService> s_of = From.Compile();

    public required Guid Id { get; init; }
    public required Guid CourtId { get; init; }
    public required Guid DivisionId { get; init; }
    public required Guid ClerkId { get; init; }

    public static CountedService Of(Service service) => s_of(service);
}

/// <summary>What the figures know of an attempt.</summary>
/// <param name="HasServed">Mail that came back and served by that (MAIL 11).</param>
/// <param name="Basis">A fax to a number that the recipient neither gave nor confirmed serves nobody by arriving (CPL 90).</param>
public sealed record CountedAttempt(
    ServiceChannel Channel,
    AttemptState State,
    DateTimeOffset QueuedAt,
    string FailureCode,
    bool HasServed,
    AddressBasis Basis
)
{
    public bool IsInVain =>
        this is { Channel: ServiceChannel.Fax, State: AttemptState.Delivered, Basis: AddressBasis.Found or AddressBasis.Unconfirmed };

    public static CountedAttempt Of(ServiceAttempt attempt) =>
        new(attempt.Channel, attempt.State, attempt.QueuedAt, attempt.FailureCode, attempt.ReturnedOn is not null, attempt.Basis);
}

/// <summary>What a service and its attempts add to the figures as they stand; see <see cref="WorkOrderFigures"/>.</summary>
public static class ServiceFigures
{
    public static IEnumerable<FigureChange> Of(CountedService service)
    {
        var begun = ChinaTime.DayOf(service.BegunAt);
        yield return Change(service, FigureMetric.Served, begun, service.State.ToString());
        if (service.EffectiveOn is { } on)
            yield return Change(
                service,
                FigureMetric.ServiceTook,
                begun,
                Math.Max(0, on.DayNumber - begun.DayNumber).ToString(CultureInfo.InvariantCulture)
            );
    }

    public static IEnumerable<FigureChange> Of(CountedService service, CountedAttempt attempt)
    {
        if (attempt.State == AttemptState.Withdrawn)
            yield break;
        var day = ChinaTime.DayOf(attempt.QueuedAt);
        var outcome = attempt.State switch
        {
            AttemptState.Failed when attempt.HasServed => ServedOutcome.Succeeded,
            AttemptState.Failed => ServedOutcome.Failed,
            _ when attempt.IsInVain => ServedOutcome.Failed,
            >= AttemptState.Delivered => ServedOutcome.Succeeded,
            _ => ServedOutcome.Waiting,
        };
        yield return Change(service, FigureMetric.ServiceAttempts, day, $"{attempt.Channel}.{outcome}");
        if (outcome != ServedOutcome.Failed)
            yield break;
        var tag = $"{attempt.Channel}.{(attempt.IsInVain ? Service.FaxInVain : attempt.FailureCode)}";
        yield return Change(
            service,
            FigureMetric.ServiceFailures,
            day,
            tag.Length <= FigureKey.TagMaxLength ? tag : tag[..FigureKey.TagMaxLength]
        );
    }

    private static FigureChange Change(CountedService service, FigureMetric metric, DateOnly day, string tag) =>
        new(
            new FigureKey(metric, day, tag)
            {
                CourtId = service.CourtId,
                DivisionId = service.DivisionId,
                OwnerId = service.ClerkId,
            },
            1
        );
}
