using System.Text.Json;
using Infrastructure.Live;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>Sends hints to every process by NOTIFY, on a connection that waits for no disk: a hint is not worth one.</summary>
internal sealed partial class PostgreSqlLiveAnnouncer(string connectionString, ILogger<PostgreSqlLiveAnnouncer> log) : LiveAnnouncer
{
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        Options = "-c synchronous_commit=off",
        ApplicationName = "live announcer",
    }.ConnectionString;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<LiveHint> batch = [LiveHint.LookAgain];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(stoppingToken);
                while (true)
                {
                    if (batch.Count > 0)
                        await Send(connection, batch, stoppingToken);
                    batch = await NextBatch(stoppingToken);
                }
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                // The batch is kept and sent after reconnecting.
                NotSent(log, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

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
