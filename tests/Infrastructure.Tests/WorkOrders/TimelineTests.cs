using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.WorkOrders;

namespace Infrastructure.Tests.WorkOrders;

public class TimelineTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly StoppedClock _clock = new(ChinaTime.At(new DateOnly(2026, 11, 20), new TimeOnly(10, 26)));

    [Fact]
    public async Task A_message_from_the_hall_begins_as_a_visit_and_its_steps_stand_in_the_order_of_time()
    {
        var data = await CourtData.Open(database.ConnectionString(), _clock);
        var division = await data.Division();
        var owner = await data.Staff(Role.Judge, division);
        var judge = await data.ActorOf(owner);
        var head = await data.ActorOf(await data.Staff(Role.DivisionHead, division));
        var litigant = await data.Litigant();
        var @case = await data.Case(litigant, division, owner);
        var intake = new RegisterIntake.Intake(
            Channel.Hall,
            Category.CaseQuery,
            litigant.Name!,
            litigant.Phone!,
            "原告",
            "鉴定何时出结果？"
        )
        {
            LitigantId = litigant.Id,
            CaseId = @case.Id,
        };
        var order = await data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), intake, head, default));
        _clock.Now = _clock.Now.AddHours(1);
        await data.Use(
            (ReplyInterim reply) => reply.Handle(order.Id, Guid.CreateVersion7(), "正在催鉴定机构。", false, [], judge, default)
        );
        _clock.Now = _clock.Now.AddHours(1);
        await data.Use((RequestExtension<WorkOrder> u) => u.Handle(order.Id, new(2026, 11, 27), "等待鉴定机构答复", judge, default));
        await data.Use((ApproveExtension<WorkOrder> u) => u.Handle(order.Id, "", head, default));

        var seen = await data.Use((LitigantOrderQueries q) => q.Detail(order.Id, CourtData.ActorOf(litigant), default));
        var titles = seen.Timeline.Select(s => s.Title).ToList();
        Assert.Equal("诉讼服务大厅记下了您的来访", titles[0]);
        Assert.InRange(
            titles.IndexOf("法官先回复了您"),
            1,
            titles.FindIndex(t => t.StartsWith("最迟答复日期改为", StringComparison.Ordinal))
        );
    }
}
