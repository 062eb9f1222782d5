using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Domain.Attachments;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>kill -9 around a file in pieces: what was acknowledged is there, it goes on from there, and it becomes one file.</summary>
[Collection(OnHosts.Name)]
public sealed class UploadTests(Hosts hosts) : IAsyncLifetime
{
    private const int MegaByte = 1024 * 1024;
    private readonly byte[] _file = [0xff, 0xd8, 0xff, 0xe0, .. RandomNumberGenerator.GetBytes(24 * MegaByte)];

    public Task InitializeAsync() => hosts.EverythingRuns();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_piece_that_was_under_way_is_kept_as_far_as_was_acknowledged()
    {
        using var phone = await SignIn(hosts.Api);
        var id = await phone.Start(_file.Length);
        var stalled = new TaskCompletionSource();
        var sending = phone.Piece(id, 0, new StalledContent(_file[..(20 * MegaByte)], _file.Length, stalled.Task));
        await Wait.Until("half of the file is acknowledged", async () => await phone.Offset(id) >= 8 * MegaByte);

        await hosts.Api.Kill();
        stalled.SetException(new IOException("the phone is gone"));
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        hosts.Api.Start();
        await hosts.Api.Ready();

        var offset = (int)await phone.Offset(id);
        Assert.InRange(offset, 8 * MegaByte, 20 * MegaByte);
        await Wait.Until("the dead writer's right has lapsed", () => phone.Sent(id, offset, _file[offset..]));
        await IsWhole(phone, id);
    }

    [Fact]
    public async Task A_file_that_was_being_looked_at_becomes_one_attachment()
    {
        using var scanner = new TcpListener(IPAddress.Loopback, FreePort.Next());
        scanner.Start();
        var api = new HostProcess(
            "MiniProgramApi",
            new Dictionary<string, string>
            {
                ["ConnectionStrings__Court"] = hosts.ConnectionString,
                ["Files__Root"] = hosts.Files,
                ["Worker__Enabled"] = "false",
                ["Worker__Watch"] = "false",
                ["Unverified__UploadsADay"] = "1000",
                ["Scanner__Address"] = $"tcp://127.0.0.1:{((IPEndPoint)scanner.LocalEndpoint).Port}",
            }
        );
        api.Start();
        try
        {
            await api.Ready();
            using var phone = await SignIn(api);
            var id = await phone.Start(_file.Length);
            var sending = phone.Sent(id, 0, _file);
            using (await scanner.AcceptTcpClientAsync())
            {
                await api.Kill();
                await Assert.ThrowsAnyAsync<Exception>(() => sending);
            }

            var answering = AnswerClean(scanner);
            api.Start();
            await api.Ready();
            Assert.Equal(_file.Length, await phone.Offset(id)); // nothing is sent again
            await Wait.Until(
                "the court can open it",
                async () => (await phone.Standing(id)).GetProperty("state").GetString() == "uploaded"
            );
            await IsWhole(phone, id);
            Assert.Equal(1, await hosts.Data.Use((CourtDb db) => db.Set<Attachment>().CountAsync(a => a.Sha256 == Sha256)));
            Assert.False(File.Exists(Path.Combine(hosts.Files, "uploads", id.ToString("N"))));
            Assert.False(answering.IsFaulted);
        }
        finally
        {
            await api.Kill();
        }
    }

    /// <summary>tus-js-client, as its makers publish it.</summary>
    [Fact]
    public async Task The_official_client_goes_on_after_the_api_was_killed()
    {
        using var phone = await SignIn(hosts.Api);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, _file);
        var start = new ProcessStartInfo("node", ["test/official/tusUpload.mjs"])
        {
            WorkingDirectory = Path.Combine(Checkout.Root, "miniprogram"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["API"] = hosts.Api.Address.ToString().TrimEnd('/');
        start.Environment["TOKEN"] = phone.AccessToken;
        start.Environment["FILE"] = path;
        start.Environment["NAME"] = "现场照片.jpg";
        using var client = Process.Start(start)!;
        var complaint = client.StandardError.ReadToEndAsync();
        var (killed, last) = (false, "");
        while (await client.StandardOutput.ReadLineAsync() is { } line)
        {
            last = line;
            if (killed || !line.StartsWith("sent ", StringComparison.Ordinal) || Number(line) < 3 * MegaByte)
                continue;
            killed = true;
            await hosts.Api.Kill();
            hosts.Api.Start();
        }

        await client.WaitForExitAsync();
        File.Delete(path);
        Assert.True(killed && client.ExitCode == 0, await complaint);
        Assert.StartsWith("uploaded ", last);
        await IsWhole(phone, Guid.Parse(last.Split('/')[^1]));
    }

    private string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_file));

    private async Task<UploadingPhone> SignIn(HostProcess api)
    {
        using var client = await LitigantClient.SignIn(api.Address, await hosts.Data.Litigant(), hosts.Data);
        return new UploadingPhone(api.Address, client.AccessToken);
    }

    private async Task IsWhole(UploadingPhone phone, Guid id)
    {
        Assert.Equal(Sha256, (await phone.Standing(id)).GetProperty("sha256").GetString());
        Assert.Equal(_file, await phone.Open(id));
    }

    private static async Task AnswerClean(TcpListener scanner)
    {
        while (true)
        {
            using var asked = await scanner.AcceptTcpClientAsync();
            await using var stream = asked.GetStream();
            var buffer = new byte[64 * 1024];
            var tail = new byte[4];
            do // until the chunk of length 0
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                    break;
                if (read >= 4)
                    tail = buffer[(read - 4)..read];
            } while (tail.Any(b => b != 0));
            await stream.WriteAsync("stream: OK\0"u8.ToArray());
        }
    }

    private static long Number(string line) => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);

    private sealed class StalledContent(byte[] bytes, long length, Task stall) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes);
            await stream.FlushAsync();
            await stall;
        }

        protected override bool TryComputeLength(out long said)
        {
            said = length;
            return true;
        }
    }

    private sealed class UploadingPhone : IDisposable
    {
        private readonly HttpClient _http;

        public UploadingPhone(Uri api, string token)
        {
            AccessToken = token;
            _http = new HttpClient { BaseAddress = new Uri(api, "/api/v1/"), Timeout = TimeSpan.FromSeconds(60) };
            _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
            _http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        }

        public string AccessToken { get; }

        public async Task<Guid> Start(long length)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "uploads");
            request.Headers.Add("Upload-Length", $"{length}");
            request.Headers.Add("Upload-Metadata", "name YS5qcGc=");
            using var answer = await _http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
        }

        public Task<HttpResponseMessage> Piece(Guid id, long offset, HttpContent bytes)
        {
            var request = new HttpRequestMessage(HttpMethod.Patch, $"uploads/{id}") { Content = bytes };
            request.Content.Headers.ContentType = new("application/offset+octet-stream");
            request.Headers.Add("Upload-Offset", $"{offset}");
            return _http.SendAsync(request);
        }

        public async Task<bool> Sent(Guid id, long offset, byte[] bytes)
        {
            using var answer = await Piece(id, offset, new ByteArrayContent(bytes));
            return answer.StatusCode == HttpStatusCode.NoContent;
        }

        public async Task<long> Offset(Guid id)
        {
            using var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"uploads/{id}"));
            return long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);
        }

        public async Task<JsonElement> Standing(Guid id) =>
            JsonElement.Parse(await _http.GetStringAsync(new Uri($"uploads/{id}", UriKind.Relative)));

        public Task<byte[]> Open(Guid id) => _http.GetByteArrayAsync(new Uri($"attachments/{id}", UriKind.Relative));

        public void Dispose() => _http.Dispose();
    }
}
