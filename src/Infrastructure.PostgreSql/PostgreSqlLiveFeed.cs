using System.Text.Json;
using Infrastructure.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>Hears the hints of every process by LISTEN on a connection of its own, and says so when it was away.</summary>
internal sealed partial class PostgreSqlLiveFeed(string connectionString, LiveBus bus, ILogger<PostgreSqlLiveFeed> log) : BackgroundService
{
    public const string Channel = "court_changes";

    // A dead peer is noticed by the keep-alive, else a cut network would leave the host silent.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        KeepAlive = 10,
        ApplicationName = "live feed",
    }.ConnectionString;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interrupted = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(interrupted, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                Interrupted(log, e.Message);
                interrupted = true;
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(bool interrupted, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        var arrived = new Queue<string>();
        connection.Notification += (_, e) => arrived.Enqueue(e.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        if (interrupted)
        {
            NpgsqlConnection.ClearAllPools(); // else those who look again get the connections that died with the server
            await bus.Publish(LiveHint.LookAgain);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
            while (arrived.TryDequeue(out var payload))
                await bus.Publish(JsonSerializer.Deserialize<LiveHint>(payload)!);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live feed was interrupted: {Reason}")]
    private static partial void Interrupted(ILogger log, string reason);
}
