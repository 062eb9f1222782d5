using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Bunit;
using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Files;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.App;
using Shown = Portal.Shared.FilePreview;

namespace Portal.Tests.WorkOrders;

public sealed partial class FilePreviewTests(TestDatabase database) : ComponentTest, IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly SetClock _clock = new("2026-11-16 10:26");
    private readonly LiveBus _bus = new(NullLogger<LiveBus>.Instance);
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("court-portal-files-");
    private CourtData _data = null!;
    private Staff _judge = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString(), _clock);
        (_judge, _) = await _data.People();
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(await _data.Use((IServiceScopeFactory scopes) => Task.FromResult(new UseCaseRunner(scopes, _bus))));
        Services.AddSingleton(_bus);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _files.Delete(recursive: true);
    }

    [Fact]
    public async Task An_open_page_shows_the_preview_as_soon_as_it_is_there()
    {
        var me = await _data.ActorOf(_judge);
        var file = await Attached("application/pdf");
        var shown = Render<Shown>(p => p.Add(f => f.Id, file.Id).AddCascadingValue(me));
        shown.WaitForAssertion(() => Assert.Contains("正在生成预览", shown.Markup, StringComparison.Ordinal));
        Assert.Equal($"/attachments/{file.Id}", shown.Find("a").GetAttribute("href"));

        await End(file, PreviewState.Ready, Part(file, PreviewPartKind.Page, file.Sha256));
        await _bus.Publish(new LiveHint([LiveTopic.Preview(file.Sha256)], Guid.Empty, 0));
        shown.WaitForAssertion(() => Assert.Equal($"/attachments/{file.Id}/preview/pages/1", shown.Find("img").GetAttribute("src")));
        Assert.DoesNotContain("正在生成预览", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_shown_says_so_beside_the_original()
    {
        var me = await _data.ActorOf(_judge);
        var file = await Attached("image/png");
        var shown = Render<Shown>(p => p.Add(f => f.Id, file.Id).AddCascadingValue(me));
        shown.WaitForAssertion(() => Assert.Contains("正在生成预览", shown.Markup, StringComparison.Ordinal));
        await End(file, PreviewState.NotPossible);
        await _bus.Publish(new LiveHint([LiveTopic.Preview(file.Sha256)], Guid.Empty, 0));
        shown.WaitForAssertion(() => Assert.Contains("不能预览，可下载原件", shown.Markup, StringComparison.Ordinal));
        Assert.Equal("下载原件", shown.Find("a").TextContent);
    }

    [Fact]
    public async Task A_player_gets_ranges_through_the_running_portal_and_only_who_may_see_the_file()
    {
        using var portal = new HostFactory<Root>(database.ConnectionString(), more: b => b.UseSetting("Files:Root", _files.FullName));
        var data = new CourtData(portal.Services);
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();
        var stored = await data.Use((FileStore files) => files.Kept(bytes));
        var file = await Attached("video/mp4");
        await data.Use((CourtDb db) => Wanted(db, file));
        await End(file, PreviewState.Ready, Part(file, PreviewPartKind.Media, stored));
        var other = await _data.Staff(Role.Judge, await _data.Division());
        foreach (var (who, status) in new[] { (_judge, HttpStatusCode.PartialContent), (other, HttpStatusCode.NotFound) })
        {
            await data.GivePassword(who);
            using var browser = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            await SignIn(browser, who);
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"/attachments/{file.Id}/preview/media");
            ask.Headers.Range = new RangeHeaderValue(100_000, 100_099);
            using var answer = await browser.SendAsync(ask);
            Assert.Equal(status, answer.StatusCode);
            if (status == HttpStatusCode.PartialContent)
                Assert.Equal(bytes[100_000..100_100], await answer.Content.ReadAsByteArrayAsync());
        }
    }

    private static async Task SignIn(HttpClient browser, Staff who)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(await browser.GetStringAsync("/sign-in")).Groups[1].Value,
                ["Posted.Name"] = who.LoginName,
                ["Posted.Password"] = CourtDataSigningIn.Password,
            }
        );
        (await browser.PostAsync("/sign-in", form)).Dispose();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    private Task<Attachment> Attached(string contentType) =>
        _data.Use(
            async (CourtDb db) =>
            {
                var file = new Attachment
                {
                    Id = Guid.CreateVersion7(),
                    UploadedById = _judge.Id,
                    Name = "证据",
                    ContentType = contentType,
                    Size = 5,
                    Sha256 = $"{CourtData.Next():x64}",
                };
                db.Set<Attachment>().Add(file);
                await db.SaveChangesAsync();
                return file;
            }
        );

    private static async Task<bool> Wanted(CourtDb db, Attachment file)
    {
        await db.WantPreview(file.Sha256, file.ContentType, default, default);
        await db.SaveChangesAsync();
        return true;
    }

    private static PreviewPart Part(Attachment of, PreviewPartKind kind, string stored) =>
        new()
        {
            FileHash = of.Sha256,
            Kind = kind,
            Number = 1,
            StoredHash = stored,
            ContentType = kind == PreviewPartKind.Page ? "image/jpeg" : "video/mp4",
            Width = 1240,
            Height = 1754,
        };

    private Task<int> End(Attachment file, PreviewState state, params PreviewPart[] parts) =>
        _data.Use(
            async (CourtDb db) =>
            {
                db.AddRange(parts);
                await db.SaveChangesAsync();
                return await db.Set<FilePreview>()
                    .Where(p => p.FileHash == file.Sha256)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state));
            }
        );
}
