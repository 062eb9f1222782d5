using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Infrastructure.PostgreSql;
using Npgsql;

namespace Infrastructure.Tests.PostgreSql;

public sealed class PrivateClusterTests : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"court-cluster-{Guid.CreateVersion7()}");
    private PrivateCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await PrivateCluster.Start(_folder);

    public async Task DisposeAsync()
    {
        await _cluster.Stop();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_court_database_is_there_at_once_and_writes_are_durable()
    {
        Assert.Equal("on", await Ask("SHOW fsync"));
        Assert.Equal("on", await Ask("SHOW synchronous_commit"));
    }

    [Fact]
    public async Task A_second_start_finds_the_running_server()
    {
        var before = ServerProcess();
        await PrivateCluster.Start(_folder);
        Assert.Equal(before, ServerProcess());
    }

    [Fact]
    public async Task A_killed_server_comes_back_on_its_port_with_what_was_committed()
    {
        var before = _cluster.ConnectionString();
        await Ask("CREATE TABLE kept AS SELECT 7 AS n");
        await KillServer();

        _cluster = await PrivateCluster.Start(_folder);

        Assert.Equal(before, _cluster.ConnectionString());
        Assert.Equal(7, await Ask("SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_port_that_another_program_took_meanwhile_is_left_to_it()
    {
        await _cluster.Stop();
        using var other = new TcpListener(IPAddress.Loopback, Port());
        other.Start();

        _cluster = await PrivateCluster.Start(_folder);

        Assert.NotEqual(((IPEndPoint)other.LocalEndpoint).Port, Port());
        Assert.Equal(1, await Ask("SELECT 1"));
    }

    [Fact]
    public async Task A_pid_file_whose_number_belongs_to_another_program_does_not_prevent_a_start()
    {
        var pidFile = Path.Combine(_folder, "cluster", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile);
        await _cluster.Stop();
        await File.WriteAllLinesAsync(pidFile, [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), .. lines[1..]]);

        _cluster = await PrivateCluster.Start(_folder);

        Assert.Equal(1, await Ask("SELECT 1"));
    }

    [Fact]
    public async Task A_start_that_was_cut_short_in_the_making_is_made_again()
    {
        await _cluster.Stop();
        Directory.Delete(Path.Combine(_folder, "cluster"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_folder, "cluster.unfinished", "base"));

        _cluster = await PrivateCluster.Start(_folder);

        Assert.Equal(1, await Ask("SELECT 1"));
    }

    [Fact]
    public async Task Several_hosts_may_start_it_at_once()
    {
        await _cluster.Stop();
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PrivateCluster.Start(_folder)));
        Assert.Single(all.Select(c => c.ConnectionString()).Distinct());
    }

    private async Task<object?> Ask(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_cluster.ConnectionString() + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private int Port() => int.Parse(File.ReadAllText(Path.Combine(_folder, "port")), CultureInfo.InvariantCulture);

    private int ServerProcess() =>
        int.Parse(File.ReadLines(Path.Combine(_folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private async Task KillServer()
    {
        using var server = Process.GetProcessById(ServerProcess());
        server.Kill();
        await server.WaitForExitAsync();
    }
}
