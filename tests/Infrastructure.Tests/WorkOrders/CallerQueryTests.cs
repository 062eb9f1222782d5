using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;

namespace Infrastructure.Tests.WorkOrders;

/// <summary>What an agent sees of whoever rings.</summary>
public class CallerQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly StoppedClock _clock = new(ChinaTime.At(new DateOnly(2026, 11, 2), new TimeOnly(9, 0)));

    [Fact]
    public async Task Late_orders_come_first_and_every_order_once_though_one_is_closed_between_two_pages()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        var me = await data.Litigant();
        var @case = await data.Case(me, judge: judge);
        List<Guid> late = [];
        for (var i = 0; i < 3; i++)
            late.Add((await data.Message(me, @case, text: $"早的第 {i} 件")).Id);
        _clock.Now = _clock.Now.AddDays(14);
        List<Guid> fresh = [];
        for (var i = 0; i < 22; i++)
            fresh.Add((await data.Message(me, @case, text: $"新的第 {i} 件")).Id);
        var agent = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing)));
        var asOf = _clock.Now;
        Task<Page<OrderListRow>> Page(Cursor? after, Actor by) =>
            data.Use((CallerQueries q) => q.History(me.Phone!, after, asOf, by, default));

        var first = await Page(null, agent);
        Assert.Equal(late.Order(), first.Rows.Take(3).Select(r => r.Id).Order());
        _clock.Now = _clock.Now.AddMinutes(5);
        await data.Answer(await data.Message(me, @case), judge); // came and went after the first page was read
        foreach (var id in late)
            await data.Use(
                async (Domain.WorkOrders.AnswerWorkOrder answer) =>
                    await answer.Handle(id, Guid.CreateVersion7(), "已安排。", [], await data.ActorOf(judge), default)
            );
        var second = await Page(first.Next, agent);
        Assert.Equal((20, 5, (Cursor?)null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal(late.Concat(fresh).Order(), first.Rows.Concat(second.Rows).Select(r => r.Id).Order());
        Assert.Equal(26, await data.Use((CallerQueries q) => q.Count(me.Phone!, _clock.Now, agent, default)));

        var stranger = await data.ActorOf(await data.Staff(Role.Judge, await data.Division(DivisionKind.Criminal)));
        Assert.Empty((await Page(null, stranger)).Rows);
        Assert.Equal(0, await data.Use((CallerQueries q) => q.Count(me.Phone!, asOf, stranger, default)));
    }
}
