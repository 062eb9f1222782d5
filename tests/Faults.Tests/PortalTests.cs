using Domain.Auditing;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Faults.Tests;

/// <summary>kill -9 under a judge's hands: what was typed is there again, what was sent is there wholly or not at all.</summary>
[Collection(OnHosts.Name)]
public sealed class PortalTests(Hosts hosts) : IAsyncLifetime
{
    private Browser _browser = null!;
    private Staff _judge = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _browser = await Browser.Launch();
        (_judge, _) = await hosts.Data.People();
        await hosts.Data.GivePassword(_judge);
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [Fact]
    public async Task A_draft_is_there_after_the_portal_was_killed_on_the_open_page_and_in_a_new_window()
    {
        const string text = "可以。开庭当天请带上手机，并提前打印一份盖章的流水。";
        var order = await Message();
        var judge = await StaffPage.SignIn(_browser, hosts.Portal.Address, _judge);
        await judge.Open(order);
        await judge.WriteReply(text);
        var cookies = await judge.Cookies();

        await hosts.Portal.Kill();
        await Expect(judge.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        hosts.Portal.Start();
        await hosts.Portal.Ready();

        await Expect(judge.Page.Locator("#components-reconnect-modal")).Not.ToBeVisibleAsync();
        await Expect(judge.Reply).ToHaveValueAsync(text);
        var sameJudge = new StaffPage(await _browser.NewPage(hosts.Portal.Address, state: cookies));
        await sameJudge.Open(order);
        await Expect(sameJudge.Reply).ToHaveValueAsync(text);
        Assert.True(_browser.Errors.IsEmpty, string.Join("\n", _browser.Errors));
    }

    [Fact]
    public async Task An_open_inbox_shows_new_orders_again_after_the_database_was_killed()
    {
        var seen = await Message();
        var judge = await StaffPage.SignIn(_browser, hosts.Portal.Address, _judge);
        await judge.Open("/work-orders");
        await Expect(judge.Row(seen.Id)).ToBeVisibleAsync();

        var person = await hosts.Data.Litigant();
        var @case = await hosts.Data.Case(person, judge: _judge);
        using var phone = await LitigantClient.SignIn(hosts.Api.Address, person, hosts.Data);

        await hosts.KillDatabase();
        await hosts.StartDatabase();
        var later = Guid.CreateVersion7();
        await Wait.Until(
            "a message is accepted",
            async () =>
            {
                using var answer = await phone.Leave(later, @case.Id);
                return answer.IsSuccessStatusCode;
            }
        );

        await Expect(judge.Row(later)).ToBeVisibleAsync();
        Assert.True(_browser.Errors.IsEmpty, string.Join("\n", _browser.Errors));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_is_there_wholly_or_not_at_all(bool killedOnceCommitted)
    {
        const string text = "请于开庭当天带上身份证和手机。";
        var order = await Message();
        var judge = await StaffPage.SignIn(_browser, hosts.Portal.Address, _judge);
        await judge.Open(order);
        await judge.WriteReply(text);

        await judge.PressAnswer();
        if (killedOnceCommitted)
            await Wait.Until("the answer is committed", async () => (await Read(order.Id)).Order.IsClosed);
        await hosts.Portal.Kill();
        hosts.Portal.Start();
        await hosts.Portal.Ready();

        var (now, answers, notices, rows) = await Read(order.Id);
        Assert.Equal(
            killedOnceCommitted ? 1
                : now.IsClosed ? 1
                : 0,
            answers
        );
        Assert.Equal((answers, answers), (notices, rows));
        Assert.Equal(answers == 1, now.IsClosed);
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());

        await judge.Open(order);
        if (now.IsClosed)
        {
            await Expect(judge.Page.Locator(".c-msg.court").Filter(new() { HasText = text })).ToBeVisibleAsync();
            await Expect(judge.Page.GetByText("没有发出")).ToHaveCountAsync(0); // the draft of a sent answer claims nothing
        }
        else
        {
            await Expect(judge.Reply).ToHaveValueAsync(text);
        }
    }

    [Fact]
    public async Task What_a_judge_has_seen_is_in_the_audit_log_also_when_the_portal_was_killed_at_once()
    {
        var order = await Message();
        using (var judge = new PortalVisitor(hosts.Portal.Address))
        {
            await judge.SignIn(_judge);
            await judge.Read($"/work-orders/{order.Id}");
            await hosts.Portal.Kill(); // before any worker has looked
        }

        hosts.Portal.Start();
        await hosts.Portal.Ready();

        List<AuditEntry> rows = [];
        await Wait.Until("the view is in the log", async () => (rows = await Audited(order.Id)).Exists(e => e.Kind == AuditKind.Opened));
        var seen = Assert.Single(rows, e => e.Kind == AuditKind.Opened);
        Assert.Equal((_judge.Id, _judge.Name, "工单"), (seen.ById, seen.Name, seen.What));
        Assert.NotNull(seen.SessionId);
        await Wait.Until("the sign-in is in the log", async () => (await Audited(null)).Exists(e => e.Kind == AuditKind.SignedIn));
    }

    private Task<List<AuditEntry>> Audited(Guid? subject) =>
        hosts.Data.Use(
            (CourtDb db) => db.Set<AuditEntry>().AsNoTracking().Where(e => e.ById == _judge.Id && e.SubjectId == subject).ToListAsync()
        );

    private async Task<WorkOrder> Message()
    {
        var person = await hosts.Data.Litigant();
        return await hosts.Data.Message(person, await hosts.Data.Case(person, judge: _judge));
    }

    private Task<(WorkOrder Order, int Answers, int Notices, int Rows)> Read(Guid id) =>
        hosts.Data.Use(
            async (CourtDb db) =>
                (
                    await db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id),
                    await db.Set<WorkOrderEntry>().CountAsync(e => e.WorkOrderId == id && e.Kind == EntryKind.Answer),
                    await db.Set<Notice>()
                        .CountAsync(n =>
                            n.SubjectId == id && n.Kind == WorkOrderNotices.AnsweredInFull.Key && n.Channel != NoticeChannel.InApp
                        ),
                    await db.Set<TraceRow>().CountAsync(t => t.SubjectId == id && t.Kind == WorkOrderFacts.Answered)
                )
        );
}
