using Bunit;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Components;
using Portal.WorkOrders;

namespace Portal.Tests.WorkOrders;

public class BesideAnOrderTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task A_likely_duplicate_is_merged_by_two_clicks_and_its_words_stand_in_the_conversation()
    {
        var (order, again, me) = await TwoOfOneCase();
        var merged = false;
        var panel = Render<DuplicatePanel>(p =>
            p.Add(d => d.Detail, Detail(order, me))
                .Add(d => d.OnMerged, EventCallback.Factory.Create(this, () => merged = true))
                .AddCascadingValue(me)
        );
        await On(panel, ".beside .c-link", e => e.Click());
        await On(panel, ".beside form", e => e.Submit());
        panel.WaitForAssertion(() => Assert.True(merged), TimeSpan.FromSeconds(20));

        var talk = Render<Conversation>(p => p.Add(c => c.Detail, Detail(order, me)).AddCascadingValue(me));
        Assert.Contains("对方没有来怎么办？", talk.Find("[aria-label^=并入的工单]").TextContent);
        var head = Render<OrderHead>(p =>
            p.Add(h => h.Detail, Detail(again, me)).Add(h => h.Calendar, Calendar()).Add(h => h.Now, Clock.Now).AddCascadingValue(me)
        );
        Assert.Contains($"已并入 {order.Number}", head.Markup);
        Assert.DoesNotContain("已办结", head.Markup);
    }

    [Fact]
    public async Task The_other_orders_of_the_case_and_the_notices_stand_beside_an_order()
    {
        var (order, again, me) = await TwoOfOneCase();
        var related = Render<RelatedPanel>(p => p.Add(r => r.Detail, Detail(order, me)).AddCascadingValue(me));
        related.WaitForAssertion(() => Assert.Contains(again.Number, related.Markup), TimeSpan.FromSeconds(20));
        Assert.Contains("本案其他工单 1 件", related.Markup);

        var notices = Render<NoticePanel>(p => p.Add(n => n.Detail, Detail(order, me)).AddCascadingValue(me));
        notices.WaitForAssertion(() => Assert.Equal(2, notices.FindAll(".sent > li").Count), TimeSpan.FromSeconds(20));
        Assert.Contains("短信给 ", notices.Markup);
        Assert.DoesNotContain(order.RequesterPhone, notices.Markup);
        Assert.DoesNotContain("陈建华", notices.Markup);
    }

    [Fact]
    public async Task A_reopened_order_shows_the_first_rating_and_why_it_is_done_again()
    {
        var (order, _, me) = await TwoOfOneCase();
        await Data.Use((AnswerWorkOrder answer) => answer.Handle(order.Id, Guid.CreateVersion7(), "可以。", [], me, default));
        await Data.Use(
            (RateWorkOrder rate) =>
                rate.Handle(order.Id, Satisfaction.Dissatisfied, "没说清楚", Actor.Litigant(order.LitigantId!.Value, "陈建华"), default)
        );
        var filing = await Somebody(Role.FilingDivision, DivisionKind.Filing);
        await Data.Use(
            (Reopen<WorkOrder> reopen) =>
                reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(me.Id, "没有答到点上"), filing, default)
        );
        var talk = Render<Conversation>(p => p.Add(c => c.Detail, Detail(order, me)).AddCascadingValue(me)).Markup;
        Assert.Contains("不满意，“没说清楚”", talk);
        Assert.Contains("没有答到点上", talk);
        Assert.Contains("可以。", talk);
    }

    private async Task<(WorkOrder Order, WorkOrder Again, Actor Me)> TwoOfOneCase()
    {
        var (judge, _) = await Data.People();
        var person = await Data.Litigant();
        var @case = await Data.Case(person, judge: judge);
        return (
            await Data.Message(person, @case),
            await Data.Message(person, @case, text: "开庭带手机给法官看转账记录，行不行？对方没有来怎么办？"),
            await Data.ActorOf(judge)
        );
    }

    private OrderDetail Detail(WorkOrder order, Actor me) =>
        Data.Use((OrderDetailQueries q) => q.Find(order.Id, me, CancellationToken.None)).GetAwaiter().GetResult()!;

    private Domain.Calendar.WorkCalendar Calendar() =>
        Data.Use((Domain.Calendar.ICalendars calendars) => calendars.Current(CancellationToken.None).AsTask()).GetAwaiter().GetResult();
}
