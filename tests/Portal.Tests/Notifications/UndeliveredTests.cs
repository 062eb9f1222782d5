using Bunit;
using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Notifications;

namespace Portal.Tests.Notifications;

public sealed class UndeliveredTests(TestDatabase database) : DeskTest(database)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_liaison_officer_says_how_the_litigant_was_told()
    {
        var division = await Data.Division();
        var (judge, liaison) = (await Data.Staff(Role.Judge, division), await Data.Staff(Role.LiaisonOfficer, division));
        var person = await Data.Litigant();
        var order = await Data.Message(person, await Data.Case(person, judge: judge));
        await Fail(order);

        var page = Open<UndeliveredPage>(await Data.ActorOf(liaison));
        var item = page.WaitForElement(".c-undelivered", s_patience);
        Assert.Contains("号码是空号", item.TextContent, StringComparison.Ordinal);
        Assert.Contains(order.Number, item.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Phone!, item.TextContent, StringComparison.Ordinal);

        await On(page, ".c-undelivered .btn:nth-of-type(2)", b => b.Click());
        await On(page, ".c-undelivered input", i => i.Change("已电话告知本人"));
        await On(page, ".c-undelivered form", f => f.Submit());
        page.WaitForElement(".c-blank", s_patience);
        var task = await Data.Use((CourtDb db) => db.Set<UndeliveredNotice>().AsNoTracking().SingleAsync());
        Assert.Equal((UndeliveredState.ToldOtherwise, liaison.Name, "已电话告知本人"), (task.State, task.HandledBy, task.Remark));
    }

    [Fact]
    public async Task The_operations_page_says_that_nothing_is_sent()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division());
        var page = Open<OperationsPage>(await Data.ActorOf(administrator));
        Assert.Contains("没有发送程序在运行", page.WaitForElement(".c-note.bad", s_patience).TextContent, StringComparison.Ordinal);
        await Data.Use((BeatHeart beat) => beat.Run(default));
        var again = Open<OperationsPage>(await Data.ActorOf(administrator));
        Assert.Contains("通知正常发送", again.WaitForElement(".c-note.ok", s_patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operations_page_is_not_green_while_something_reached_nobody_today_and_says_what_to_do()
    {
        var division = await Data.Division();
        var administrator = await Data.Staff(Role.Administrator, division);
        var person = await Data.Litigant();
        var judge = await Data.Staff(Role.Judge, division);
        await Fail(await Data.Message(person, await Data.Case(person, judge: judge)));
        await Data.Use((BeatHeart beat) => beat.Run(default));

        var page = Open<OperationsPage>(await Data.ActorOf(administrator));
        page.WaitForAssertion(
            () => Assert.Contains("今天有 1 条通知没有送到", page.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(15)
        );
        Assert.Empty(page.FindAll(".c-note.ok"));
        Assert.Contains("号码是空号", page.Markup, StringComparison.Ordinal);
        Assert.Contains("请核对号码", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("EMPTY", page.Markup, StringComparison.Ordinal);
    }

    private Task Fail(WorkOrder order) =>
        Data.Use(
            async (CourtDb db) =>
            {
                var notice = await db.Set<Notice>().SingleAsync(n => n.SubjectId == order.Id && n.Kind == WorkOrderNotices.Received.Key);
                while (notice.Failed("EMPTY", Clock.Now) is { } next) // on every channel
                    db.Set<Notice>().Add(notice = next);
                db.Set<UndeliveredNotice>().Add(UndeliveredNotice.Of(notice, order.CourtId, order.DivisionId, "EMPTY", Clock.Now));
                await db.SaveChangesAsync();
            }
        );
}
