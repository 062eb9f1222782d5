using Bunit;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Portal.Reviews;

namespace Portal.Tests.Reviews;

public class ReviewsPageTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_dissatisfied_rating_is_taken_up_again_by_the_same_handler_with_a_reason()
    {
        var (order, judge, me) = await Dissatisfied();
        var page = Open<ReviewsPage>(me);
        await On(page, ".rv .btn-primary", e => e.Click());
        await On(page, ".rv-form select", e => Assert.Equal(judge.Id.ToString(), e.GetAttribute("value")));
        await On(page, ".rv-form textarea", e => e.Change("没有回答要不要原件"));
        await On(page, ".rv-form", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("没有要复核的", page.Markup), TimeSpan.FromSeconds(20));
        var stored = await Stored(order);
        Assert.Equal((WorkOrderState.ToAnswer, judge.Id, 1), (stored.State, stored.OwnerId, stored.ReopenCount));
    }

    [Fact]
    public async Task An_answer_that_stands_may_be_explained()
    {
        var (order, _, me) = await Dissatisfied();
        var page = Open<ReviewsPage>(me);
        await On(page, ".rv .btn-quiet", e => e.Click());
        page.WaitForElement(".rv-form");
        await page.InvokeAsync(() => page.FindAll(".rv-form textarea")[0].Change("答复依法有据"));
        await page.InvokeAsync(() => page.FindAll(".rv-form textarea")[1].Change("请以判决为准。"));
        await On(page, ".rv-form", e => e.Submit());
        page.WaitForAssertion(() => Assert.Contains("没有要复核的", page.Markup), TimeSpan.FromSeconds(20));
        var entries = await Data.Use((CourtDb db) => db.Set<WorkOrderEntry>().Where(e => e.WorkOrderId == order.Id).ToListAsync());
        Assert.Contains(entries, e => e is { Kind: EntryKind.Explanation, Text: "请以判决为准。" });
        Assert.True((await Stored(order)).IsClosed);
    }

    [Fact]
    public async Task What_a_colleague_decided_leaves_the_list_by_itself()
    {
        var (order, judge, me) = await Dissatisfied();
        var page = Open<ReviewsPage>(me);
        page.WaitForElement(".rv");
        await Data.Use(
            (Reopen<WorkOrder> reopen) => reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "重办"), me, default)
        );
        page.WaitForAssertion(() => Assert.Contains("没有要复核的", page.Markup), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_form_that_is_open_stays_with_its_words_when_a_colleague_was_faster()
    {
        var (order, judge, me) = await Dissatisfied();
        var page = Open<ReviewsPage>(me);
        await On(page, ".rv .btn-quiet", e => e.Click());
        await On(page, ".rv-form textarea", e => e.Change("答复清楚"));
        await Data.Use(
            (Reopen<WorkOrder> reopen) => reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "重办"), me, default)
        );
        page.WaitForAssertion(() => Assert.DoesNotContain("共 1 件", page.Markup)); // the hint has been followed
        Assert.Equal("答复清楚", page.Find(".rv-form textarea").GetAttribute("value"));
        await On(page, ".rv-form", e => e.Submit());
        page.WaitForElement(".rv-form [role=alert]");
        await On(page, ".rv-form .btn-ghost", e => e.Click());
        page.WaitForAssertion(() => Assert.Contains("没有要复核的", page.Markup));
    }

    [Fact]
    public async Task The_list_masks_the_name_and_says_how_long_it_has_waited()
    {
        var (_, _, me) = await Dissatisfied();
        Clock.Now = Clock.Now.AddDays(6);
        var page = Open<ReviewsPage>(me);
        page.WaitForElement(".rv .c-due.late");
        Assert.Contains("等了 4 日", page.Find(".rv .c-due").TextContent);
        Assert.Contains("没说要不要原件", page.Find(".rv-bad").TextContent);
        Assert.DoesNotContain("陈建华", page.Markup);
    }

    private async Task<(WorkOrder Order, Staff Judge, Actor Me)> Dissatisfied()
    {
        var (judge, _) = await Data.People();
        var person = await Data.Litigant();
        var order = await Data.Message(person, await Data.Case(person, judge: judge));
        await Data.Answer(order, judge);
        await Data.Use(
            (RateWorkOrder rate) => rate.Handle(order.Id, Satisfaction.Dissatisfied, "没说要不要原件", CourtData.ActorOf(person), default)
        );
        return (order, judge, await Somebody(Role.FilingDivision, DivisionKind.Filing));
    }

    private Task<WorkOrder> Stored(WorkOrder order) =>
        Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
}
