using Domain.Handling;
using Domain.InboundMessages;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.InboundMessages;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Outbox;

/// <summary>What the phone was told, sent back from the phone: the SMS as the gateway got them, and the replies as it hands them in.</summary>
public sealed class ReplyCodeTests(TestDatabase database) : OutboxTest(database)
{
    private Staff _judge = null!;
    private int _sequence;

    [Fact]
    public async Task A_code_never_recurs_on_a_phone_while_its_order_may_be_meant()
    {
        await People();
        var first = await Order();
        Assert.Equal(first.ReplyCode, await CodeTold(first));
        await Data.Answer(first, _judge);

        Clock.Now = Friday.AddDays(3); // the numbers of a day begin anew
        var second = await Order();
        Assert.Equal(first.ReplyCode, second.ReplyCode);
        var code = await CodeTold(second);
        Assert.NotEqual(first.ReplyCode, code);

        var late = await Receive($"{first.ReplyCode}+还要补充一句，请带身份证。");
        Assert.Equal((InboundOutcome.OrderClosed, (Guid?)first.Id), (late.Outcome, late.WorkOrderId));
        Assert.False((await Read(second)).IsClosed);
        Assert.Equal(
            (InboundOutcome.Answered, (Guid?)second.Id),
            await Receive($"{code}+不予准许") is var sms ? (sms.Outcome, sms.WorkOrderId) : default
        );
    }

    [Fact]
    public async Task By_the_code_of_an_order_that_was_handed_on_the_former_owner_hears_who_has_it()
    {
        await People();
        var order = await Order();
        var code = await CodeTold(order);
        var next = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Use(
            async (Transfer<WorkOrder> transfer) =>
                await transfer.Handle(order.Id, Guid.CreateVersion7(), new HandOver(next.Id, "转办"), await Data.ActorOf(_judge), default)
        );
        var sms = await Receive($"{code}+证据已经收到，下周开庭质证。");
        Assert.Equal((InboundOutcome.OrderHandedOn, (Guid?)order.Id, false), (sms.Outcome, sms.WorkOrderId, sms.NeedsPerson));
        var back = await Data.Use(
            (CourtDb db) => db.Set<Notice>().SingleAsync(n => n.Kind == InboundNotices.OrderHandedOn.Key && n.SubjectId == order.Id)
        );
        Assert.Equal(next.Name, back.Fields["owner"]);
        Assert.False((await Read(order)).IsClosed);
        var notes = await Data.Use(
            (CourtDb db) => db.Set<WorkOrderEntry>().Where(e => e.WorkOrderId == order.Id && e.Kind == EntryKind.InternalNote).ToListAsync()
        );
        Assert.Contains("下周开庭质证", Assert.Single(notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_free_again_ninety_days_after_it_was_last_told()
    {
        await People();
        var first = await Order();
        await CodeTold(first);
        await Data.Answer(first, _judge);
        Clock.Now = Friday.AddDays(94);
        var second = await Order();
        Assert.Equal((first.ReplyCode, first.ReplyCode), (second.ReplyCode, await CodeTold(second)));
        Assert.Equal(second.Id, (await Receive($"{first.ReplyCode}+请到庭")).WorkOrderId);
    }

    [Fact]
    public async Task The_code_of_an_open_order_stays_its_own_however_long_it_is_open()
    {
        await People();
        var first = await Order();
        await CodeTold(first);
        Clock.Now = Friday.AddDays(94);
        Assert.NotEqual(first.ReplyCode, await CodeTold(await Order()));
        Assert.Equal(first.Id, (await Receive($"{first.ReplyCode}+不同意")).WorkOrderId);
    }

    [Fact]
    public async Task Whoever_an_order_was_taken_from_answers_no_other_one_by_its_code()
    {
        await People();
        var first = await Order();
        var code = await CodeTold(first);
        var colleague = await Data.Staff(Role.Judge, await Data.Division());
        await Data.Use(
            (CourtDb db) =>
                db.Set<WorkOrder>().Where(o => o.Id == first.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.OwnerId, colleague.Id))
        );
        var other = await Order();
        var sms = await Receive($"{code}+可以，请开庭当天带上手机。");
        Assert.Equal((InboundOutcome.OrderHandedOn, (Guid?)first.Id), (sms.Outcome, sms.WorkOrderId));
        Assert.False((await Read(other)).IsClosed);
    }

    [Fact]
    public async Task The_nights_orders_are_told_in_the_morning_with_number_and_code_and_answered_by_sms()
    {
        await People();
        Clock.Now = Friday.AddHours(11);
        List<WorkOrder> orders = [];
        for (var i = 0; i < 6; i++)
            orders.Add(await Order());
        await SendAll();
        Assert.DoesNotContain(Sms.Messages, m => m.Body.Contains("工单", StringComparison.Ordinal));

        Clock.Now = new(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);
        await Data.Use((MakeDigests digests) => digests.Run(default));
        await SendAll();
        var told = Sms.Messages.Select(m => m.Body).Where(b => b.Contains("答复码", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(orders, o => Assert.Contains(told, b => b.Contains($"{o.Number}（{o.ReplyCode}）", StringComparison.Ordinal)));
        Assert.All(told, b => Assert.InRange(b.Length, 1, 335)); // five segments
        Assert.All(told, b => Assert.Contains("，（2026）粤", b, StringComparison.Ordinal));

        foreach (var order in orders)
            Assert.Equal(order.Id, (await Receive($"{order.ReplyCode}+明天上午开庭")).WorkOrderId);
        foreach (var order in orders)
            Assert.True((await Read(order)).IsClosed);
    }

    [Fact]
    public async Task The_database_keeps_two_orders_from_one_code()
    {
        await People();
        var (first, second) = (await Order(), await Order());
        await Keep(first);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Keep(second));

        Task Keep(WorkOrder order) =>
            Data.Use(
                async (CourtDb db) =>
                {
                    db.Set<ReplyCode>().Add(ReplyCode.Give(_judge.Id, "0001", order.Id, Clock.Now));
                    await db.SaveChangesAsync();
                }
            );
    }

    [Fact]
    public async Task Two_hosts_that_name_an_order_at_once_name_the_same_code()
    {
        await People();
        var order = await Order();
        var notices = await Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == order.Id).ToListAsync());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Data.Use((GiveReplyCodes codes) => codes.To(notices, default))));
        Assert.Equal(order.ReplyCode, (await Data.Use((CourtDb db) => db.Set<ReplyCode>().SingleAsync())).Code);
    }

    private async Task People() => (_judge, _) = await Data.People();

    private async Task<WorkOrder> Order()
    {
        var litigant = await Data.Litigant();
        return await Data.Message(litigant, await Data.Case(litigant, judge: _judge));
    }

    /// <returns>What the SMS says after 回复.</returns>
    private async Task<string> CodeTold(WorkOrder order)
    {
        await SendAll();
        var body = Assert.Single(Sms.Messages, m => m.Body.Contains("新工单 " + order.Number, StringComparison.Ordinal)).Body;
        return body.Split("回复 ")[1].Split('+')[0];
    }

    private async Task<InboundSms> Receive(string text)
    {
        Clock.Now = Clock.Now.AddSeconds(1);
        var sequence = $"s{++_sequence}";
        await Data.Use(
            (KeepInboundSms keep) => keep.Handle([new IncomingSms("sms", sequence, _judge.Mobile, text, "", Clock.Now)], default)
        );
        await Data.Use((InboundSmsRound round) => round.Run(default));
        return await Data.Use((CourtDb db) => db.Set<InboundSms>().AsNoTracking().SingleAsync(s => s.Sequence == sequence));
    }

    private Task<WorkOrder> Read(WorkOrder order) =>
        Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
}
