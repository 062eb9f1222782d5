namespace Domain.WorkOrders;

/// <summary>Short numbers for people: unique, rising within a day, with gaps where a host stopped.</summary>
public interface INumberSource
{
    /// <returns><c>GZ20261120-000123</c>.</returns>
    ValueTask<string> Next(DateOnly day, CancellationToken ct);

    /// <returns><c>SD20261120-0042</c>, for a service task (送达任务).</returns>
    ValueTask<string> NextServiceTask(DateOnly day, CancellationToken ct);

    /// <returns><c>SDHZ20261120-000042</c>, for a certificate of service (送达回证、电子送达凭证).</returns>
    ValueTask<string> NextCertificate(DateOnly day, CancellationToken ct);
}
