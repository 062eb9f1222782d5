using Bunit;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Portal.Dispatch;
using Portal.Supervision;
using Portal.WorkOrders;

namespace Portal.Tests.Calendar;

/// <summary>An order whose last day lies past the loaded calendar: every screen and message that names the day says 暂定.</summary>
public sealed class ProvisionalTests(TestDatabase database) : DeskTest(database)
{
    private const string Marked = "01-05 周二（暂定）";

    [Fact]
    public async Task The_judges_inbox_says_so()
    {
        var (judge, _) = await Order();
        Says(Open<InboxPage>(judge), Marked);
    }

    [Fact]
    public async Task What_waits_for_a_person_to_assign_it_says_so()
    {
        Clock.Now = SetClock.Read("2026-12-30 10:00");
        var (_, liaison) = await Data.People();
        var litigant = await Data.Litigant();
        await Data.Message(litigant, court: await Data.Court());
        Says(Open<DispatchPage>(await Data.ActorOf(liaison)), Marked);
    }

    [Fact]
    public async Task The_head_reads_it_in_the_request_for_more_time_with_the_new_day()
    {
        var (judge, order) = await Order();
        var head = await Somebody(Role.DivisionHead);
        await Data.Use(
            (Domain.Handling.RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2027, 1, 8), "等待鉴定机构答复", judge, default)
        );
        Says(Open<ExtensionsPage>(head), Marked, "延期至 01-08（暂定）");
    }

    [Fact]
    public async Task Every_message_about_it_says_so()
    {
        var (_, order) = await Order();
        var notices = await Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == order.Id).ToListAsync());
        Assert.NotEmpty(notices);
        Assert.All(notices, n => Assert.Equal("1 月 5 日（周二）（暂定）", n.Fields["answerBy"]));
    }

    private static void Says<T>(IRenderedComponent<T> page, params string[] words)
        where T : IComponent =>
        page.WaitForAssertion(() => Assert.All(words, w => Assert.Contains(w, page.Markup, StringComparison.Ordinal)));

    private async Task<(Actor Judge, WorkOrder Order)> Order()
    {
        Clock.Now = SetClock.Read("2026-12-30 10:00");
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        return (await Data.ActorOf(judge), await Data.Message(litigant, await Data.Case(litigant, judge: judge)));
    }
}
