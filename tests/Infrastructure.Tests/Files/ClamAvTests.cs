using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Domain.Attachments;
using Given;
using Infrastructure.Files;
using Infrastructure.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.Files;

/// <summary>clamd's protocol: by what one of version 1.4 was heard to say, and before a real one where there is one.</summary>
public sealed class ClamAvTests
{
    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    [Theory]
    [InlineData("stream: OK\0", ScanVerdict.Clean)]
    [InlineData("stream: Eicar-Signature FOUND\0", ScanVerdict.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", ScanVerdict.Unavailable)]
    [InlineData("", ScanVerdict.Unavailable)]
    public async Task What_clamd_says_becomes_a_verdict(string answer, ScanVerdict verdict)
    {
        var sent = new byte[150_000];
        Random.Shared.NextBytes(sent);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = Answer(listener, answer);
        var scanner = Scanner($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Assert.Equal(verdict, await scanner.Scan(new MemoryStream(sent), CancellationToken.None));
        Assert.Equal(sent, await heard);
    }

    [Fact]
    public async Task An_empty_stream_and_one_of_whole_chunks_end_as_they_should()
    {
        foreach (var length in new[] { 0, 64 * 1024, 128 * 1024 })
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var heard = Answer(listener, "stream: OK\0");
            var scanner = Scanner($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
            Assert.Equal(ScanVerdict.Clean, await scanner.Scan(new MemoryStream(new byte[length]), CancellationToken.None));
            Assert.Equal(length, (await heard).Length);
        }
    }

    [Fact]
    public async Task Nobody_there_is_no_verdict()
    {
        Assert.Equal(ScanVerdict.Unavailable, await Scanner("tcp://127.0.0.1:1").Scan(new MemoryStream([1]), CancellationToken.None));
        Assert.Equal(ScanVerdict.Unavailable, await Scanner("unix:/nowhere/clamd.ctl").Scan(new MemoryStream([1]), CancellationToken.None));
    }

    [Theory]
    [InlineData("127.0.0.1:3310")]
    [InlineData("https://clamd.test")]
    public void An_address_of_another_kind_stops_the_host(string address) => Assert.Throws<SettingsException>(() => Scanner(address));

    [ClamdFact]
    public async Task A_real_clamd_finds_the_test_virus()
    {
        using var clamd = new Clamd();
        var scanner = Scanner($"unix:{clamd.SocketPath}");
        await Wait.Until("clamd answers", async () => await Of([1, 2, 3]) == ScanVerdict.Clean);
        Assert.Equal(ScanVerdict.Infected, await Of(s_eicar));
        Assert.Equal(ScanVerdict.Clean, await Of(new byte[1024 * 1024]));

        Task<ScanVerdict> Of(byte[] bytes) => scanner.Scan(new MemoryStream(bytes), CancellationToken.None);
    }

    private static ClamAv Scanner(string address) => new(address, NullLogger<ClamAv>.Instance);

    /// <returns>The stream as it was put together again.</returns>
    private static async Task<byte[]> Answer(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var heard = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var chunk = new byte[BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (chunk.Length == 0)
                break;
            await stream.ReadExactlyAsync(chunk);
            heard.Write(chunk);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return heard.ToArray();
    }

    /// <summary>Skipped where Debian's clamav-daemon is not installed.</summary>
    private sealed class ClamdFactAttribute : FactAttribute
    {
        public ClamdFactAttribute()
        {
            if (!File.Exists(Clamd.Program))
                Skip = "NO REAL CLAMD WAS ASKED: apt-get install --no-install-recommends clamav-daemon";
        }
    }

    /// <summary>One with a single signature of its own, so that nothing is fetched.</summary>
    private sealed class Clamd : IDisposable
    {
        public const string Program = "/usr/sbin/clamd";
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clamd-");
        private readonly Process _process;

        public Clamd()
        {
            var signatures = _folder.CreateSubdirectory("signatures");
            File.WriteAllText(Path.Combine(signatures.FullName, "test.ndb"), $"Eicar-Test:0:*:{Convert.ToHexStringLower(s_eicar)}\n");
            var settings = Path.Combine(_folder.FullName, "clamd.conf");
            File.WriteAllText(
                settings,
                $"""
                LocalSocket {SocketPath}
                DatabaseDirectory {signatures.FullName}
                Foreground yes
                LogFile {Path.Combine(_folder.FullName, "clamd.log")}
                User {Environment.UserName}

                """
            );
            _process = Process.Start(new ProcessStartInfo(Program, ["--config-file", settings]) { RedirectStandardOutput = true })!;
        }

        public string SocketPath => Path.Combine(_folder.FullName, "clamd.ctl");

        public void Dispose()
        {
            _process.Kill();
            _process.WaitForExit();
            _process.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
