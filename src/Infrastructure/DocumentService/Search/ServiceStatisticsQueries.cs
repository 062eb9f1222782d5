using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Figures;

namespace Infrastructure.DocumentService.Search;

/// <summary>Reads the figures of services; never the services themselves.</summary>
public sealed class ServiceStatisticsQueries(FigureReader figures, StatisticsQueries scopes, TimeProvider clock)
{
    private static readonly FigureMetric[] s_metrics =
    [
        FigureMetric.Served,
        FigureMetric.ServiceAttempts,
        FigureMetric.ServiceFailures,
        FigureMetric.ServiceTook,
    ];

    /// <returns>Null where the person may not look, or there is no such unit.</returns>
    public async Task<ServiceStatistics?> Read(FigureScope asked, FigurePeriod period, Actor by, CancellationToken ct)
    {
        if (ScopeFor(by, asked) is not { } scope || await scopes.Path(scope, ct) is not { } path)
            return null;
        return await figures.Read(
            async view =>
            {
                var all = new FigureQuery(s_metrics, period.From, period.To)
                {
                    CourtId = scope.CourtId,
                    DivisionId = scope.DivisionId,
                    OwnerId = scope.OwnerId,
                };
                var total = ServiceNumbers.From(await view.Sums(all));
                var parts =
                    scope.Parts == FigureUnit.None ? [] : (await view.Sums(all with { By = scope.Parts })).GroupBy(s => s.Unit).ToList();
                var names = parts.Count == 0 ? [] : await scopes.Names(scope, [.. parts.Select(p => p.Key)], ct);
                return new ServiceStatistics(
                    scope,
                    path,
                    period,
                    total,
                    [
                        .. parts
                            .Select(p => new ServicePart(p.Key, names.GetValueOrDefault(p.Key, "—"), ServiceNumbers.From(p)))
                            .OrderByDescending(p => p.Numbers.Begun),
                    ],
                    clock.GetUtcNow()
                );
            },
            ct
        );
    }

    /// <summary>As of orders; a clerk sees the own.</summary>
    /// <returns>Null where the person may not look.</returns>
    public static FigureScope? ScopeFor(Actor by, FigureScope asked) =>
        by.ExtentOf(Feature.ServiceStatistics) switch
        {
            Extent.Own => asked is { OwnerId: null, CourtId: null, DivisionId: null } || asked.OwnerId == by.Id
                ? new() { CourtId = by.Post!.CourtId, OwnerId = by.Id }
                : null,
            _ => FigureScope.For(by, asked, Feature.ServiceStatistics),
        };
}
