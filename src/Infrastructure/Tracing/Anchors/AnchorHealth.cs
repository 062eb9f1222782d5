using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infrastructure.Tracing.Anchors;

/// <summary>Asked of any host.</summary>
internal sealed class AnchorHealth(AnchorState state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await state.Alarm(cancellationToken) is { } alarm ? HealthCheckResult.Unhealthy(alarm) : HealthCheckResult.Healthy();
}
