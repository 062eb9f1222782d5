using System.Net;
using Domain.Exports;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>The wallboard, the statistics behind it, and what leaves as a file.</summary>
public sealed class FigureTests(Platform platform) : PlatformTest(platform)
{
    private const string Court = "zengcheng";

    [Fact]
    public async Task The_wallboard_follows_what_happens_and_names_nobody()
    {
        var (judge, litigant, @case) = await Case();
        var president = await Leader(Role.President, DivisionKind.Leadership);
        var board = await StaffPage.SignIn(Platform.Browser, Platform.Portal, president, (1920, 1080));
        await board.Open("/wallboard");
        await Expect(board.Page.GetByText("增城法院 12368 诉讼服务运行")).ToBeVisibleAsync();
        var received = board.Page.Locator(".k .p").Filter(new() { HasText = "今日接收" }).Locator(".fg");
        var before = int.Parse(await received.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var order = await Platform.Data.Message(litigant, @case);
        await Expect(received).ToHaveTextAsync($"{before + 1}");
        var closed = board.Page.Locator(".k .p").Filter(new() { HasText = "今日已办结" }).Locator(".sm");
        await Platform.Data.Answer(order, judge);
        await Expect(closed).ToContainTextAsync("今日已办结 1");
        await Expect(board.Page.Locator(".w-trend svg")).ToBeVisibleAsync();
        await Expect(board.Page.Locator(".w-bars svg")).ToBeVisibleAsync();

        foreach (
            var words in new[]
            {
                "在办",
                "今日到期",
                "已超期",
                "一级 庭长",
                "二级 分管院领导",
                "三级 院长",
                "本月满意率",
                "各庭室在办",
                "近 15 日",
                "今日接收渠道",
                "最久未答复",
                "按期办结率",
                "首次答复平均",
                "重复诉求率",
                "超期日数按工作日计",
                "不显示当事人信息",
            }
        )
            await Expect(board.Page.Locator("main")).ToContainTextAsync(words);
        var text = await board.Page.Locator("main").InnerTextAsync();
        Assert.DoesNotContain(litigant.Name!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(judge.Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_goes_from_the_court_to_the_very_order()
    {
        var (judge, litigant, @case) = await Case();
        var order = await Platform.Data.Message(litigant, @case, text: "能不能调取银行流水？");
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, await Leader(Role.President, DivisionKind.Leadership));
        await desk.Open("/statistics");
        await desk.Page.GetByRole(AriaRole.Rowheader, new() { Name = "民一庭" }).GetByRole(AriaRole.Link).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Rowheader, new() { Name = judge.Name }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Navigation, new() { Name = "统计范围" })).ToContainTextAsync(judge.Name);
        await desk.Page.Locator(".st-cards a.f").First.ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "工单台账" })).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = order.Number }).ClickAsync();
        await Expect(desk.Page.Locator("main")).ToContainTextAsync("能不能调取银行流水？");
    }

    [Fact]
    public async Task What_is_taken_as_a_file_is_masked_marked_and_noted()
    {
        var (_, litigant, @case) = await Case();
        var order = await Platform.Data.Message(litigant, @case);
        var president = await Leader(Role.President, DivisionKind.Leadership);
        using var visitor = new PortalVisitor(Platform.Portal);
        await visitor.SignIn(president);
        var csv = await visitor.Read("/exports/ledger?format=csv&list=Received");
        Assert.Contains(order.Number, csv, StringComparison.Ordinal);
        Assert.DoesNotContain(litigant.Name!, csv, StringComparison.Ordinal);
        Assert.Contains($"导出人 {president.Name}（院长）", csv, StringComparison.Ordinal);
        Assert.StartsWith("PK", await visitor.Read("/exports/ledger?format=xlsx&list=Received"), StringComparison.Ordinal);
        Assert.Contains("按期办结率", await visitor.Read("/exports/statistics?format=csv"), StringComparison.Ordinal);
        Assert.Contains("名次", await visitor.Read("/exports/ranking?format=csv"), StringComparison.Ordinal);
        Assert.Contains($"导出人 {president.Name}（院长）", await visitor.Read("/contacts.csv"), StringComparison.Ordinal);
        var noted = await Platform.Data.Use(
            (CourtDb db) => db.Set<Export>().AsNoTracking().Where(e => e.StaffId == president.Id).OrderBy(e => e.Id).ToListAsync()
        );
        Assert.Equal(["csv", "xlsx", "csv", "csv", "csv"], noted.Select(e => e.Format));
        Assert.All(noted, e => Assert.Equal((president.Name, "院长"), (e.StaffName, e.StaffTitle)));
        Assert.StartsWith("工单台账 增城法院", noted[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_takes_what_is_not_theirs()
    {
        var (judge, litigant, @case) = await Case();
        await Platform.Data.Message(litigant, @case);
        await Platform.Data.GivePassword(judge);
        var other = await Platform.Data.Court("conghua");
        var colleague = await Platform.Data.Staff(Role.Judge, await Platform.Data.Division(court: Court));
        var agent = await Platform.Data.Staff(Role.HotlineAgent, await Platform.Data.Division(DivisionKind.Filing, "gz-zy"));
        await Platform.Data.GivePassword(agent);
        string[] files = ["/exports/ledger", "/exports/statistics", "/exports/ranking"];

        using var stranger = new PortalVisitor(Platform.Portal);
        foreach (var file in files)
            Assert.Equal((HttpStatusCode.Found, "/sign-in"), await stranger.Ask(file));
        using var outsider = new PortalVisitor(Platform.Portal);
        await outsider.SignIn(agent);
        foreach (var file in files)
            Assert.Equal((HttpStatusCode.Found, "/not-found"), await outsider.Ask(file));
        using var mine = new PortalVisitor(Platform.Portal);
        await mine.SignIn(judge);
        Assert.Equal(HttpStatusCode.OK, (await mine.Ask("/exports/ledger?format=csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Ask($"/exports/ledger?format=csv&owner={colleague.Id}")).Status);
        Assert.Equal((HttpStatusCode.Found, "/not-found"), await mine.Ask("/exports/ranking"));
        using var leader = new PortalVisitor(Platform.Portal);
        await leader.SignIn(await Leader(Role.President, DivisionKind.Leadership));
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await leader.Ask($"{file}?format=csv")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await leader.Ask($"{file}?court={other.Id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await leader.Ask($"{file}?court={Guid.CreateVersion7()}")).Status);
        }

        Assert.Equal(0, await Platform.Data.Use((CourtDb db) => db.Set<Export>().CountAsync(e => e.StaffId == agent.Id)));
    }

    [Fact]
    public async Task The_figures_of_everything_that_happened_here_are_right()
    {
        await Case();
        var found = await Platform.Data.Use((VerifyFigures verify) => verify.Run(_ => { }, default));
        Assert.True(found.AreRight, found.ToString());
    }

    private async Task<(Staff Judge, Domain.Litigants.Litigant Litigant, Domain.Cases.Case Case)> Case()
    {
        var (judge, _) = await Platform.Data.People(Court);
        var litigant = await Platform.Data.Litigant();
        return (judge, litigant, await Platform.Data.Case(litigant, await Platform.Data.Division(court: Court), judge));
    }

    private async Task<Staff> Leader(Role role, DivisionKind kind)
    {
        var staff = await Platform.Data.Staff(role, await Platform.Data.Division(kind, Court));
        await Platform.Data.GivePassword(staff);
        return staff;
    }
}
