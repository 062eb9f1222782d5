using System.Net;
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
                await using var picture = files.Open(copy.SignatureSha256!);
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
