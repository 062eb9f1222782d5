using System.Diagnostics;
using System.Security.Cryptography;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Npgsql;

namespace Given;

/// <summary>
/// One PostgreSQL server for all test processes of a checkout, with a template in it: a migrated database and its reference data.
/// It lies in memory where there is room, and flushes nothing. Each process holds a lock while it lives; when the last one
/// has let go, the server is stopped and removed.
/// </summary>
internal sealed class TestServer
{
    private const long Room = 4L << 30; // bytes; a clone takes 12 MB
    private const string Memory = "/dev/shm";

    /// <summary>Connections of a test that is over are closed soon: there are hundreds of databases, and each has a pool.</summary>
    private const string Client = ";Connection Idle Lifetime=3;Connection Pruning Interval=1";

    private const string Options = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=900";

    private static readonly string s_locks = Directory.CreateDirectory(Path.Combine(Checkout.Root, "data", "tests")).FullName;

    /// <summary>Named by the builds that make it, so that neither changed tables nor changed reference data are missed.</summary>
    private static readonly string s_template =
        "template_"
        + Hash(
            typeof(PostgreSqlEngine).Module.ModuleVersionId,
            typeof(CourtDb).Module.ModuleVersionId,
            typeof(Fact).Module.ModuleVersionId
        );

    private static readonly Lazy<Task<TestServer>> s_started = new(Start);

    private readonly PrivateCluster _cluster;
    private readonly FileStream _use;

    private TestServer(PrivateCluster cluster, FileStream use) => (_cluster, _use) = (cluster, use);

    public static Task<TestServer> Started => s_started.Value;

    public string ConnectionString(string database) => _cluster.ConnectionString(database) + Client;

    /// <summary>Makes a database like the template, or like another one that nothing is connected to, and names it.</summary>
    public string Clone(string? like = null)
    {
        var name = $"t_{Guid.CreateVersion7():N}";
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        // By files: through the write-ahead log it takes five times as long.
        using var clone = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {like ?? s_template} STRATEGY FILE_COPY", connection);
        clone.ExecuteNonQuery();
        return name;
    }

    public async Task Drop(IEnumerable<string> databases)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        foreach (var database in databases)
            await Execute(connection, $"DROP DATABASE {database} WITH (FORCE)");
    }

    private static async Task<TestServer> Start()
    {
        await using var gate = await Lock("gate", FileShare.None);
        var use = await Lock("users", FileShare.Read);
        var folder = Folder();
        var pidFile = Path.Combine(folder, "cluster", "postmaster.pid");
        if (Directory.Exists(folder) && !IsRunning(pidFile))
            Directory.Delete(folder, recursive: true); // never stopped in order, and nothing was flushed
        var server = new TestServer(await PrivateCluster.Start(folder, Options), use);
        await server.MakeTemplate();
        StopWhenUnused(pidFile, folder);
        return server;
    }

    private async Task MakeTemplate()
    {
        const string unfinished = "unfinished";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var look = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{s_template}'", connection);
        if (await look.ExecuteScalarAsync() is not null)
            return;

        await Execute(connection, $"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)");
        await CourtData.Open(_cluster.ConnectionString(unfinished) + ";Pooling=false");
        await Execute(connection, $"ALTER DATABASE {unfinished} RENAME TO {s_template}");
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Folder()
    {
        var name = $"court-tests-{Hash(Checkout.Root)}";
        var inMemory = Path.Combine(Memory, name);
        var hasRoom = Directory.Exists(inMemory) || (Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room);
        return hasRoom ? inMemory : Path.Combine(Path.GetTempPath(), name);
    }

    private static bool IsRunning(string pidFile) =>
        File.Exists(pidFile)
        && File.ReadLines(pidFile).FirstOrDefault() is { } pid
        && File.Exists($"/proc/{pid}/comm")
        && File.ReadAllText($"/proc/{pid}/comm").StartsWith("postgres", StringComparison.Ordinal);

    /// <summary>By a process of its own, which waits for the lock: a test process that is killed cannot clear up.</summary>
    private static void StopWhenUnused(string pidFile, string folder)
    {
        const string stop = """kill -INT "$(head -n 1 "$1")" && while [ -e "$1" ]; do sleep 0.1; done; rm -rf "$2" """;
        const string wait = """setsid flock "$0" sh -c "$1" stop "$2" "$3" </dev/null >/dev/null 2>&1 &""";
        using var shell = Process.Start("/bin/sh", ["-c", wait, Path.Combine(s_locks, "users"), stop, pidFile, folder]);
        shell.WaitForExit();
    }

    private static async Task<FileStream> Lock(string name, FileShare share)
    {
        var access = share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(s_locks, name), FileMode.OpenOrCreate, access, share);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }

    private static string Hash(params object[] of) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(' ', of))))[..16];
}
