using Domain.Organisation;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>What a judge has typed is never lost, and two answers never cross.</summary>
public sealed class ReplyTests(Platform platform) : PlatformTest(platform)
{
    private const string Text = "可以。请开庭当天带上手机。";

    [Fact]
    public async Task A_typed_reply_survives_a_reload_and_a_portal_that_ends_and_comes_back()
    {
        var (judge, order) = await JudgeWithOrder();
        var first = Platform.StartPortal();
        var at = first.ClientOptions.BaseAddress;
        var desk = await StaffPage.SignIn(Platform.Browser, at, judge);
        await desk.Open(order);
        await desk.WriteReply(Text);

        await desk.Page.ReloadAsync();
        await desk.IsLive();
        await Expect(desk.Reply).ToHaveValueAsync(Text);

        await first.DisposeAsync();
        await Expect(desk.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        Platform.StartPortal(at.Port);

        await Expect(desk.Page.Locator("#components-reconnect-modal")).Not.ToBeVisibleAsync();
        await Expect(desk.Reply).ToHaveValueAsync(Text);
        await desk.PressAnswer();
        await Expect(desk.Page.Locator(".c-msg.court")).ToContainTextAsync(Text);
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_one_wins_and_the_other_is_told_who_and_when_and_keeps_the_text()
    {
        var (judge, order) = await JudgeWithOrder();
        var head = await Platform.Data.Staff(Role.DivisionHead, await Platform.Data.Division());
        await Platform.Data.GivePassword(head);
        var (one, other) = (await Open(judge), await Open(head));
        await one.WriteReply($"{Text}承办法官");
        await other.WriteReply($"{Text}庭长");

        await Task.WhenAll(one.PressAnswer(), other.PressAnswer());

        var closed = await Closed(order.Id);
        var (winner, loser, kept) = closed.ClosedById == judge.Id ? (judge, other, $"{Text}庭长") : (head, one, $"{Text}承办法官");
        await Expect(loser.Page.Locator("#unsent")).ToHaveValueAsync(kept);
        await Expect(loser.Page.GetByText($"{winner.Name} 已于").First).ToBeVisibleAsync();
        await Expect(loser.Page.Locator(".c-msg.court")).ToHaveCountAsync(1);
        await Platform.AssertTraceIsIntact();

        async Task<StaffPage> Open(Staff who)
        {
            var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, who);
            await desk.Open(order);
            return desk;
        }
    }

    [Fact]
    public async Task Where_the_network_blocks_websockets_the_portal_works_live_by_long_polling()
    {
        var (judge, order) = await JudgeWithOrder();
        var portal = Platform.StartPortal(more: WithoutWebSockets.Configure);
        var page = await Platform.Browser.NewPage(portal.ClientOptions.BaseAddress);
        var (frames, polls) = (0, 0);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => frames++;
        page.Response += (_, answer) =>
            polls += answer.Request.Method == "GET" && answer.Url.Contains("/_blazor?id=", StringComparison.Ordinal) && answer.Ok ? 1 : 0;
        var desk = new StaffPage(page);
        await desk.EnterAs(judge);
        await desk.Open("/work-orders");
        await Expect(desk.Row(order.Id)).ToBeVisibleAsync();

        var person = await Platform.Data.Litigant();
        var later = await Platform.Data.Message(person, await Platform.Data.Case(person, judge: judge));
        await Expect(desk.Row(later.Id)).ToBeVisibleAsync();
        await desk.Row(later.Id).ClickAsync();
        await desk.Answer(Text);

        Assert.Equal(WorkOrderState.Closed, (await Closed(later.Id)).State);
        Assert.Equal(0, frames);
        Assert.NotEqual(0, polls);
    }

    private async Task<(Staff Judge, WorkOrder Order)> JudgeWithOrder()
    {
        var (judge, _) = await Platform.Data.People();
        await Platform.Data.GivePassword(judge);
        var person = await Platform.Data.Litigant();
        return (judge, await Platform.Data.Message(person, await Platform.Data.Case(person, judge: judge)));
    }

    private async Task<WorkOrder> Closed(Guid id)
    {
        WorkOrder order = null!;
        await Wait.Until(
            "the order is closed",
            async () =>
            {
                order = await Platform.Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id));
                return order.IsClosed;
            }
        );
        return order;
    }
}
