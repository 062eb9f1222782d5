namespace MiniProgramApi.Integration;

/// <summary>Section <c>Integration</c>: where and how partner systems call.</summary>
public sealed class IntegrationOptions
{
    /// <summary>Names on which alone the integration API answers; none is on every name of the host, by its path.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The header in which the proxies of <c>Proxy:Addresses</c> hand on a client's certificate; empty where none does.</summary>
    public string CertificateHeader { get; init; } = "";

    /// <summary>This host itself asks callers for a certificate.</summary>
    public bool ClientCertificates { get; init; }

    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Wrong secrets in a row from one source for one client, and how long it waits then.</summary>
    public int FailuresPerSource { get; init; } = 5;
    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(15);
}
