using Domain.Organisation;
using Domain.WorkOrders;
using Given;

namespace Infrastructure.Tests.Outbox;

public sealed class UrgentTests(TestDatabase database) : OutboxTest(database)
{
    [Fact]
    public async Task An_order_that_the_liaison_officer_marks_urgent_at_night_rings_the_judge_at_once()
    {
        var division = await Data.Division();
        var (judge, liaison) = (await Data.Staff(Role.Judge, division), await Data.Staff(Role.LiaisonOfficer, division));
        Clock.Now = Friday.AddHours(11);
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        await SendAll();
        Assert.DoesNotContain(Sms.Messages, m => m.Address == judge.Mobile); // the dispatch waits for the morning

        var by = await Data.ActorOf(liaison);
        await Data.Use((MarkUrgent u) => u.Handle(order.Id, "当事人称明早开庭", by, default));
        await Send(express: true);
        var sms = Assert.Single(Sms.Messages, m => m.Address == judge.Mobile);
        Assert.StartsWith($"【广州法院12368】加急工单 {order.Number}", sms.Body, StringComparison.Ordinal);
        Assert.True((await Data.VerifyTrace()).IsIntact);
    }

    [Fact]
    public async Task What_is_urgent_when_it_is_registered_rings_its_handler_once_and_tells_the_head()
    {
        var division = await Data.Division();
        var (judge, head) = (await Data.Staff(Role.Judge, division), await Data.Staff(Role.DivisionHead, division));
        var agent = await Data.ActorOf(await Data.Staff(Role.HotlineAgent, division));
        var @case = await Data.Case(await Data.Litigant(), judge: judge);
        var intake = new RegisterIntake.Intake(
            Channel.Hotline,
            Category.CaseQuery,
            "陈建华",
            "13812345620",
            "原告",
            "明早开庭，传票找不到了。"
        )
        {
            CaseId = @case.Id,
            UrgentReason = "当事人称明早开庭",
        };
        await Data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), intake, agent, default));
        while (await Send(express: true) + await Send() > 0) { }
        var toJudge = Assert.Single(Sms.Messages, m => m.Address == judge.Mobile).Body;
        Assert.StartsWith("【广州法院12368】加急工单 ", toJudge, StringComparison.Ordinal);
        Assert.Contains("原因：当事人称明早开庭，应于", toJudge, StringComparison.Ordinal);
        Assert.Contains("已标为加急，原因：", Assert.Single(Sms.Messages, m => m.Address == head.Mobile).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_its_day_had_passed_goes_out_as_overdue()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        Clock.Now = Friday.AddDays(7);
        await Queue(ToStaff(judge.Id, WorkOrderNotices.Urged, order.Subject));
        while (await Send() > 0) { }
        var urged = Assert.Single(Sms.Messages, m => m.Body.Contains("次催办", StringComparison.Ordinal)).Body;
        Assert.Contains("已超期 2 日，原应于 11 月 25 日（周三）答复", urged, StringComparison.Ordinal);
        Assert.Contains($"或回复 {order.ReplyCode}+答复内容", urged, StringComparison.Ordinal);
    }
}
