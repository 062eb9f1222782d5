using System.Globalization;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.DocumentService;

/// <summary>A platform of its own, whose days pass: a host that starts later shares the database.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OnPassingDays : ICollectionFixture<Platform>
{
    public const string Name = "passing days";
}

/// <summary>
/// When a document counts as served, as the clerk's pages and files say it and as a running worker concludes it. The rules had tests that
/// called them; that no page, count or file ran ahead of them no test could see.
/// </summary>
[Collection(OnPassingDays.Name)]
public sealed class DayOfServiceTests(Platform platform) : PlatformTest(platform)
{
    private static readonly PlannedWay s_found = new(ServiceChannel.SmsLink, "13800138001", AddressBasis.Found, "运营商查得");

    [Fact]
    public async Task A_public_notice_has_its_conditions_first_and_serves_nobody_before_its_day()
    {
        var (desk, service) = await Begun(s_found);
        var page = desk.Page;
        await desk.Open($"/service/{service.Id}");
        await Expect(page.GetByText("不能公告")).ToBeVisibleAsync();
        await Change(service, s => s.Failed(s.Attempts[0].Id, "EMPTY", Now, Now));

        await desk.Open($"/service/{service.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "公告", Exact = true }).ClickAsync();
        await page.Locator("#notice-ground").SelectOptionAsync("Missing");
        await page.Locator("#notice-findings").FillAsync("到户籍地走访，居委会证明去向不明");
        await page.Locator("#notice-part-1").FillAsync("判决被告归还借款");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存公告" }).ClickAsync();
        await Expect(page.GetByText("公告已保存")).ToBeVisibleAsync();
        await page.Locator(".svc-way .c-end").GetByRole(AriaRole.Button, new() { Name = "公告", Exact = true }).ClickAsync();
        await page.Locator("#notice-media").FillAsync("人民法院公告网");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记刊登" }).ClickAsync();
        await Expect(page.Locator(".c-phead").GetByText("公告期内")).ToBeVisibleAsync();

        await Says("公告期内", "0 / 1 人已送达", desk, service);
        using var files = await Files(service);
        var (status, _, said) = await files.Send(HttpMethod.Get, $"/service/{service.Id}/certificate");
        Assert.Equal((System.Net.HttpStatusCode.Conflict, true), (status, said.Contains("期满视为送达后再出具", StringComparison.Ordinal)));

        var day = (await Stored(service)).ConcludesAt!.Value;
        await DaysPassUntil(day.AddMinutes(1), service);
        Assert.Equal(ChinaTime.DayOf(day), (await Stored(service)).EffectiveOn);
        await Says("已送达", "1 / 1 人已送达", desk, service);
        await Platform.AssertTraceIsIntact();
    }

    [Fact]
    public async Task What_a_gateway_took_is_sent_until_its_time_and_then_served_on_the_day_of_the_sending()
    {
        var (desk, service) = await Begun();
        await Change(service, s => s.Sent(s.Attempts[0].Id, Now, Now));
        await Platform.Data.Use(
            (CourtDb db) =>
                db.Set<Notice>()
                    .Where(n => n.SubjectId == service.Id)
                    .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Accepted).SetProperty(x => x.AcceptedAt, Now))
        );
        await desk.Open($"/service/{service.Id}");
        await Expect(desk.Page.Locator(".c-phead").GetByText("已发出")).ToBeVisibleAsync();
        await Says("送达中", "0 / 1 人已送达", desk, service);

        var sent = ChinaTime.DayOf((await Stored(service)).Attempts[0].SentAt!.Value);
        await DaysPassUntil((await Stored(service)).ConcludesAt!.Value.AddMinutes(1), service);
        Assert.Equal(sent, (await Stored(service)).EffectiveOn);
        await Says("已送达", "1 / 1 人已送达", desk, service);
    }

    [Fact]
    public async Task A_signature_after_the_reading_moves_no_date()
    {
        var (desk, service) = await Begun(s_found);
        var read = Now.AddDays(-2);
        await ArrivedAndRead(service, read);
        var page = desk.Page;
        await desk.Open($"/service/{service.Id}");
        // The pad's script comes when the pad has been left: that once took the whole page away, and was seen only on a slow machine.
        var left = new TaskCompletionSource();
        await page.RouteAsync(
            "**/SignaturePad*.js",
            async route =>
            {
                await left.Task;
                await route.ContinueAsync();
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "当面送达" }).ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "在送达回证上签" }).ClickAsync();
        await Expect(page.Locator("canvas")).ToHaveCountAsync(0);
        var script = page.WaitForResponseAsync("**/SignaturePad*.js");
        left.SetResult();
        await script;
        await page.Locator("#hand-signer").FillAsync("陈建华");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记签收" }).ClickAsync();
        await Expect(page.GetByText("已登记签收")).ToBeVisibleAsync();

        var day = ChinaTime.DayOf(read);
        await Expect(page.GetByText($"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 推定送达").First).ToBeVisibleAsync();
        Assert.Equal((ServiceState.Presumed, (DateOnly?)day), ((await Stored(service)).State, (await Stored(service)).EffectiveOn));
    }

    /// <summary>The first chart takes its time, and the second is still to be drawn when nobody looks any more: that took the next page away.</summary>
    [Fact]
    public async Task Statistics_are_left_while_they_are_still_drawn()
    {
        var (desk, service) = await Begun(s_found);
        await ArrivedAndRead(service, Now);
        var page = desk.Page;
        await page.RouteAsync(
            "**/service-statistics*.js",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/javascript",
                        Body = "export const channels = () => new Promise(done => window.drawn = done); export const days = () => {};",
                    }
                )
        );
        await desk.Open("/service/statistics");
        await Wait.Until("the first chart is being drawn", () => page.EvaluateAsync<bool>("() => !!window.drawn"));
        await page.GetByRole(AriaRole.Link, new() { Name = "送达任务" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "送达任务", Level = 1 })).ToBeVisibleAsync();
        await page.EvaluateAsync("() => window.drawn()");
        await page.Locator("#search").FillAsync(service.TaskNumber); // answered after what the chart's end set off
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "送达任务", Level = 1 })).ToBeVisibleAsync();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>The search, its file and the list of tasks say the same.</summary>
    private async Task Says(string state, string count, StaffPage desk, Service service)
    {
        var number = Uri.EscapeDataString(service.TaskNumber);
        await desk.Open($"/service/search?q={number}");
        await Expect(desk.Page.Locator(".ss-rows tbody tr")).ToContainTextAsync(state);
        await desk.Open("/service/tasks");
        await Expect(desk.Page.Locator("tr").Filter(new() { HasText = service.TaskNumber })).ToContainTextAsync(count);
        using var files = await Files(service);
        Assert.StartsWith(state, Line(await files.Read($"/exports/services?format=csv&q={number}"), service), StringComparison.Ordinal);
    }

    private static string Line(string csv, Service service) =>
        csv.Split('\n').Single(l => l.Contains(service.TaskNumber, StringComparison.Ordinal)).TrimStart('"');

    private async Task<PortalVisitor> Files(Service service)
    {
        var visitor = new PortalVisitor(Platform.Portal);
        await visitor.SignIn(await Platform.Data.Use((CourtDb db) => db.Set<Staff>().SingleAsync(s => s.Id == service.ClerkId)));
        return visitor;
    }

    /// <summary>A host whose clock stands then, with its worker.</summary>
    private async Task DaysPassUntil(DateTimeOffset then, Service service)
    {
        await using var later = Platform.StartPortal(more: host =>
        {
            host.UseSetting("Clock:StartAt", then.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            host.UseSetting("Worker:Enabled", "true");
        });
        for (var i = 0; i < 300 && (await Stored(service)).EffectiveOn is null; i++)
            await Task.Delay(100);
    }

    private async Task<(StaffPage Desk, Service Service)> Begun(params PlannedWay[] ways)
    {
        var clerk = await Platform.Data.Staff(Role.Clerk, await Platform.Data.Division());
        await Platform.Data.GivePassword(clerk);
        var @case = await Platform.Data.Case(await Platform.Data.Litigant());
        var recipient = CourtDataServing.Recipient(@case.Parties[0], ways: ways);
        var service = (await Platform.Data.BegunServices(@case, clerk, [recipient])).Single();
        return (await StaffPage.SignIn(Platform.Browser, Platform.Portal, clerk), service);
    }

    private Task ArrivedAndRead(Service service, DateTimeOffset at) =>
        Change(
            service,
            s =>
            {
                s.Delivered(s.Attempts[0].Id, at, Now);
                s.Open(s.Copies[0].DocumentId, ServiceChannel.SmsLink, "已验手机码", Actor.System, at);
            }
        );

    private Task Change(Service service, Action<Service> verb) => Platform.Data.ChangeService(service, verb);

    private Task<Service> Stored(Service service) =>
        Platform.Data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id));
}
