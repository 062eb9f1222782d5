using Infrastructure.Files;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Infrastructure.Tracing.Anchors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infrastructure.Health;

/// <summary>Ready when the database answers and no migration is missing.</summary>
internal sealed class DatabaseReady(CourtDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            return missing == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{missing} migrations are missing");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", e);
        }
    }
}

public static class HealthSetup
{
    private const string Ready = "database";
    private const string Outbox = "outbox";
    private const string Anchors = "anchors";
    private const string Files = "files";

    public static void AddCourtHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseReady>(Ready)
            .AddCheck<OutboxHealth>(Outbox)
            .AddCheck<AnchorHealth>(Anchors)
            .AddCheck<StorageHealth>(Files);

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. <c>/health/outbox</c>: notices go out, and
    /// <c>/health/anchors</c>: the trace is anchored, from whichever host. <c>/health/files</c>: the file store takes and gives files.
    /// </summary>
    public static void MapCourtHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        Map("/health/ready", Ready);
        Map("/health/outbox", Outbox);
        Map("/health/anchors", Anchors);
        Map("/health/files", Files);

        void Map(string path, string check) =>
            routes.MapHealthChecks(path, new HealthCheckOptions { Predicate = c => c.Name == check }).AllowAnonymous();
    }
}
