using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>Writes down that this process's worker lives and which gateways fail it.</summary>
public sealed class BeatHeart(CourtDb db, NoticeClaims claims, ChannelGates gates)
{
    private static readonly Guid s_process = Guid.CreateVersion7();
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(1);

    /// <returns>0: there is nothing to go on with.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = (await claims.DatabaseNow(ct)).ToUniversalTime();
        var heartbeat = await db.Set<WorkerHeartbeat>().SingleOrDefaultAsync(h => h.Id == s_process, ct);
        if (heartbeat is null)
        {
            var host = $"{Environment.MachineName}/{Environment.ProcessId}";
            db.Set<WorkerHeartbeat>()
                .Add(
                    heartbeat = new WorkerHeartbeat
                    {
                        Id = s_process,
                        Host = host[..Math.Min(host.Length, WorkerHeartbeat.HostMaxLength)],
                        StartedAt = now,
                    }
                );
            var before = now - s_kept;
            await db.Set<WorkerHeartbeat>().Where(h => h.SeenAt < before).ExecuteDeleteAsync(ct);
        }

        heartbeat.SeenAt = now;
        heartbeat.OpenCircuits = string.Join(' ', gates.Broken);
        await db.SaveChangesAsync(ct);
        return 0;
    }
}
