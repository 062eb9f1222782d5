using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A bad network at the litigant's: nothing written is lost, and sending again makes no second order.</summary>
public sealed class OfflineTests(Platform platform) : PlatformTest(platform)
{
    private const string Text = "证人在外地来不了，可以用视频作证吗？";

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_unknown_until_the_court_can_be_asked_and_is_one_order()
    {
        var (person, litigant) = await AtTheLastLook();
        var posts = 0;
        await litigant.Page.RouteAsync(
            "**/api/v1/work-orders",
            async route =>
            {
                if (route.Request.Method != "POST" || ++posts > 1)
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FetchAsync(); // it arrives, and the answer does not come back
                await route.AbortAsync();
            }
        );

        var isCut = true; // the court cannot be asked either
        await litigant.Page.RouteAsync("**/api/v1/sends/*", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await litigant.Press("发送留言");
        await Expect(litigant.Heading("现在连不上法院")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await litigant.Page.Context.SetOfflineAsync(true);
        await Expect(litigant.Heading("等网络恢复")).ToBeVisibleAsync();
        isCut = false;
        await litigant.Page.Context.SetOfflineAsync(false);
        await Expect(litigant.Heading("发出去了")).ToBeVisibleAsync();

        var order = Assert.Single(await OrdersOf(person));
        Assert.Equal(Text, order.Text);
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task A_draft_is_there_after_the_page_was_closed_without_a_network()
    {
        var (person, litigant) = await AtTheLastLook();
        await litigant.Page.Context.SetOfflineAsync(true);
        await Expect(litigant.Heading("等网络恢复")).ToBeVisibleAsync();
        await litigant.Page.Context.SetOfflineAsync(false);

        await litigant.Page.ReloadAsync();
        await Expect(litigant.Heading(Text)).ToBeVisibleAsync();
        await litigant.Send();

        Assert.Single(await OrdersOf(person));
    }

    private async Task<(Guid Person, LitigantPage Page)> AtTheLastLook()
    {
        var h5 = await Platform.H5();
        var (judge, _) = await Platform.Data.People();
        var person = await Platform.Data.Litigant();
        await Platform.Data.Case(person, judge: judge);
        var litigant = await LitigantPage.SignIn(Platform.Browser, h5, Platform.Data, person.Phone!);
        await litigant.Write("您告李*强", "有话想对法官说", Text);
        return (person.Id, litigant);
    }

    private Task<List<WorkOrder>> OrdersOf(Guid person) =>
        Platform.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().Where(o => o.LitigantId == person).ToListAsync());
}
