using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Uploads;

/// <summary>Whoever has the folder can do it; several may.</summary>
internal sealed class UploadWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<UploadWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_finish = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_purge = TimeSpan.FromHours(1);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_finish, (FinishUploads finish, CancellationToken ct) => finish.Run(ct)),
            Round.Of(s_purge, (PurgeUploads purge, CancellationToken ct) => purge.Run(ct), afterWork: TimeSpan.FromMinutes(1)),
        ];
}
