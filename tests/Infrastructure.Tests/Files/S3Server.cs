using System.Diagnostics;
using System.Net.Sockets;
using Given;
using Infrastructure.Files.S3;

namespace Infrastructure.Tests.Files;

/// <summary>s3rver, as <c>npm ci</c> in <c>Files/s3rver</c> has installed it; installed by this where it is missing.</summary>
internal sealed class S3Server(string folder, int port) : IAsyncDisposable
{
    public const string Bucket = "court";
    private static readonly SemaphoreSlim s_installing = new(1, 1);
    private Process? _process;

    public S3Settings Settings { get; } =
        new(new Uri($"http://127.0.0.1:{port}"), Bucket, "us-east-1", "S3RVER", "S3RVER", PathStyle: true);

    public static async Task<S3Server> Start(string folder)
    {
        await Install();
        var server = new S3Server(folder, FreePort.Next());
        await server.StartAgain();
        return server;
    }

    public async Task StartAgain()
    {
        Directory.CreateDirectory(folder);
        _process = Process.Start(
            new ProcessStartInfo(
                "node",
                [
                    Path.Combine(Home, "node_modules/s3rver/bin/s3rver.js"),
                    "-d",
                    folder,
                    "-a",
                    "127.0.0.1",
                    "-p",
                    $"{port}",
                    "--configure-bucket",
                    Bucket,
                ]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Wait.Until("s3rver listens", Listens);
    }

    public async Task Stop()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await Stop();
        _process?.Dispose();
    }

    private static string Home => Path.Combine(Checkout.Root, "tests/Infrastructure.Tests/Files/s3rver");

    private static async Task Install()
    {
        await s_installing.WaitAsync();
        try
        {
            if (File.Exists(Path.Combine(Home, "node_modules/.package-lock.json")))
                return;
            using var npm = Process.Start("npm", ["--prefix", Home, "ci", "--no-audit", "--no-fund"]);
            await npm.WaitForExitAsync();
            Assert.True(npm.ExitCode == 0, "npm ci did not install s3rver");
        }
        finally
        {
            s_installing.Release();
        }
    }

    private bool Listens()
    {
        try
        {
            using var socket = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
