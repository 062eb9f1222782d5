using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Domain.Attachments;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>What the worker made, by the door of the phone.</summary>
[Collection(ApiTest.Name)]
public sealed class PreviewTests(ApiHost host)
{
    [Fact]
    public async Task A_paper_is_said_to_be_coming_and_then_its_pages_are_there_for_its_sender_only()
    {
        var phone = await host.SignedInByWeChat();
        var id = Guid.CreateVersion7();
        (await phone.Upload(id, Paper(pages: 3), "证据.pdf")).Is(201);
        var coming = (await phone.Get($"/attachments/{id}/preview")).Is(200);
        Assert.Equal(("waiting", "正在生成预览"), ((string)coming["state"]!, (string)coming["stateText"]!));

        var ready = await Ready(phone, id);
        Assert.Equal([1, 2, 3], ready["pages"]!.AsArray().Select(p => (int)p!["number"]!));
        var page = await phone.Get($"/attachments/{id}/preview/pages/3");
        Assert.Equal([0xFF, 0xD8], page.IsOk()[..2]);
        Assert.Equal("image/jpeg", page.ContentHeaders.ContentType!.MediaType);
        Assert.True(page.Headers.CacheControl is { Private: true, NoCache: true }); // who may no longer see it asks in vain
        (await phone.Get($"/attachments/{id}/preview/pages/4")).IsRefused(404, "attachment.no_preview");

        var stranger = await host.SignedInByWeChat();
        foreach (var path in new[] { "", "/pages/1", "/poster" })
            (await stranger.Get($"/attachments/{id}/preview{path}")).IsRefused(404, "attachment.not_found");
    }

    [Fact]
    public async Task A_recording_is_played_from_anywhere_by_its_address_alone_while_the_session_lasts()
    {
        var phone = await host.SignedInByWeChat();
        var id = Guid.CreateVersion7();
        (await phone.Upload(id, await Sound(), "录音.mp3")).Is(201);
        var ready = await Ready(phone, id);
        var path = "/api/v1" + (string)ready["mediaPath"]!;
        using var player = host.Factory.CreateClient();
        var whole = await player.GetByteArrayAsync(path);
        Assert.Equal("ftyp"u8.ToArray(), whole[4..8]);

        using var range = new HttpRequestMessage(HttpMethod.Get, path);
        range.Headers.Range = new RangeHeaderValue(100, 199);
        using var part = await player.SendAsync(range);
        Assert.Equal(
            (HttpStatusCode.PartialContent, $"bytes 100-199/{whole.Length}"),
            (part.StatusCode, $"{part.Content.Headers.ContentRange}")
        );
        Assert.Equal(whole[100..200], await part.Content.ReadAsByteArrayAsync());

        using var changed = new HttpRequestMessage(HttpMethod.Get, path);
        changed.Headers.Range = new RangeHeaderValue(100, 199);
        changed.Headers.IfRange = new RangeConditionHeaderValue("\"another\"");
        using var all = await player.SendAsync(changed);
        Assert.Equal(HttpStatusCode.OK, all.StatusCode);

        using var beyond = new HttpRequestMessage(HttpMethod.Get, path);
        beyond.Headers.Range = new RangeHeaderValue(whole.Length + 10, null);
        using var none = await player.SendAsync(beyond);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, none.StatusCode);

        using var forged = await player.GetAsync(path[..^3] + "AAA");
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        await phone.Post("/auth/sign-out");
        using var over = await player.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_taken_from_each_and_previewed_once()
    {
        var paper = Paper(pages: 1);
        var phones = new List<Phone>();
        for (var i = 0; i < 8; i++)
            phones.Add(await host.SignedInByWeChat());
        foreach (var answer in await Task.WhenAll(phones.Select(p => p.Upload(Guid.CreateVersion7(), paper, "证据.pdf"))))
            answer.Is(201);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(paper));
        Assert.Equal(1, await host.Data.Use((CourtDb db) => db.Set<FilePreview>().CountAsync(p => p.FileHash == hash)));
    }

    private async Task<JsonNode> Ready(Phone phone, Guid id)
    {
        await host.Data.Use(
            async (CourtDb db) =>
            {
                var hash = await db.Set<Attachment>().Where(a => a.Id == id).Select(a => a.Sha256).SingleAsync();
                await db.Set<FilePreview>().Where(p => p.FileHash != hash && p.State == PreviewState.Waiting).ExecuteDeleteAsync();
            }
        );
        foreach (var isMedia in new[] { false, true })
            await host.Data.Use((MakePreviews make) => make.Run(isMedia, default));
        var preview = (await phone.Get($"/attachments/{id}/preview")).Is(200);
        Assert.Equal("ready", (string)preview["state"]!);
        return preview;
    }

    private static byte[] Paper(int pages) =>
        System.Text.Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Count {pages}/Kids[{string.Concat(Enumerable.Repeat("3 0 R ", pages))}]>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R/Size 4>>
            %{Guid.CreateVersion7()}
            %%EOF
            """
        );

    private static async Task<byte[]> Sound()
    {
        var path = Path.Combine(Path.GetTempPath(), $"court-{Guid.CreateVersion7():N}.mp3");
        using var ffmpeg = Process.Start(
            "ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", $"sine=d=3:f={CourtData.Next() % 1000 + 200}", path]
        );
        await ffmpeg.WaitForExitAsync();
        var bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }
}
