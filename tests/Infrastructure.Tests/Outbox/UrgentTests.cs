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
}
