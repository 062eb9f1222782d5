using Domain.Organisation;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>From the phone to the judge: registering, assigning, and the lists that follow by themselves.</summary>
public sealed class DispatchTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task An_agent_closes_a_simple_call_by_the_keyboard_alone()
    {
        var agent = await SignIn(Role.HotlineAgent, DivisionKind.Filing, "gz-zy");
        var person = await Platform.Data.Litigant();
        await Platform.Data.Case(person);
        await agent.Open("/intake");

        await TypeCall(agent.Page, person.Phone!, "问开庭时间");
        await agent.Page.Keyboard.PressAsync("Alt+d");
        await Type(agent.Page.Locator("#answer"), "开庭时间以传票为准，请留意短信。");
        await agent.Page.Keyboard.PressAsync("Alt+1");

        var order = await Registered(agent.Page);
        Assert.Equal((WorkOrderState.Closed, person.Phone), (order.State, order.RequesterPhone));
    }

    [Fact]
    public async Task A_dispatched_call_appears_at_the_judge_and_its_answer_in_the_agents_and_the_heads_lists()
    {
        var division = await Platform.Data.Division(court: "tianhe");
        var judge = await Platform.Data.Staff(Role.Judge, division);
        await Platform.Data.GivePassword(judge);
        var head = await SignIn(Role.DivisionHead, DivisionKind.Civil, "tianhe");
        await head.Open("/supervision");
        await head.Page.GetByRole(AriaRole.Tab, new() { Name = "全部" }).ClickAsync();
        await head.Page.Mark();
        var inbox = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await inbox.Open("/work-orders");
        await inbox.Page.Mark();
        var agent = await SignIn(Role.HotlineAgent, DivisionKind.Filing, "gz-zy");
        var person = await Platform.Data.Litigant();
        await Platform.Data.Case(person, division, judge);
        await agent.Open("/intake");

        await TypeCall(agent.Page, person.Phone!, "想补充证据，怎么交？");
        await agent.Page.Keyboard.PressAsync("Alt+2");
        var order = await Registered(agent.Page);

        await Expect(inbox.Row(order.Id)).ToBeVisibleAsync();
        await Expect(head.Row(order.Id)).ToBeVisibleAsync();
        await agent.Open("/registrations");
        await agent.Page.Mark();
        var line = agent.Page.Locator("tr").Filter(new() { Has = agent.Page.Locator($"a[href*='/work-orders/{order.Id}']") });
        await Expect(line).ToContainTextAsync("待答复");

        await inbox.Row(order.Id).ClickAsync();
        await inbox.Answer("可以在广州微法院交，也可以邮寄。");

        await Expect(line).ToContainTextAsync("已办结");
        await Expect(head.Row(order.Id)).ToHaveCountAsync(0);
        foreach (var page in new[] { agent.Page, head.Page, inbox.Page })
            Assert.True(await page.IsMarked());
    }

    [Fact]
    public async Task An_order_without_a_judge_appears_at_the_liaison_officer_who_assigns_it_to_a_judges_open_inbox()
    {
        var division = await Platform.Data.Division(DivisionKind.Filing, "haizhu");
        var judge = await Platform.Data.Staff(Role.Judge, division);
        await Platform.Data.GivePassword(judge);
        var liaison = await SignIn(Role.LiaisonOfficer, DivisionKind.Filing, "haizhu");
        await liaison.Open("/dispatch");
        await liaison.Page.Mark();
        var inbox = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await inbox.Open("/work-orders");
        await inbox.Page.Mark();

        var order = await Platform.Data.Message(await Platform.Data.Litigant(), court: await Platform.Data.Court("haizhu"));
        await Expect(liaison.Row(order.Id).First).ToBeVisibleAsync();
        var item = liaison.Page.Locator("article").Filter(new() { HasText = order.Number });
        await item.GetByLabel("承办人").SelectOptionAsync(judge.Id.ToString());
        await item.GetByRole(AriaRole.Button, new() { Name = "分派给所选的人" }).ClickAsync();

        await Expect(inbox.Row(order.Id)).ToBeVisibleAsync();
        await Expect(item).ToHaveCountAsync(0);
        Assert.True(await inbox.Page.IsMarked() && await liaison.Page.IsMarked());
    }

    private async Task<StaffPage> SignIn(Role role, DivisionKind kind, string court)
    {
        var staff = await Platform.Data.Staff(role, await Platform.Data.Division(kind, court));
        await Platform.Data.GivePassword(staff);
        return await StaffPage.SignIn(Platform.Browser, Platform.Portal, staff);
    }

    /// <summary>The caller's number first, which finds the case; then the category by its digit and what was asked.</summary>
    private static async Task TypeCall(IPage page, string phone, string asked)
    {
        await Expect(page.Locator(".call .phone")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(phone);
        await Expect(page.Locator(".hit")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("1");
        await Expect(page.Locator(".cats [aria-checked=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Alt+t");
        await Type(page.Locator("#asked"), asked);
    }

    private static async Task Type(ILocator field, string text)
    {
        await Expect(field).ToBeFocusedAsync();
        await field.Page.Keyboard.TypeAsync(text);
        await Expect(field).ToHaveValueAsync(text);
    }

    private async Task<WorkOrder> Registered(IPage page)
    {
        var said = await page.Locator(".banners .said, .banners .bad").First.InnerTextAsync();
        return await Platform.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.Number == said))
            ?? throw new InvalidOperationException(said);
    }
}
