using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A task of service on two clerks' screens at once.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class ServiceTaskTests(Platform platform) : PlatformTest(platform)
{
    private static readonly PlannedWay s_email = new(ServiceChannel.Email, "zhang@example.com", AddressBasis.Confirmed, "地址确认书");

    [Fact]
    public async Task A_fact_shows_on_two_clerks_open_pages_and_in_their_lists_without_a_reload()
    {
        var (service, clerk, colleague) = await Begun();
        var mine = await StaffPage.SignIn(Platform.Browser, Platform.Portal, clerk);
        await mine.Open($"/service/tasks/{service.TaskId}");
        var theirs = await StaffPage.SignIn(Platform.Browser, Platform.Portal, colleague);
        await theirs.Open($"/service/tasks/{service.TaskId}");
        var list = await StaffPage.SignIn(Platform.Browser, Platform.Portal, clerk);
        await list.Open("/service/tasks");
        await Expect(list.Page.Locator("tbody tr").First).ToContainTextAsync("进行中");
        foreach (var desk in new[] { mine, theirs })
        {
            await Expect(desk.Page.Locator("tr.rh")).ToContainTextAsync("尚未生效");
            await desk.Page.Mark();
        }

        await Platform.Data.Use(
            async (ServiceDesk desk) =>
                await desk.Change(
                    service.Id,
                    await Platform.Data.ActorOf(clerk),
                    (s, now) => s.Delivered(s.Attempts[0].Id, now, now),
                    default
                )
        );

        foreach (var desk in new[] { mine, theirs })
        {
            await Expect(desk.Page.Locator("tr.rh")).ToContainTextAsync("生效");
            await Expect(desk.Page.Locator("[data-count=Delivered]")).ToHaveTextAsync("1");
            Assert.True(await desk.Page.IsMarked());
        }

        await Expect(list.Page.Locator("tbody tr").First).ToContainTextAsync("全部送达");
        await Platform.AssertTraceIsIntact();
    }

    [Fact]
    public async Task A_person_signs_on_the_clerks_screen_and_the_picture_is_kept()
    {
        var (service, clerk, _) = await Begun();
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, clerk);
        await desk.Open($"/service/{service.Id}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "当面送达" }).ClickAsync();
        await desk.Page.Locator("#hand-signer").FillAsync("陈建华");
        var pad = (await desk.Page.Locator("canvas").BoundingBoxAsync())!;
        await desk.Page.Mouse.MoveAsync(pad.X + 40, pad.Y + 80);
        await desk.Page.Mouse.DownAsync();
        await desk.Page.Mouse.MoveAsync(pad.X + 260, pad.Y + 120, new() { Steps = 30 });
        await desk.Page.Mouse.UpAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登记签收" }).ClickAsync();
        await Expect(desk.Page.GetByText("已登记签收").First).ToBeVisibleAsync();

        var copy = await Platform.Data.Use(
            (CourtDb db) => db.Set<ServiceCopy>().AsNoTracking().SingleAsync(c => c.ServiceId == service.Id)
        );
        Assert.Equal(("陈建华", ServiceStanding.Effective), (copy.SignedName, copy.Standing));
        await Platform.Data.Use(
            async (Domain.Attachments.IFileStore files) =>
            {
                await using var picture = await files.Open(copy.SignatureSha256!, default);
                Assert.True(picture.Length > 100);
            }
        );
    }

    [Fact]
    public async Task A_served_document_opens_for_its_own_court_and_is_not_there_for_others()
    {
        var (service, clerk, _) = await Begun();
        var stranger = await Platform.Data.Staff(Role.Clerk, await Platform.Data.Division(court: "tianhe"));
        await Platform.Data.GivePassword(stranger);
        var path = $"/service/documents/{service.Copies[0].DocumentId}/file";
        using var nobody = new PortalVisitor(Platform.Portal);
        Assert.Equal("/sign-in", (await nobody.Ask(path)).Elsewhere);
        using var own = new PortalVisitor(Platform.Portal);
        await own.SignIn(clerk);
        Assert.Equal(HttpStatusCode.OK, (await own.Ask(path)).Status);
        using var other = new PortalVisitor(Platform.Portal);
        await other.SignIn(stranger);
        Assert.NotEqual(HttpStatusCode.OK, (await other.Ask(path)).Status);
        Assert.Equal((await other.Ask($"/service/documents/{Guid.CreateVersion7()}/file")).Status, (await other.Ask(path)).Status);
    }

    [Fact]
    public async Task A_certificate_is_issued_anew_when_the_agent_changes_and_the_public_page_says_which_stands()
    {
        var (service, clerk, _) = await Begun();
        var by = await Platform.Data.ActorOf(clerk);
        await Platform.Data.Use(
            (ServiceDesk desk) => desk.Change(service.Id, by, (s, now) => s.Delivered(s.Attempts[0].Id, now, now), default)
        );
        using var visitor = new PortalVisitor(Platform.Portal);
        await visitor.SignIn(clerk);
        var path = $"/service/{service.Id}/certificate";
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString((await visitor.Bytes(path))[..5]));
        await visitor.Bytes(path); // the same state, the same one
        var party = await Platform.Data.Use((CourtDb db) => db.Set<CaseParty>().AsNoTracking().SingleAsync(p => p.Id == service.PartyId));
        await Platform.Data.Agent(party, "王明");
        await visitor.Bytes(path);

        var issued = await Platform.Data.Use(
            (CourtDb db) =>
                db.Set<ServiceCertificate>().AsNoTracking().Where(c => c.ServiceId == service.Id).OrderBy(c => c.Edition).ToListAsync()
        );
        Assert.Equal([("", ""), (issued[0].Number, "诉讼代理人变更")], issued.Select(c => (c.SupersedesNumber, c.Reason)));
        Assert.Equal(["没有", "王明（代理律师）"], issued.Select(c => c.Agents));
        Assert.Contains($"已由第 2 版 {issued[1].Number}", await Remark(issued[0]));
        Assert.Contains("原因：诉讼代理人变更。以第 2 版为准。", await Remark(issued[0]));
        Assert.StartsWith("现行有效。这是第 2 版", await Remark(issued[1]));
        foreach (var certificate in issued) // both are kept
            Assert.NotEmpty(await visitor.Bytes($"/service/certificates/{certificate.Id}"));
        await Platform.AssertTraceIsIntact();

        async Task<string> Remark(ServiceCertificate certificate)
        {
            using var http = new HttpClient { BaseAddress = Platform.Api };
            var seen = await http.GetFromJsonAsync<JsonElement>(
                $"/api/v1/verifications/{certificate.Number}?code={certificate.VerifyCode}"
            );
            return seen.GetProperty("remark").GetString()!;
        }
    }

    [Fact]
    public async Task The_page_of_what_is_posted_is_the_clerks_and_a_judge_does_not_reach_it_by_its_address()
    {
        foreach (var (role, reaches) in new[] { (Role.Clerk, true), (Role.Judge, false), (Role.DivisionHead, false) })
        {
            var staff = await Platform.Data.Staff(role, await Platform.Data.Division());
            await Platform.Data.GivePassword(staff);
            using var visitor = new PortalVisitor(Platform.Portal);
            await visitor.SignIn(staff);
            var (status, _, body) = await visitor.Send(HttpMethod.Get, "/service/duties");
            Assert.Equal((role, reaches), (role, status == HttpStatusCode.OK && body.Contains("<h1 class=\"c-h1\">待邮寄、公告</h1>")));
        }
    }

    private async Task<(Service Service, Staff Clerk, Staff Colleague)> Begun()
    {
        var division = await Platform.Data.Division();
        var (clerk, colleague) = (await Platform.Data.Staff(Role.Clerk, division), await Platform.Data.Staff(Role.Clerk, division));
        foreach (var person in new[] { clerk, colleague })
            await Platform.Data.GivePassword(person);
        var @case = await Platform.Data.Case(division: division);
        return (
            (await Platform.Data.BegunServices(@case, clerk, [CourtDataServing.Recipient(@case.Parties[0], ways: s_email)])).Single(),
            clerk,
            colleague
        );
    }
}
