using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infrastructure.Outbox;

/// <summary>Asked of any host, so that it answers also when no worker runs.</summary>
internal sealed class OutboxHealth(OutboxState state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var alarms = (await state.Read(cancellationToken)).Alarms;
            return alarms.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join('；', alarms));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", e);
        }
    }
}
