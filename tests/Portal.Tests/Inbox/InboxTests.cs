using Bunit;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;
using Portal.Inbox;

namespace Portal.Tests.Inbox;

public sealed class InboxTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task An_urge_stands_in_the_owners_inbox_until_it_is_opened()
    {
        var (judge, order) = await Urged();
        var page = Open<NoticesPage>(judge);
        page.WaitForAssertion(() => Assert.Contains("第 1 次催办", page.Find(".c-notices .unread").TextContent, StringComparison.Ordinal));
        var id = Guid.Parse(page.Find(".c-notices a").GetAttribute("href")!["/inbox/".Length..]);

        Render<NoticePage>(p => p.Add(n => n.Id, id).AddCascadingValue(judge))
            .WaitForAssertion(() =>
                Assert.EndsWith($"/work-orders/{order}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal)
            );
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".c-notices .unread"))); // told by a hint
        Assert.Equal(
            0,
            await Data.Use(
                (CourtDb db) =>
                    db.Set<Notice>().Where(n => n.Id == id && n.ReadAt == Clock.Now).Select(n => n.TemplateVersion!.Value).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task The_bell_counts_what_is_unread_as_it_comes()
    {
        var (judge, order) = await Urged();
        var shell = Services.GetRequiredService<Shell>();
        shell.Enter(judge);
        await shell.Renew();
        var bell = Open<Bell>(judge);
        Assert.Equal("2", bell.Find(".c-bell span").TextContent); // the order, and the urge
        await Data.Use((OpenWorkOrder o) => o.Handle(order, judge, default));
        await shell.Renew();
        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".c-bell span"))); // who opens the order has read of it
    }

    [Fact]
    public async Task A_notice_written_with_a_fact_is_told_to_the_recipients_open_pages()
    {
        var (judge, order) = await Urged();
        var page = Open<NoticesPage>(judge);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".c-notices li")));
        Clock.Now = Clock.Now.AddDays(3);
        await Urge(order);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".c-notices li").Count));
    }

    [Fact]
    public async Task Everything_can_be_marked_read_at_once()
    {
        var (judge, order) = await Urged();
        Clock.Now = Clock.Now.AddDays(3);
        await Urge(order);
        var shell = Services.GetRequiredService<Shell>();
        shell.Enter(judge);
        await shell.Renew();
        var page = Open<NoticesPage>(judge);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".unread").Count));
        await On(page, ".c-phead button", b => b.Click());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".unread")));
        page.WaitForAssertion(() => Assert.True(page.Find(".c-phead button").HasAttribute("disabled")));
        Assert.Equal(0, shell.UnreadNotices);
    }

    [Fact]
    public async Task Somebody_elses_notice_looks_as_one_that_is_missing_and_stays_unread()
    {
        var (judge, _) = await Urged();
        var notice = (await Data.Use((NoticeInboxQueries q) => q.Newest(false, null, judge, default))).Rows[0];
        var other = await Somebody(Role.Judge);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Data.Use((ReadNotice r) => r.Handle(notice.Id, 0, other, default)));
        Assert.Equal("notice.not_found", refused.Code);
        Assert.Null(await Data.Use((NoticeInboxQueries q) => q.Find(notice.Id, other, default)));
        await Data.Use((ReadAllNotices r) => r.Handle(Clock.Now, other, default));
        Assert.Equal(1, await Data.Use((NoticeInboxQueries q) => q.UnreadCount(judge, default)));
        Assert.Contains(
            "没有这条消息",
            Render<NoticePage>(p => p.Add(n => n.Id, notice.Id).AddCascadingValue(other)).WaitForElement(".c-blank").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_person_has_one_inbox_in_every_post()
    {
        var (judge, _) = await Urged();
        var elsewhere = Actor.Staff(
            judge.Id,
            judge.Name,
            new StaffPost(Guid.CreateVersion7(), Role.Clerk, Guid.CreateVersion7(), Guid.CreateVersion7())
        );
        Assert.Equal(1, await Data.Use((NoticeInboxQueries q) => q.UnreadCount(elsewhere, default)));
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_without_gaps_though_new_ones_come()
    {
        var judge = await Somebody(Role.Judge);
        await Write(judge, Page<InboxNotice>.Size + 5);
        var first = await Data.Use((NoticeInboxQueries q) => q.Newest(false, null, judge, default));
        Clock.Now = Clock.Now.AddHours(1);
        await Write(judge, 2);
        var second = await Data.Use((NoticeInboxQueries q) => q.Newest(false, first.Next, judge, default));
        Assert.Null(second.Next);
        Assert.Equal(Page<InboxNotice>.Size + 5, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
    }

    private Task Write(Actor to, int count) =>
        Data.Use(
            async (CourtDb db) =>
            {
                var fields = new Dictionary<string, string>
                {
                    ["number"] = "GZ20261120-000001",
                    ["caseNumber"] = "",
                    ["count"] = "1",
                    ["owed"] = "应于 11 月 25 日（周三）24:00 前答复",
                };
                for (var i = 0; i < count; i++)
                    db.Set<Notice>()
                        .AddRange(
                            WorkOrderNotices
                                .Urged.To(NoticeRecipient.Staff(to.Id), fields)
                                .Select(n => n.WrittenAt(Clock.Now.AddSeconds(i / 3)))
                        );
                await db.SaveChangesAsync();
            }
        );

    private async Task<(Actor Judge, Guid Order)> Urged()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await Urge(order.Id);
        return (await Data.ActorOf(judge), order.Id);
    }

    private async Task Urge(Guid order)
    {
        var litigant = await Data.Use(
            (CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == order).Select(o => o.LitigantId!.Value).SingleAsync()
        );
        await Data.Use((Urge<WorkOrder> u) => u.Handle(order, Guid.CreateVersion7(), "", Actor.Litigant(litigant, "陈建华"), default));
    }
}
