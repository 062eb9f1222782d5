using System.Globalization;
using Domain.Cases;
using Domain.Handling;
using Domain.Organisation;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What a day at the desk needs of the console: the next order after an answer, paper, colleagues by name, long lists, the wallboard.</summary>
[Collection(OnAnotherPlatform.Name)]
public sealed class DeskTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task After_an_answer_the_next_order_opens_and_says_what_was_done()
    {
        var data = Platform.Data;
        var (judge, person, @case) = await Desk("conghua");
        var first = await data.Message(person, @case, text: "什么时候开庭？");
        var second = await data.Message(person, @case, text: "要带原件吗？");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open(first);
        await desk.WriteReply("已经排期，请等传票。");
        await desk.PressAnswer();

        var done = desk.Page.Locator("[data-done]");
        await Expect(done).ToContainTextAsync($"{first.Number}（{first.Title}）已答复办结，这是下一件");
        await Expect(desk.Page.Locator(".c-dhead")).ToContainTextAsync(second.Number);
        await Expect(desk.Reply).ToHaveValueAsync("");
        await IsNotCovered(desk.Page.Locator(".c-ladder li").First);
        await done.GetByText("返回上一件").ClickAsync();
        await Expect(desk.Page.Locator(".c-msg.court")).ToContainTextAsync("已经排期，请等传票。");

        await desk.Open(second);
        await desk.Answer("请带原件。"); // the last one stays
        await Expect(desk.Page.Locator("[data-done]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_liaison_marks_an_order_urgent_with_the_bar_above_the_panes()
    {
        var data = Platform.Data;
        var (_, person, @case) = await Desk("liwan");
        var order = await data.Message(person, @case, text: "明天上午动手术，今天能见法官吗？");
        var liaison = await data.Staff(Role.LiaisonOfficer, await data.Division(court: "liwan"));
        await data.GivePassword(liaison);
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, liaison);
        await desk.Open(order);
        await IsNotCovered(desk.Page.Locator(".c-ladder li").First);
        await desk.Page.GetByLabel("加急的原因").FillAsync("当事人明天手术");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "标为加急" }).ClickAsync();
        await Expect(desk.Page.Locator(".c-urgency")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".c-side")).ToContainTextAsync("当事人明天手术");
    }

    [Fact]
    public async Task Printing_an_order_prints_the_order_and_not_the_screen()
    {
        var data = Platform.Data;
        var (judge, person, @case) = await Desk("zengcheng");
        var order = await data.Message(person, @case, text: "能不能延期举证？");
        await data.Answer(order, judge, "可以，请书面申请。");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open(order);
        await Expect(desk.Page.Locator(".c-msg.court")).ToBeVisibleAsync();
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = await desk.Page.Locator("body").InnerTextAsync();
        foreach (
            var words in new[]
            {
                order.Number,
                CaseNumber.DisplayOf(@case.Number),
                "能不能延期举证？",
                "可以，请书面申请。",
                "办理轨迹",
                "派单",
            }
        )
            Assert.Contains(words, paper, StringComparison.Ordinal);
        foreach (var screen in new[] { "我的工单", "切换岗位", "写内部备注", "快捷键" })
            Assert.DoesNotContain(screen, paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_on_the_screen_names_the_colleague_and_the_case_and_leads_there()
    {
        var data = Platform.Data;
        var (judge, person, @case) = await Desk("nansha");
        var head = await data.Staff(Role.DivisionHead, await data.Division(court: "nansha"), "温若兰");
        await data.GivePassword(head);
        var order = await data.Message(person, @case, text: "要交多少费用？");
        var by = await data.ActorOf(head);
        await data.Use((Remark<WorkOrder> r) => r.Handle(order.Id, Guid.CreateVersion7(), "请尽快", by, default));

        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open("/inbox");
        var notice = desk.Page.Locator(".c-notices li").First;
        await Expect(notice).ToContainTextAsync("庭长 温若兰对您承办的");
        await Expect(notice).ToContainTextAsync($"工单 {order.Number}，{CaseNumber.DisplayOf(@case.Number)}");
        await Expect(notice).Not.ToContainTextAsync("登录");
        await notice.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page.Locator(".c-dhead")).ToContainTextAsync(order.Number);
    }

    [Fact]
    public async Task A_list_of_more_than_twenty_people_is_searched()
    {
        var data = Platform.Data;
        var (judge, person, @case) = await Desk("huadu");
        var division = await data.Division(court: "huadu");
        for (var i = 0; i < 21; i++)
            await data.Staff(Role.Judge, division, $"同庭{i.ToString("00", CultureInfo.InvariantCulture)}");
        var taker = await data.Staff(Role.Judge, division, "申屠文");
        var order = await data.Message(person, @case, text: "转给谁？");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open(order);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "转办", Exact = true }).ClickAsync();
        var box = desk.Page.Locator("#handler");
        await box.ClickAsync();
        await box.PressSequentiallyAsync("申屠");
        await Expect(desk.Page.GetByRole(AriaRole.Option).And(desk.Page.Locator(":visible"))).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = $"转办给 {taker.Name}" })).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync("申屠文（承办法官）");
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1920, 1080)]
    [InlineData(1920, 1200)]
    public async Task The_wallboard_fills_its_glass_cuts_nothing_and_can_be_left(int width, int height)
    {
        var data = Platform.Data;
        var president = await data.Staff(Role.President, await data.Division(DivisionKind.Leadership, "liwan"));
        await data.GivePassword(president);
        var (_, person, @case) = await Desk("liwan");
        await data.Message(person, @case, text: "一件");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, president, (width, height));
        await desk.Open("/wallboard");
        await Expect(desk.Page.GetByText("有变动 3 秒内更新")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".w-bars svg")).ToBeVisibleAsync();
        var cut = await desk.Page.EvaluateAsync<string>(
            """
            () => {
              const stage = document.querySelector(".w").getBoundingClientRect();
              const wrong = [];
              const fills = Math.abs(stage.width - innerWidth) <= 1 && Math.abs(stage.height - innerHeight) <= 1;
              if (!fills) wrong.push(`stage ${stage.width}x${stage.height}`);
              for (const box of document.querySelectorAll(".w .p, .w header, .w footer")) {
                const frame = box.getBoundingClientRect();
                for (const row of box.querySelectorAll(":scope > *:not(.c-sr), .cr, .lr")) {
                  const at = row.getBoundingClientRect();
                  const isCut = at.bottom > frame.bottom + 1 || at.right > frame.right + 1;
                  if (at.width && isCut) wrong.push(row.className + " " + row.textContent.trim().slice(0, 20));
                }
                if (frame.right > innerWidth + 1 || frame.bottom > innerHeight + 1) wrong.push(box.className);
              }
              return wrong.join("; ");
            }
            """
        );
        Assert.Equal("", cut);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "督办台" })).ToBeVisibleAsync();
    }

    /// <summary>A mouse reaches it: nothing lies over its middle.</summary>
    private static Task IsNotCovered(ILocator element) => element.ClickAsync(new() { Trial = true });

    private async Task<(Staff Judge, Domain.Litigants.Litigant Person, Case Case)> Desk(string court)
    {
        var data = Platform.Data;
        var division = await data.Division(court: court);
        var judge = await data.Staff(Role.Judge, division);
        await data.GivePassword(judge);
        var person = await data.Litigant();
        return (judge, person, await data.Case(person, division, judge));
    }
}
