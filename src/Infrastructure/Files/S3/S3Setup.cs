namespace Infrastructure.Files.S3;

internal static class S3Setup
{
    /// <summary>Its signatures go by the machine's clock, never by a demonstration's.</summary>
    public static S3Files Open(S3Settings settings)
    {
        var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan, // each request has its own
        };
        return new S3Files(settings, new S3Client(settings, http, TimeProvider.System));
    }
}
