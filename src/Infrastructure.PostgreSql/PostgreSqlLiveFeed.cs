using System.Text.Json;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Infrastructure.PostgreSql;

/// <summary>Hears the hints of every process by LISTEN on a connection of its own, and says so whenever it begins to.</summary>
internal sealed partial class PostgreSqlLiveFeed(
    string connectionString,
    IServiceScopeFactory scopes,
    LiveBus bus,
    ILogger<PostgreSqlLiveFeed> log
) : Worker(scopes, bus, log)
{
    public const string Channel = "court_changes";

    // A dead peer is noticed by the keep-alive, else a cut network would leave the host silent.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Pooling = false,
        KeepAlive = 10,
        ApplicationName = "live feed",
    }.ConnectionString;

    private readonly LiveBus _bus = bus;
    private bool _isInterrupted;

    protected override IEnumerable<Round> Rounds =>
        [new(nameof(PostgreSqlLiveFeed), TimeSpan.Zero, Listen) { LongestPause = TimeSpan.FromSeconds(1) }];

    protected override void Failed(Round round, Exception exception, TimeSpan pause)
    {
        Interrupted(Log, exception.Message);
        _isInterrupted = true;
    }

    private async Task<TimeSpan> Listen(IServiceProvider services, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        var arrived = new Queue<string>();
        connection.Notification += (_, e) => arrived.Enqueue(e.Payload);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        if (_isInterrupted)
            NpgsqlConnection.ClearAllPools(); // else those who look again get the connections that died with the server
        await _bus.Publish(LiveHint.LookAgain); // also the first time: a page may have read before this host began to hear

        while (true)
        {
            await connection.WaitAsync(ct);
            while (arrived.TryDequeue(out var payload))
                await _bus.Publish(JsonSerializer.Deserialize<LiveHint>(payload)!);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live feed was interrupted: {Reason}")]
    private static partial void Interrupted(ILogger log, string reason);
}
