using Domain.Attachments;
using Domain.Uploads;
using Infrastructure.Persistence;
using Infrastructure.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MiniProgramApi.Tests.Uploads;

/// <summary>What an upload may be, and what the court does when it cannot look into it.</summary>
[Collection(ApiTest.Name)]
public sealed class UploadLimitTests(ApiHost host)
{
    private const long MegaByte = 1024 * 1024;

    [Theory]
    [InlineData("录像.mp4", 500)]
    [InlineData("录音.M4A", 500)]
    [InlineData("合同.pdf", 50)]
    [InlineData("照片.heic", 50)]
    [InlineData("wxfile_tmp_1", 50)]
    public async Task Each_kind_has_its_limit_by_name(string name, int megabytes)
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Start(megabytes * MegaByte, name)).Is(201);
        (await phone.Start(megabytes * MegaByte + 1, name)).IsRefused(413, "attachment.too_large");
    }

    [Fact]
    public async Task A_paper_that_calls_itself_a_film_is_held_to_its_own_limit()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = new byte[50 * MegaByte + 1];
        Samples.Pdf().CopyTo(bytes, 0);
        var id = await phone.Started(bytes.Length, "录像.mp4");
        (await phone.Piece(id, 0, bytes)).IsRefused(413, "attachment.too_large");
    }

    [Fact]
    public async Task Thirty_megabytes_arrive_whole()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = new byte[30 * MegaByte];
        new Random(7).NextBytes(bytes);
        Samples.Pdf().CopyTo(bytes, 0);
        var id = await phone.Started(bytes.Length, "卷宗.pdf");
        (await phone.Piece(id, 0, bytes[..(int)(17 * MegaByte)])).Is(204);
        var last = await phone.Piece(id, 17 * MegaByte, bytes[(int)(17 * MegaByte)..]);
        last.Is(204);
        Assert.Equal(TusPhone.Hash(bytes), last.Header("Upload-Sha256"));
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());
    }

    [Fact]
    public async Task More_than_was_announced_is_refused_and_what_was_there_stays()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        (await phone.Piece(id, 0, bytes[..5])).Is(204);
        (await phone.Piece(id, 5, [.. bytes[5..], 1])).IsRefused(413, "upload.past_end");
        Assert.Equal(5, (await phone.Look(id)).Offset());
        (await phone.Piece(id, 5, bytes[5..])).Is(204);
    }

    [Fact]
    public async Task What_is_not_said_rightly_is_refused()
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Start(0)).IsRefused(422, "attachment.empty");
        (await phone.Start(-1)).IsRefused(400, "upload.length_invalid");
        (await phone.Start(9, "")).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, new string('长', 201))).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, "a\0b.png")).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, more: ",sha256 YQ==")).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, more: ",name YQ==")).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, more: ",purpose ***")).IsRefused(400, "upload.metadata_invalid");
        (await phone.Start(9, id: Guid.Empty)).IsRefused(400, "request.invalid");
        var id = await phone.Started(9);
        var old = TusPhone.PieceRequest(id, 0, [1]);
        old.Headers.Remove("Tus-Resumable");
        old.Headers.Add("Tus-Resumable", "0.2.2");
        var answer = await phone.Send(old);
        answer.IsRefused(412, "upload.version");
        Assert.Equal("1.0.0", answer.Header("Tus-Version"));
        var json = TusPhone.PieceRequest(id, 0, [1]);
        json.Content!.Headers.ContentType = new("application/json");
        (await phone.Send(json)).IsRefused(415, "request.content_type");
        var without = TusPhone.PieceRequest(id, 0, [1]);
        without.Headers.Remove("Upload-Offset");
        (await phone.Send(without)).IsRefused(400, "request.invalid");
        (await phone.Piece(id, 1, [1])).IsRefused(409, "upload.offset_mismatch");
    }

    [Fact]
    public async Task A_person_has_so_much_unfinished_and_no_more()
    {
        var narrow = host.Another(null, ("Uploads:UnfinishedPerPerson", "3"), ("Uploads:UnfinishedMegabytesPerPerson", "60"));
        var phone = await host.SignedInByWeChat(on: narrow);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Start(100)));
        Assert.InRange(answers.Count(a => a.Status == 201), 0, 3);
        Assert.All(answers.Where(a => a.Status != 201), a => a.IsRefused(429, "upload.too_many_unfinished"));
        for (var more = answers.Count(a => a.Status == 201); more < 3; more++)
            (await phone.Start(100)).Is(201);
        (await phone.Start(100)).IsRefused(429, "upload.too_many_unfinished");

        var other = await host.SignedInByWeChat(on: narrow);
        var large = await other.Started(40 * MegaByte, "a.pdf");
        (await other.Start(40 * MegaByte, "b.pdf")).IsRefused(429, "upload.too_many_unfinished_bytes");
        (await other.Stop(large)).Is(204);
        (await other.Start(40 * MegaByte, "b.pdf")).Is(201);
    }

    [Fact]
    public async Task What_arrived_and_was_sent_with_nothing_counts_until_it_is()
    {
        var narrow = host.Another(null, ("Uploads:UnsentMegabytesPerPerson", "1"));
        var phone = await host.SignedInByWeChat(on: narrow);
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        (await phone.Piece(id, 0, bytes)).Is(204);
        (await phone.Start(MegaByte, "b.pdf")).IsRefused(429, "upload.too_many_unsent_bytes");
        (await phone.Stop(id)).Is(204);
        (await phone.Start(MegaByte, "b.pdf")).Is(201);
    }

    [Fact]
    public async Task Who_has_not_said_who_it_is_uploads_so_many_a_day()
    {
        var narrow = host.Another(null, ("Unverified:UploadsADay", "1"));
        var phone = await host.SignedInByWeChat(on: narrow);
        var bytes = Samples.Png();
        (await phone.Piece(await phone.Started(bytes.Length), 0, bytes)).Is(204);
        (await phone.Start(bytes.Length)).IsRefused(429, "litigant.too_many_uploads");
    }

    [Fact]
    public async Task A_file_that_nobody_could_look_into_waits_and_is_not_sent_again()
    {
        var scanner = new Scanner();
        var blind = host.AnotherWith(s => s.Replace(ServiceDescriptor.Singleton<IFileScanner>(scanner)));
        var phone = await host.SignedInByWeChat(on: blind);
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        (await phone.Piece(id, 0, bytes)).IsRefused(503, "attachment.scan_unavailable");
        (await phone.Get($"/attachments/{id}")).IsRefused(404, "attachment.not_found");

        scanner.Verdict = ScanVerdict.Clean;
        await using (var scope = blind.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FinishUploads>().Run(default);
        Assert.Equal("uploaded", (string)(await phone.Standing(id))["state"]!);
        Assert.Equal(bytes, (await phone.Get($"/attachments/{id}")).IsOk());

        scanner.Verdict = ScanVerdict.Infected;
        var ill = await phone.Started(bytes.Length);
        (await phone.Piece(ill, 0, bytes)).IsRefused(415, "attachment.infected");
    }

    [Fact]
    public async Task A_file_whose_last_byte_was_said_before_its_process_died_is_completed()
    {
        var phone = await host.SignedInByWeChat();
        var bytes = Samples.Png();
        var id = await phone.Started(bytes.Length);
        await host.Data.Use(
            async (UploadPieces pieces) =>
            {
                await using var file = pieces.Open(id)!;
                await file.Write(0, bytes, default);
            }
        );
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<Upload>().Where(u => u.Id == id).ExecuteUpdateAsync(s => s.SetProperty(u => u.Received, (long)bytes.Length))
        );
        await using (var scope = host.Factory.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<FinishUploads>().Run(default);
        Assert.Equal("uploaded", (string)(await phone.Standing(id))["state"]!);
    }

    private sealed class Scanner : IFileScanner
    {
        public ScanVerdict Verdict { get; set; } = ScanVerdict.Unavailable;

        public Task<ScanVerdict> Scan(Stream bytes, CancellationToken ct) => Task.FromResult(Verdict);
    }
}
