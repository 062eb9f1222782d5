using Domain.Auditing;
using Domain.Cases;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>全局搜索 at the top of every page, and what a case number leads to.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class SearchTests(Platform platform) : PlatformTest(platform)
{
    private const string Name = "公冶明远";

    [Fact]
    public async Task The_beginning_of_a_name_suggests_what_one_reaches_and_the_keyboard_opens_it()
    {
        var data = Platform.Data;
        var (judge, stranger, @case, order) = await Matter();
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        var options = desk.Page.GetByRole(AriaRole.Option);

        await Type(desk, "公冶");
        await Expect(options.Filter(new() { HasText = $"原告 {Name}" })).ToHaveCountAsync(1); // one's own case: whole
        await Expect(options.Filter(new() { HasText = order.Number })).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("#search")).ToHaveAttributeAsync("aria-expanded", "true");
        // Enter leaves before the page could show what the arrow chose, as on a slow line.
        await Task.WhenAll(desk.Page.Keyboard.PressAsync("ArrowDown"), desk.Page.Keyboard.PressAsync("Enter"));
        await Expect(desk.Page.Locator("#reply")).ToBeVisibleAsync();
        Assert.EndsWith($"/work-orders/{order.Id}", desk.Page.Url, StringComparison.Ordinal);

        await Type(desk, CaseNumber.DisplayOf(@case.Number)[..^3]);
        await Expect(options.Filter(new() { HasText = CaseNumber.DisplayOf(@case.Number) }).First).ToBeVisibleAsync();

        var other = await StaffPage.SignIn(Platform.Browser, Platform.Portal, stranger);
        await Type(other, "公冶");
        await other.Page.Keyboard.PressAsync("Enter");
        await Expect(other.Page.GetByText("没有找到您能查看的内容")).ToBeVisibleAsync();
        await Type(other, judge.Name);
        await Expect(other.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = judge.Name }).First).ToBeVisibleAsync();

        await Noted(judge.Id, "公冶");
        await Noted(stranger.Id, "公冶");

        Task Noted(Guid who, string typed) =>
            Wait.Until(
                $"{typed} is in the audit log",
                () =>
                    data.Use(
                        (CourtDb db) => db.Set<AuditEntry>().AnyAsync(e => e.ById == who && e.Kind == AuditKind.Searched && e.Text == typed)
                    )
            );
    }

    [Fact]
    public async Task A_case_number_leads_to_the_case_with_its_parties_in_full_for_its_judge_only()
    {
        var (judge, _, @case, order) = await Matter();
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open(order);
        await desk.Page.Locator("a[data-case]").Filter(new() { HasText = CaseNumber.DisplayOf(@case.Number) }).First.ClickAsync();
        await Expect(desk.Page.Locator(".case-facts")).ToContainTextAsync($"原告 {Name}");

        var agent = await Platform.Data.Staff(Role.HotlineAgent, await Platform.Data.Division(DivisionKind.Filing, "gz-zy"));
        await Platform.Data.GivePassword(agent);
        var hotline = await StaffPage.SignIn(Platform.Browser, Platform.Portal, agent);
        await hotline.Open($"/cases?number={Uri.EscapeDataString(@case.Number)}");
        await Expect(hotline.Page.Locator(".case-facts")).ToContainTextAsync("原告 公冶**");
        await Expect(hotline.Page.Locator("body")).Not.ToContainTextAsync(Name);
    }

    private async Task<(Staff Judge, Staff Stranger, Case Case, Domain.WorkOrders.WorkOrder Order)> Matter()
    {
        var data = Platform.Data;
        var division = await data.Division(court: "panyu");
        var judge = await data.Staff(Role.Judge, division, "厉无咎");
        var stranger = await data.Staff(Role.Judge, await data.Division(DivisionKind.Criminal, "huadu"));
        foreach (var staff in new[] { judge, stranger })
            await data.GivePassword(staff);
        var person = await data.Litigant(Name);
        var @case = await data.Case(person, division, judge);
        return (judge, stranger, @case, await data.Message(person, @case, text: "什么时候开庭？"));
    }

    private static async Task Type(StaffPage desk, string text)
    {
        await desk.Page.Locator("#search").FillAsync("");
        await desk.Page.Locator("#search").PressSequentiallyAsync(text);
    }
}
