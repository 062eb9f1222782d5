using Domain.Notifications;
using Given;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Outbox;

public sealed class ReceiptTests(TestDatabase database) : OutboxTest(database)
{
    [Fact]
    public async Task A_receipt_tells_its_notice_by_our_key_or_by_the_gateways_number()
    {
        var byKey = await Queue(ToCaller());
        var byNumber = await Queue(ToCaller());
        await SendAll();
        Clock.Now += TimeSpan.FromSeconds(4);
        await Keep(Receipt("x-1", byKey.Id), Receipt(FakeGateway.ProviderId(byNumber.Id)));
        await Apply();
        Assert.Equal((NoticeState.Delivered, Clock.Now), ((await Read(byKey)).State, (await Read(byKey)).EndedAt));
        Assert.Equal(NoticeState.Delivered, (await Read(byNumber)).State);
    }

    [Fact]
    public async Task A_receipt_that_comes_before_the_hand_over_is_recorded_waits_for_it()
    {
        var notice = await Queue(ToCaller());
        Sms.After = async _ =>
        {
            await Keep(Receipt("early", notice.Id), Receipt(FakeGateway.ProviderId(notice.Id)));
            await Apply();
            Assert.Equal(NoticeState.Claimed, (await Read(notice)).State);
        };
        await Send();
        Assert.Equal(NoticeState.Accepted, (await Read(notice)).State);

        Clock.Now += TimeSpan.FromSeconds(2);
        await Apply();
        Assert.Equal(NoticeState.Delivered, (await Read(notice)).State);
    }

    [Fact]
    public async Task A_receipt_that_names_nothing_known_is_kept_and_asked_about_less_and_less()
    {
        await Keep(Receipt("nobody"));
        await Apply();
        var waits = await Only();
        Assert.Null(waits.AppliedAt);
        Assert.Equal(Clock.Now + TimeSpan.FromSeconds(1), waits.LookAt);
        Clock.Now += TimeSpan.FromHours(1);
        await Apply();
        Assert.Equal(Clock.Now + TimeSpan.FromMinutes(30), (await Only()).LookAt);
        Clock.Now += TimeSpan.FromDays(8);
        await Apply();
        Assert.Null((await Only()).LookAt);
    }

    [Fact]
    public async Task The_same_number_of_another_gateway_is_another_message()
    {
        var notice = await Queue(ToCaller());
        await Send();
        await Keep(Receipt(FakeGateway.ProviderId(notice.Id), gateway: "wechat"));
        await Apply();
        Assert.Equal(NoticeState.Accepted, (await Read(notice)).State);
    }

    [Fact]
    public async Task A_failure_reported_later_sends_the_notice_on()
    {
        var notice = await Queue(ToLitigant());
        await Send(NoticeChannel.WeChat);
        await Keep(Receipt("w", notice.Id, delivered: false, code: "user block", gateway: "wechat"));
        await Apply();
        Assert.Equal((NoticeState.Failed, "user block"), ((await Read(notice)).State, (await Read(notice)).FailureCode));
        var sms = (await After(notice))!;
        await Send();

        await Keep(Receipt("s", sms.Id, delivered: false, code: "EMPTY"));
        await Apply();
        Assert.Equal(sms.Id, Assert.Single(await Tasks()).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_end_stands_in_whatever_order_receipts_come(bool deliveredFirst)
    {
        var notice = await Queue(ToCaller());
        await Send();
        var twice = new[]
        {
            Receipt("d", notice.Id, deliveredFirst),
            Receipt("d", notice.Id, !deliveredFirst, "UNDELIV"),
            Receipt("d2", notice.Id, deliveredFirst),
        };
        foreach (var receipt in twice)
        {
            await Keep(receipt);
            await Apply();
        }

        Assert.Equal(deliveredFirst ? NoticeState.Delivered : NoticeState.Failed, (await Read(notice)).State);
        Assert.Equal(deliveredFirst ? 0 : 1, (await Tasks()).Count(t => t.Id == notice.Id));
    }

    [Fact]
    public async Task The_gateways_clock_does_not_decide_when_something_happened()
    {
        var (early, late) = (await Queue(ToCaller()), await Queue(ToCaller()));
        await SendAll();
        var sent = Clock.Now;
        Clock.Now += TimeSpan.FromSeconds(10);
        await Keep(Receipt("e", early.Id, at: sent.AddHours(-1)), Receipt("l", late.Id, at: sent.AddHours(1)));
        await Apply();
        Assert.Equal(sent, (await Read(early)).EndedAt);
        Assert.Equal(Clock.Now, (await Read(late)).EndedAt);
    }

    private GatewayReceipt Receipt(
        string providerId,
        Guid? notice = null,
        bool delivered = true,
        string code = "DELIVRD",
        string gateway = "sms",
        DateTimeOffset? at = null
    ) =>
        new()
        {
            Gateway = gateway,
            ProviderId = providerId,
            NoticeId = notice,
            Delivered = delivered,
            Code = code,
            At = at ?? Clock.Now,
            KeptAt = Clock.Now,
        };

    private Task Keep(params GatewayReceipt[] receipts) => Data.Use((KeepReceipts keep) => keep.Handle(receipts, CancellationToken.None));

    private Task<int> Apply() => Data.Use((ApplyReceipts apply) => apply.Run(CancellationToken.None));

    private Task<GatewayReceipt> Only() =>
        Data.Use((CourtDb db) => db.Set<GatewayReceipt>().AsNoTracking().SingleAsync(r => r.ProviderId == "nobody"));
}
