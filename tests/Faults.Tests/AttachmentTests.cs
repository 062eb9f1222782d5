using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Domain.Attachments;
using Domain.Litigants;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>kill -9 around an upload: an accepted file is readable with the same bytes, half a file does not exist.</summary>
[Collection(OnHosts.Name)]
public sealed class AttachmentTests(Hosts hosts) : IAsyncLifetime
{
    private readonly byte[] _file = [0xff, 0xd8, 0xff, 0xe0, .. RandomNumberGenerator.GetBytes(6 * 1024 * 1024)];
    private LitigantClient _phone = null!;
    private Litigant _person = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _person = await hosts.Data.Litigant();
        _phone = await LitigantClient.SignIn(hosts.Api.Address, _person, hosts.Data);
    }

    public Task DisposeAsync()
    {
        _phone.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_file_accepted_before_the_kill_is_readable_with_the_same_hash()
    {
        var id = Guid.CreateVersion7();
        string sha256;
        using (var accepted = await _phone.Send("attachments", Form(id, new ByteArrayContent(_file))))
        {
            Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
            sha256 = JsonElement.Parse(await accepted.Content.ReadAsStringAsync()).GetProperty("sha256").GetString()!;
        }

        await hosts.Api.Kill();
        hosts.Api.Start();
        await hosts.Api.Ready();

        using var read = await _phone.Get($"attachments/{id}");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        var bytes = await read.Content.ReadAsByteArrayAsync();
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(_file, bytes);
    }

    [Fact]
    public async Task Half_a_file_leaves_no_row_and_nothing_that_can_be_reached_and_can_be_sent_again()
    {
        var id = Guid.CreateVersion7();
        var half = new HalfContent(_file);
        var sending = _phone.Send("attachments", Form(id, half));
        await Wait.Until("half of the file has arrived", () => Incoming().Any(f => f.Length > _file.Length / 4));
        Assert.False(sending.IsCompleted);

        await hosts.Api.Kill();
        half.GiveUp();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        hosts.Api.Start();
        await hosts.Api.Ready();

        Assert.False(await hosts.Data.Use((CourtDb db) => db.Set<Attachment>().AnyAsync(a => a.Id == id || a.UploadedById == _person.Id)));
        Assert.False(File.Exists(Path.Combine(hosts.Files, Sha256[..2], Sha256)));
        using (var read = await _phone.Get($"attachments/{id}"))
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using var again = await _phone.Send("attachments", Form(id, new ByteArrayContent(_file)));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.True(File.Exists(Path.Combine(hosts.Files, Sha256[..2], Sha256)));
    }

    private string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_file));

    private IEnumerable<FileInfo> Incoming() => new DirectoryInfo(Path.Combine(hosts.Files, "incoming")).EnumerateFiles();

    private static MultipartFormDataContent Form(Guid id, HttpContent file) =>
        new() { { new StringContent(id.ToString()), "id" }, { file, "file", "银行流水.jpg" } };

    /// <summary>A connection that stalls: half of the bytes are sent, the rest never come.</summary>
    private sealed class HalfContent(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource _stall = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GiveUp() => _stall.TrySetException(new IOException("the phone is gone"));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            await _stall.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
