using System.Text.Json;
using Bench.Screens;
using Infrastructure.PostgreSql;
using Npgsql;

namespace Bench;

/// <summary>
/// The PostgreSQL of a run: one of its own, gone afterwards; or with <c>--keep FOLDER</c> one that stays there with the great city, so that
/// screens, wallboard and create are measured on the same rows without filling again.
/// </summary>
internal sealed class Server(string? kept) : IAsyncDisposable
{
    private const string Memory = "-c shared_buffers=1GB";
    private const string City = "city";
    private readonly string _folder = kept ?? Path.Combine(Path.GetTempPath(), $"court-bench-{Guid.CreateVersion7()}");
    private PrivateCluster? _cluster;

    /// <summary>What the kept city holds; null before it is filled to the end.</summary>
    public CitySize? Filled => File.Exists(Marker) ? JsonSerializer.Deserialize<CitySize>(File.ReadAllText(Marker)) : null;

    private string Marker => Path.Combine(_folder, "filled.json");

    public Task Start() => Start("");

    public string ConnectionString(string database) => _cluster!.ConnectionString(database);

    public string CityConnectionString => ConnectionString(City);

    /// <summary>Fills the city unless it is there already: nothing of a filling has to outlive a crash. The server runs durably afterwards.</summary>
    public async Task<CitySize> StartWithCity(CitySize wanted, Func<string, CitySize, Task> fill)
    {
        if (Filled is { } there)
        {
            await StartKept();
            return there;
        }

        await Start(ScreenRun.ServerOptions);
        await Admin($"DROP DATABASE IF EXISTS {City}"); // of a filling that was broken off
        await fill(CityConnectionString, wanted);
        NpgsqlConnection.ClearAllPools();
        await Admin("CHECKPOINT");
        await _cluster!.Stop();
        await Start();
        await File.WriteAllTextAsync(Marker, JsonSerializer.Serialize(wanted));
        return wanted;
    }

    /// <summary>With a city that was filled before, perhaps by an earlier model.</summary>
    public async Task StartKept()
    {
        await Start();
        await KeptSchema.Follow(this);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null)
            await _cluster.Stop();
        if (kept is null && Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task Start(string options) => _cluster = await PrivateCluster.Start(_folder, $"{Memory} {options}");

    public async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false;Command Timeout=0");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
