using System.Security.Cryptography;
using Domain.Uploads;
using Infrastructure.Persistence;
using Infrastructure.Uploads;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.Uploads;

[Collection(ApiTest.Name)]
public sealed class UploadTests(ApiHost host)
{
    [Fact]
    public async Task What_the_server_can_do_is_asked_without_signing_in()
    {
        var answer = await host.Phone().Send(TusPhone.Request(HttpMethod.Options, "/uploads"));
        Assert.Equal(204, answer.Status);
        Assert.Equal("1.0.0", answer.Header("Tus-Version"));
        Assert.Equal("creation,creation-with-upload,checksum,expiration,termination", answer.Header("Tus-Extension"));
        Assert.Equal("sha1,sha256", answer.Header("Tus-Checksum-Algorithm"));
        Assert.Equal($"{500 * 1024 * 1024}", answer.Header("Tus-Max-Size"));
    }

    [Fact]
    public async Task A_file_in_pieces_becomes_the_attachment_that_was_sent()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        var first = await phone.Piece(id, 0, bytes[..10]);
        first.Is(204);
        Assert.Equal(
            ("10", "receiving", "1.0.0"),
            (first.Header("Upload-Offset"), first.Header("Upload-State"), first.Header("Tus-Resumable"))
        );
        Assert.True(DateTimeOffset.Parse(first.Header("Upload-Expires"), null) > DateTimeOffset.UnixEpoch);

        var look = await phone.Look(id);
        look.IsOk();
        Assert.Equal((10, $"{bytes.Length}"), (look.Offset(), look.Header("Upload-Length")));
        Assert.Equal($"name {TusPhone.Base64("流水.png")}", look.Header("Upload-Metadata"));
        Assert.Equal("no-store", look.Headers.CacheControl!.ToString());
        (await phone.Get($"/attachments/{id}")).IsRefused(404, "attachment.not_found");

        var last = await phone.Piece(id, 10, bytes[10..]);
        last.Is(204);
        Assert.Equal(("uploaded", TusPhone.Hash(bytes)), (last.Header("Upload-State"), last.Header("Upload-Sha256")));
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
        var standing = await phone.Standing(id);
        var hash = TusPhone.Hash(bytes);
        Assert.Equal($"{hash[..8]}…{hash[^8..]}", (string)standing["fingerprint"]!);
        Assert.Equal(bytes.Length, (await phone.Look(id)).Offset());
    }

    [Fact]
    public async Task Any_split_into_pieces_is_the_same_file()
    {
        var phone = await host.SignedInByWeChat();
        var random = new Random(20261120);
        for (var round = 0; round < 12; round++)
        {
            byte[] bytes = [.. Samples.Jpeg(), .. RandomNumberGenerator.GetBytes(random.Next(1, 300_000))];
            var id = await phone.Started(bytes.Length);
            for (var at = 0; at < bytes.Length; )
            {
                var length = Math.Min(random.Next(0, bytes.Length), bytes.Length - at);
                var answer = await phone.Piece(id, at, bytes[at..(at + length)]);
                answer.Is(204);
                at += length;
                Assert.Equal(at, answer.Offset());
                (await phone.Piece(id, at + 1, [1])).IsRefused(409, "upload.offset_mismatch");
            }

            Assert.Equal(TusPhone.Hash(bytes), (string)(await phone.Standing(id))["sha256"]!);
            Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
        }
    }

    [Fact]
    public async Task Asking_twice_under_one_key_is_one_upload_also_with_the_first_piece_along()
    {
        var phone = await host.SignedInByWeChat();
        var (id, bytes) = (Guid.CreateVersion7(), Samples.Png());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.Start(bytes.Length, id: id)));
        Assert.All(answers, a => Assert.Equal((201, $"/api/v1/uploads/{id}"), (a.Status, a.Headers.Location!.OriginalString)));
        var whole = await phone.Start(bytes.Length, body: bytes);
        whole.Is(201);
        Assert.Equal(("uploaded", bytes.Length), (whole.Header("Upload-State"), whole.Offset()));
        (await phone.Start(bytes.Length + 1, id: id)).IsRefused(409, "attachment.id_reused");
        (await (await host.SignedInByWeChat()).Start(bytes.Length, id: id)).IsRefused(409, "attachment.id_reused");
    }

    [Fact]
    public async Task A_phone_that_has_no_PATCH_posts_it()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Pdf();
        var id = await phone.Started(bytes.Length, "起诉状.pdf");
        var request = TusPhone.PieceRequest(id, 0, bytes);
        (request.Method, _) = (HttpMethod.Post, request.Headers.TryAddWithoutValidation("X-HTTP-Method-Override", "PATCH"));
        (await phone.Send(request)).Is(204);
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
        var stop = TusPhone.Request(HttpMethod.Post, $"/uploads/{id}");
        stop.Headers.Add("X-HTTP-Method-Override", "DELETE");
        (await phone.Send(stop)).Is(204);
        (await phone.Get($"/attachments/{id}")).IsRefused(404, "attachment.not_found");
        var elsewhere = TusPhone.Request(HttpMethod.Post, $"/attachments/{id}");
        elsewhere.Headers.Add("X-HTTP-Method-Override", "DELETE");
        (await phone.Send(elsewhere)).IsRefused(405, "request.method_not_allowed");
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_piece_that_was_damaged_on_its_way_leaves_nothing(string algorithm)
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        var right = algorithm == "sha1" ? CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes) : SHA256.HashData(bytes);
        byte[] damaged = [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
        var checksum = $"{algorithm} {Convert.ToBase64String(right)}";
        (await phone.Piece(id, 0, damaged, checksum)).IsRefused(460, "upload.checksum_mismatch");
        Assert.Equal(0, (await phone.Look(id)).Offset());
        (await phone.Piece(id, 0, bytes, "crc32 AAAA")).IsRefused(400, "upload.checksum_algorithm");
        (await phone.Piece(id, 0, bytes, "sha1")).IsRefused(400, "request.invalid");
        (await phone.Piece(id, 0, bytes, checksum)).Is(204);
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
    }

    [Fact]
    public async Task A_file_other_than_the_one_that_was_announced_is_refused()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length, more: $",sha256 {TusPhone.Base64(TusPhone.Hash([1]))}");
        (await phone.Piece(id, 0, bytes)).IsRefused(422, "upload.hash_mismatch");
        var same = await phone.Started(bytes.Length, more: $",sha256 {TusPhone.Base64(TusPhone.Hash(bytes))}");
        (await phone.Piece(same, 0, bytes)).Is(204);
    }

    [Fact]
    public async Task A_file_that_may_not_be_filed_says_why_as_often_as_asked()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Html();
        var id = await phone.Started(bytes.Length, "证据.pdf");
        (await phone.Piece(id, 0, bytes)).IsRefused(415, "attachment.type_not_allowed");
        (await phone.Piece(id, 0, bytes)).IsRefused(415, "attachment.type_not_allowed");
        Assert.Equal(415, (await phone.Look(id)).Status);
        var standing = await phone.Standing(id);
        Assert.Equal(("refused", "attachment.type_not_allowed"), ((string)standing["state"]!, (string)standing["code"]!));
        (await phone.Get($"/attachments/{id}")).IsRefused(404, "attachment.not_found");
        (await phone.Stop(id)).Is(204);
        (await phone.Stop(id)).IsRefused(404, "upload.not_found");
    }

    [Fact]
    public async Task Another_persons_upload_is_as_if_it_were_not_there()
    {
        var (mine, stranger) = (await host.SignedInByWeChat(), await host.SignedInByWeChat());
        var bytes = Samples.Png();
        var id = await mine.Started(bytes.Length);
        Guid[] asked = [id, Guid.CreateVersion7()];
        Func<Guid, Task<Answer>>[] tries =
        [
            i => stranger.Get($"/uploads/{i}"),
            i => stranger.Piece(i, 0, bytes),
            i => stranger.Piece(i, 5, bytes),
            stranger.Stop,
        ];
        foreach (var attempt in tries)
        {
            var answers = new[] { await attempt(asked[0]), await attempt(asked[1]) };
            answers[0].IsRefused(404, "upload.not_found");
            Assert.Equal(answers[1].WithoutErrorNumber, answers[0].WithoutErrorNumber);
        }

        Assert.Equal(404, (await stranger.Look(id)).Status);
        Assert.Equal(0, (await mine.Look(id)).Offset());
        Assert.Equal(401, (await host.Phone().Look(id)).Status);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_does()
    {
        var phone = await host.SignedInByWeChat();
        byte[] bytes = [.. Samples.Jpeg(), .. RandomNumberGenerator.GetBytes(2_000_000)];
        var id = await phone.Started(bytes.Length);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.Piece(id, 0, bytes)));
        Assert.Contains(answers, a => a.Status == 204);
        Assert.All(answers, a => Assert.Contains(a.Status, (int[])[204, 409, 423]));
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
    }

    [Fact]
    public async Task Who_writes_is_known_to_every_host()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        var until = TimeProvider.System.GetUtcNow().AddSeconds(10);
        await Change(id, s => s.SetProperty(u => u.WriterUntil, until));
        var answer = await phone.Piece(id, 0, bytes);
        answer.IsRefused(423, "upload.locked");
        Assert.Equal("3", answer.Headers.RetryAfter!.ToString());
        await Change(id, s => s.SetProperty(u => u.WriterUntil, until.AddHours(-1))); // its process died
        (await phone.Piece(id, 0, bytes)).Is(204);
    }

    [Fact]
    public async Task An_upload_that_nobody_goes_on_with_expires_and_is_thrown_away()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var (late, sent) = (await phone.Started(bytes.Length), await phone.Started(bytes.Length));
        (await phone.Piece(late, 0, bytes[..9])).Is(204);
        (await phone.Piece(sent, 0, bytes)).Is(204);
        await Change(late, s => s.SetProperty(u => u.ExpiresAt, u => u.ExpiresAt.AddDays(-3)));
        (await phone.Piece(late, 9, bytes[9..])).IsRefused(410, "upload.expired");
        Assert.Equal(410, (await phone.Look(late)).Status);

        await Change(late, s => s.SetProperty(u => u.ExpiresAt, u => u.ExpiresAt.AddDays(-2)));
        await Change(sent, s => s.SetProperty(u => u.ExpiresAt, u => u.ExpiresAt.AddDays(-32)));
        await host.Data.Use((PurgeUploads purge) => purge.Run(default));
        (await phone.Get($"/uploads/{late}")).IsRefused(404, "upload.not_found");
        (await phone.Get($"/uploads/{sent}")).IsRefused(404, "upload.not_found");
        (await phone.Get($"/attachments/{sent}")).IsRefused(404, "attachment.not_found");
        await host.Data.Use(
            (UploadPieces pieces) =>
                Task.FromResult(pieces.All.Select(UploadPieces.IdOf)).ContinueWith(t => Assert.DoesNotContain(late, t.Result))
        );
    }

    [Fact]
    public async Task What_was_sent_with_a_message_is_never_thrown_away()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        (await phone.Piece(id, 0, bytes)).Is(204);
        var court = (await host.Data.Court()).Id;
        var body = new
        {
            id = Guid.CreateVersion7(),
            category = "caseQuery",
            text = "见附件",
            courtId = court,
            attachmentIds = new[] { id },
        };
        (await phone.Post("/work-orders", body)).Is(201);
        (await phone.Stop(id)).IsRefused(409, "attachment.in_use");
        await Change(id, s => s.SetProperty(u => u.ExpiresAt, u => u.ExpiresAt.AddDays(-40)));
        await host.Data.Use((PurgeUploads purge) => purge.Run(default));
        (await phone.Get($"/uploads/{id}")).IsRefused(404, "upload.not_found");
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
    }

    private Task Change(Guid id, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Upload>> set) =>
        host.Data.Use((CourtDb db) => db.Set<Upload>().Where(u => u.Id == id).ExecuteUpdateAsync(set));
}
