using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Infrastructure.Files;

/// <summary>The folder can be written, and the bucket is there where there is one.</summary>
internal sealed class StorageHealth(IStorage storage, DiskFiles spool) : IHealthCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await spool.Check(patience.Token);
            await storage.Check(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("the file store is away", e);
        }
    }
}
