using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>One person with two posts: one list of work, and a link to what the other post sees offers that post.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class PostTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task A_link_to_what_another_post_sees_offers_the_switch_and_opens_it_there()
    {
        var head = await TwoPosts(Role.DivisionHead);
        var order = await OrderOf((await Platform.Data.People()).Judge, "yuexiu");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, head);
        await Switch(desk, Role.Clerk);

        await desk.Open("/supervision"); // no page of a clerk
        await Expect(desk.Page.Locator("[data-other-posts]")).ToContainTextAsync("切换到 庭长");
        await Expect(desk.Page.GetByText("没有这个页面")).ToHaveCountAsync(0);

        await desk.Open(order);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "切换到 庭长" }).ClickAsync();
        await Expect(desk.Page.Locator(".c-dhead")).ToContainTextAsync(order.Number);
        await Expect(desk.Page.Locator(".c-person")).ToContainTextAsync("庭长");
        Assert.EndsWith($"/work-orders/{order.Id}", desk.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_post_of_the_person_sees_is_offered_nowhere()
    {
        var foreign = await OrderOf((await Platform.Data.People("nansha")).Judge, "nansha");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, await TwoPosts(Role.DivisionHead));
        await Switch(desk, Role.Clerk);
        await desk.Open(foreign);
        await Expect(desk.Page.GetByText("没有这件工单")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("[data-other-posts]")).ToHaveCountAsync(0);
        await desk.Open("/intake");
        await Expect(desk.Page.GetByText("没有这个页面").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_list_shows_the_work_of_all_posts_and_opens_each_in_its_own()
    {
        var judge = await TwoPosts(Role.Judge);
        var order = await OrderOf(judge, "yuexiu");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await Switch(desk, Role.Clerk);
        await Expect(desk.Page.Locator(".c-person")).ToContainTextAsync("其他岗位有待办");

        await desk.Open("/my-work");
        var queue = desk.Page.Locator("[data-queue='/work-orders']").Filter(new() { HasText = "承办法官" });
        await Expect(queue).ToContainTextAsync("我的工单");
        await desk.Page.Locator($"[data-order='{order.Id}'] button").ClickAsync();
        await Expect(desk.Reply).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".c-person")).ToContainTextAsync("承办法官");
        Assert.EndsWith($"/work-orders/{order.Id}", desk.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>A person at 越秀 who also helps 番禺 out as a clerk.</summary>
    private async Task<Staff> TwoPosts(Role first)
    {
        var data = Platform.Data;
        var person = await data.Staff(first, await data.Division());
        await data.GivePassword(person);
        var elsewhere = await data.Division(court: "panyu");
        await data.Use(
            async (CourtDb db) =>
            {
                var post = new Post
                {
                    Id = Guid.CreateVersion7(),
                    StaffId = person.Id,
                    Role = Role.Clerk,
                    CourtId = elsewhere.CourtId,
                    DivisionId = elsewhere.Id,
                };
                db.Set<Post>().Add(post.Entered(Actor.System, data.Now()));
                await db.SaveChangesAsync();
            }
        );
        return person;
    }

    private async Task<WorkOrder> OrderOf(Staff judge, string court)
    {
        var litigant = await Platform.Data.Litigant();
        return await Platform.Data.Message(litigant, await Platform.Data.Case(litigant, await Platform.Data.Division(court: court), judge));
    }

    private static async Task Switch(StaffPage desk, Role to)
    {
        if ((await desk.Page.Locator(".c-person").InnerTextAsync()).Contains(to.Chinese(), StringComparison.Ordinal))
            return;
        await desk.Page.Locator(".c-person").ClickAsync();
        await desk.Page.Locator("form[action='/session/post'] button").Filter(new() { HasText = to.Chinese() }).First.ClickAsync();
        await Expect(desk.Page.Locator(".c-person")).ToContainTextAsync(to.Chinese());
        await desk.IsLive();
    }
}
