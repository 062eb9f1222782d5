using System.Text.Json;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>Sends hints to every process by NOTIFY, on a connection that waits for no disk: a hint is not worth one.</summary>
internal sealed partial class PostgreSqlLiveAnnouncer(
    string connectionString,
    IServiceScopeFactory scopes,
    LiveBus bus,
    ILogger<PostgreSqlLiveAnnouncer> log
) : LiveAnnouncer(scopes, bus, log)
{
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        Options = "-c synchronous_commit=off",
        ApplicationName = "live announcer",
    }.ConnectionString;

    /// <summary>The first hint goes at once, those that follow it so closely go together: each statement costs the commits beside it time.</summary>
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(4);

    /// <summary>Kept after a failure, and sent after reconnecting.</summary>
    private List<LiveHint> _batch = [LiveHint.LookAgain];

    protected override IEnumerable<Round> Rounds =>
        [new(nameof(PostgreSqlLiveAnnouncer), TimeSpan.Zero, Announce) { LongestPause = TimeSpan.FromSeconds(1) }];

    private async Task<TimeSpan> Announce(IServiceProvider services, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(ct);
        while (true)
        {
            if (_batch.Count > 0)
                await Send(connection, _batch, ct);
            _batch = [];
            await Task.Delay(s_between, ct);
            _batch = await NextBatch(ct);
        }
    }

    protected override void Failed(Round round, Exception exception, TimeSpan pause) => NotSent(Log, exception.Message);

    private static async Task Send(NpgsqlConnection connection, List<LiveHint> batch, CancellationToken ct)
    {
        await using var notify = new NpgsqlCommand("SELECT pg_notify($1, hint) FROM unnest($2) AS hint", connection);
        notify.Parameters.Add(new() { Value = PostgreSqlLiveFeed.Channel });
        notify.Parameters.Add(new() { Value = batch.Select(hint => JsonSerializer.Serialize(hint)).ToArray() });
        await notify.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Live hints wait for the database: {Reason}")]
    private static partial void NotSent(ILogger log, string reason);
}
