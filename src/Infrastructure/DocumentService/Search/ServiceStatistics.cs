using System.Globalization;
using Domain.DocumentService;
using Domain.Figures;
using Infrastructure.Figures;

namespace Infrastructure.DocumentService.Search;

/// <summary>How service (送达) went in a scope and period, and in its parts.</summary>
/// <param name="At">When the figures were read.</param>
public sealed record ServiceStatistics(
    FigureScope Scope,
    IReadOnlyList<ScopeStep> Path,
    FigurePeriod Period,
    ServiceNumbers Total,
    IReadOnlyList<ServicePart> Parts,
    DateTimeOffset At
)
{
    public string Name => Path[^1].Name;
}

/// <param name="Unit">Court, division or clerk.</param>
public sealed record ServicePart(Guid Unit, string Name, ServiceNumbers Numbers);

/// <summary>Services that began in a period, as they stand now.</summary>
/// <param name="Channels">Those that were tried, the most used first.</param>
/// <param name="Failures">The most frequent first.</param>
/// <param name="Days">Services by the calendar days from begin to effect, the shortest first.</param>
public sealed record ServiceNumbers(
    IReadOnlyDictionary<ServiceState, long> States,
    IReadOnlyList<ChannelNumbers> Channels,
    IReadOnlyList<FailureNumbers> Failures,
    IReadOnlyList<(int Days, long Services)> Days
)
{
    public long Begun => States.Values.Sum();

    /// <summary>送达成功率: effective or presumed ÷ begun, the withdrawn left out.</summary>
    public Share Served => new(Of(ServiceState.Effective) + Of(ServiceState.Presumed), Begun - Of(ServiceState.Withdrawn));

    public long Of(ServiceState state) => States.GetValueOrDefault(state);

    /// <summary>The day by which that part of the effective services was effective.</summary>
    /// <param name="part">0.5 is the median.</param>
    /// <returns>Null where none is effective.</returns>
    public int? DaysFor(double part)
    {
        var all = Days.Sum(d => d.Services);
        var sofar = 0L;
        foreach (var (days, services) in Days)
        {
            sofar += services;
            if (sofar >= part * all)
                return days;
        }

        return null;
    }

    internal static ServiceNumbers From(IEnumerable<FigureSum> sums)
    {
        var all = sums.ToLookup(s => s.Metric);
        return new(
            all[FigureMetric.Served].GroupBy(s => Enum.Parse<ServiceState>(s.Tag)).ToDictionary(g => g.Key, g => g.Sum(s => s.Value)),
            [
                .. all[FigureMetric.ServiceAttempts]
                    .GroupBy(s => ChannelOf(s.Tag))
                    .Select(g => new ChannelNumbers(
                        g.Key,
                        Outcome(g, ServedOutcome.Succeeded),
                        Outcome(g, ServedOutcome.Failed),
                        Outcome(g, ServedOutcome.Waiting)
                    ))
                    .OrderByDescending(c => c.Tried),
            ],
            [
                .. all[FigureMetric.ServiceFailures]
                    .GroupBy(s => s.Tag)
                    .Select(g => new FailureNumbers(
                        ChannelOf(g.Key),
                        g.Key[(g.Key.IndexOf('.', StringComparison.Ordinal) + 1)..],
                        g.Sum(s => s.Value)
                    ))
                    .OrderByDescending(f => f.Attempts),
            ],
            [
                .. all[FigureMetric.ServiceTook]
                    .GroupBy(s => int.Parse(s.Tag, CultureInfo.InvariantCulture))
                    .Select(g => (g.Key, g.Sum(s => s.Value)))
                    .OrderBy(d => d.Key),
            ]
        );
    }

    private static ServiceChannel ChannelOf(string tag) => Enum.Parse<ServiceChannel>(tag[..tag.IndexOf('.', StringComparison.Ordinal)]);

    private static long Outcome(IEnumerable<FigureSum> sums, ServedOutcome outcome) =>
        sums.Where(s => s.Tag.EndsWith($".{outcome}", StringComparison.Ordinal)).Sum(s => s.Value);
}

/// <param name="Waiting">Sent or queued, no receipt yet.</param>
public sealed record ChannelNumbers(ServiceChannel Channel, long Succeeded, long Failed, long Waiting)
{
    public long Tried => Succeeded + Failed + Waiting;

    /// <summary>Succeeded ÷ those whose end is known.</summary>
    public Share Rate => new(Succeeded, Succeeded + Failed);
}

/// <param name="Code">As the gateway gave it.</param>
public sealed record FailureNumbers(ServiceChannel Channel, string Code, long Attempts);
