using System.Net.Sockets;
using System.Text;
using Domain.Shared;
using Domain.Uploads;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MiniProgramApi.Tests.Uploads;

/// <summary>Connections that break, over real sockets.</summary>
[Collection(ApiTest.Name)]
public sealed class BrokenUploadTests(ApiHost host)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_connection_breaks_it_goes_on_from_what_arrived(bool hasChecksum)
    {
        var listening = host.Another();
        listening.Listen();
        var (address, phone) = (listening.ClientOptions.BaseAddress, await host.SignedInByWeChat());
        var bytes = Samples.Png();
        foreach (var cut in (int[])[0, 1, 2, bytes.Length / 2, bytes.Length - 1])
        {
            var id = await phone.Started(bytes.Length);
            await Send(address, phone, id, bytes, cut, hasChecksum ? "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=" : null);
            var (arrived, offset) = (hasChecksum ? 0 : cut, -1);
            await Wait.Until(
                $"{arrived} bytes are there",
                async () => (offset = (int)(await phone.Look(id)).Offset()) == arrived && !await IsLocked(phone, id, offset, bytes.Length)
            );
            if (offset < bytes.Length)
                (await phone.Piece(id, offset, bytes[offset..])).Is(204);
            Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
        }
    }

    /// <summary>Its right may have lapsed meanwhile and be another's.</summary>
    [Fact]
    public async Task Who_stood_still_writes_nothing_more_before_asking_for_the_right_again()
    {
        var person = await host.Data.Litigant("王小明");
        var phone = await host.SignedIn(person);
        var id = await phone.Started(100);
        var clock = new JumpingClock();
        var refused = await host.Data.Use(
            async (IServiceProvider services) =>
            {
                var db = services.GetRequiredService<CourtDb>();
                await using var bytes = new StalledBytes(async () =>
                {
                    clock.Jump(UploadWriting.Lifetime);
                    await db.Set<Upload>()
                        .Where(u => u.Id == id)
                        .ExecuteUpdateAsync(s => s.SetProperty(u => u.WriterId, Guid.CreateVersion7()));
                });
                var receive = ActivatorUtilities.CreateInstance<ReceivePiece>(services, clock);
                return await Assert.ThrowsAsync<RefusedException>(() => receive.Handle(id, new(0, bytes, null), person.AsActor(), default));
            }
        );
        Assert.Equal("upload.locked", refused.Code);
        Assert.Equal(0, await host.Data.Use((IUploadPieces pieces) => Task.FromResult(pieces.LengthOf(id, 100))));
    }

    private sealed class JumpingClock : TimeProvider
    {
        private long _jumped;

        public void Jump(TimeSpan by) => _jumped += (long)(by.TotalSeconds * TimestampFrequency);

        public override long GetTimestamp() => base.GetTimestamp() + _jumped;
    }

    private sealed class StalledBytes(Func<Task> meanwhile) : MemoryStream([1, 2, 3, 4])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
        {
            await meanwhile();
            return Read(buffer.Span);
        }
    }

    /// <summary>An empty piece changes nothing, and is refused while another is under way.</summary>
    private static async Task<bool> IsLocked(Phone phone, Guid id, int offset, int length) =>
        offset < length && (await phone.Piece(id, offset, [])).Status == 423;

    private async Task Send(Uri address, Phone phone, Guid id, byte[] bytes, int cut, string? checksum)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var head = $"""
            PATCH /api/v1/uploads/{id} HTTP/1.1
            Host: {address.Authority}
            Authorization: Bearer {phone.AccessToken}
            Tus-Resumable: 1.0.0
            Upload-Offset: 0
            Content-Type: application/offset+octet-stream
            Content-Length: {bytes.Length}
            {(checksum is null ? "Connection: close" : $"Upload-Checksum: {checksum}")}


            """.ReplaceLineEndings("\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(bytes.AsMemory(0, cut));
        // What lies in the server's buffer when the connection ends is lost: wait until it is taken from there.
        await Wait.Until(
            $"{cut} bytes are read",
            () => host.Data.Use((UploadPieces pieces) => Task.FromResult(pieces.LengthOf(id, long.MaxValue) == cut))
        );
        socket.LingerState = new LingerOption(true, 0); // no farewell
    }
}
