using Domain.Notifications;
using Domain.Organisation;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Outbox;

public sealed class SendingTests(TestDatabase database) : OutboxTest(database)
{
    [Fact]
    public async Task A_due_notice_is_handed_over_once_and_its_attempt_is_kept()
    {
        var notice = await Queue(ToCaller());
        Assert.Equal(1, await Send());
        Assert.Equal(0, await Send());

        var row = await Read(notice);
        Assert.Equal(
            (NoticeState.Accepted, Clock.Now, FakeGateway.ProviderId(notice.Id), 1),
            (row.State, row.AcceptedAt, row.ProviderId, row.Attempts)
        );
        Assert.Equal(0, row.TemplateVersion); // the built-in words
        Assert.Equal(1, Sms.Got[notice.Id]);
        var attempt = Assert.Single(await Attempts(notice));
        Assert.Equal((1, AttemptOutcome.Accepted, "", NoticeChannel.Sms), (attempt.Number, attempt.Outcome, attempt.Code, attempt.Channel));
    }

    [Fact]
    public async Task A_sign_in_code_goes_past_everything_that_waits_and_is_gone_from_the_row_then()
    {
        await Queue(Enumerable.Range(0, 300).Select(_ => ToCaller()));
        var code = await Queue(Code());
        await Send(express: true);
        Assert.Equal("【广州微法院】登录验证码 246810，5 分钟内有效。法院不会向您索要验证码。", Assert.Single(Sms.Messages).Body);
        Assert.Equal("", (await Read(code)).Fields["code"]);
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_later()
    {
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.TryAgain, "BUSY");
        var notice = await Queue(ToCaller());
        await Send();
        var first = await Read(notice);
        Assert.Equal((NoticeState.Queued, "BUSY", 1), (first.State, first.FailureCode, first.Attempts));
        Assert.InRange(first.DueAt - Clock.Now, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
        Assert.Equal(0, await Send());

        Clock.Now = first.DueAt;
        await Send();
        Assert.InRange((await Read(notice)).DueAt - Clock.Now, TimeSpan.FromSeconds(3.1), TimeSpan.FromSeconds(4.9));

        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.TryAgain, "LATER", After: TimeSpan.FromMinutes(7));
        Clock.Now += TimeSpan.FromSeconds(5);
        await Send();
        Assert.Equal(TimeSpan.FromMinutes(7), (await Read(notice)).DueAt - Clock.Now);
        Assert.Equal(["BUSY", "BUSY", "LATER"], (await Attempts(notice)).Select(a => a.Code));
    }

    [Fact]
    public async Task A_gateway_that_is_down_for_an_hour_is_hardly_called_and_gets_everything_once_it_is_back()
    {
        Sms.Before = _ => throw new HttpRequestException("refused");
        var notices = await Queue(Enumerable.Range(0, 500).Select(_ => ToCaller()));
        for (var minute = 0; minute < 60; minute++)
        {
            await SendAll();
            Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.InRange(Sms.Calls, 10, 200); // 500 notices a try, without the breaker, would be thousands of calls
        Assert.Empty(Sms.Got);
        Assert.Empty(await Tasks());

        Sms.Before = _ => Task.CompletedTask;
        for (var minute = 0; minute < 12; minute++)
        {
            Clock.Now += TimeSpan.FromMinutes(1);
            await SendAll();
        }

        Assert.Equal(notices.Select(n => n.Id).Order(), Sms.Got.Keys.Order());
        Assert.All(Sms.Got.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task While_the_circuit_is_open_nothing_is_taken_up()
    {
        Sms.Before = _ => throw new HttpRequestException("refused");
        for (var i = 0; i < 3; i++)
        {
            await Queue(ToCaller());
            await Send();
        }

        var waits = await Queue(ToCaller());
        Assert.Equal(0, await Send());
        Assert.Equal((NoticeState.Queued, 0), ((await Read(waits)).State, (await Read(waits)).Attempts));

        Sms.Before = _ => Task.CompletedTask;
        Clock.Now += TimeSpan.FromSeconds(16);
        await SendAll();
        Assert.Equal(NoticeState.Accepted, (await Read(waits)).State);
    }

    [Fact]
    public async Task A_refusal_sends_the_notice_to_the_next_channel()
    {
        WeChat.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "43101");
        var notice = await Queue(ToLitigant());
        await Send(NoticeChannel.WeChat);
        var row = await Read(notice);
        Assert.Equal((NoticeState.Failed, "43101"), (row.State, row.FailureCode));
        await Send();
        var next = (await After(notice))!;
        Assert.Equal((NoticeChannel.Sms, NoticeState.Accepted, "13800138000"), (next.Channel, next.State, next.Address));
        Assert.Empty(await Tasks());
    }

    [Fact]
    public async Task A_channel_that_is_not_set_up_gives_way_to_the_next_and_sms_waits_for_its_gateway()
    {
        var host = await Host(gateways: Sms);
        var notice = await Queue(ToLitigant());
        await Send(NoticeChannel.WeChat, host: host);
        Assert.Equal((NoticeState.Failed, FailureCodes.ChannelOff), ((await Read(notice)).State, (await Read(notice)).FailureCode));

        var withoutSms = await Host(gateways: WeChat);
        Assert.Equal(0, await Send(host: withoutSms));
        Assert.Equal(NoticeState.Queued, (await After(notice))!.State);
    }

    [Fact]
    public async Task What_fails_on_every_channel_becomes_a_task_for_a_person()
    {
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var notice = await Queue(ToStaff(judge.Id));
        await Send();
        var email = (await After(notice))!;
        Assert.Equal((NoticeChannel.Email, 0), (email.Channel, (await Tasks()).Count));
        await Send(NoticeChannel.Email); // this installation has no mail server
        var task = Assert.Single(await Tasks());
        Assert.Equal(email.Id, task.Id);
        var division = await Data.Division();
        Assert.Equal((FailureCodes.ChannelOff, division.CourtId, division.Id), (task.Code, task.CourtId!.Value, task.DivisionId!.Value));
    }

    [Fact]
    public async Task A_notice_without_a_number_or_a_text_holds_nobody_up()
    {
        var noNumber = await Queue(ToStaff(Guid.CreateVersion7()));
        var noText = await Queue(WorkOrderNoticesWithout("number"));
        var good = await Queue(ToCaller());
        await SendAll();
        Assert.Equal(FailureCodes.NoAddress, (await Read(noNumber)).FailureCode);
        Assert.Equal(FailureCodes.NoText, (await Read(noText)).FailureCode);
        Assert.Equal(NoticeState.Accepted, (await Read(good)).State);
    }

    [Fact]
    public async Task What_is_too_late_is_not_sent()
    {
        var code = await Queue(Code());
        var notice = await Queue(ToCaller());
        var litigant = await Queue(ToLitigant());
        Clock.Now += TimeSpan.FromDays(3);
        await Data.Use((ExpireNotices expire) => expire.Run(CancellationToken.None));

        Assert.Equal(NoticeState.Expired, (await Read(code)).State);
        Assert.Equal("", (await Read(code)).Fields["code"]);
        Assert.Equal([notice.Id], (await Tasks()).Select(t => t.Id)); // nobody needs an old code
        Assert.Equal(NoticeChannel.Sms, (await After(litigant))!.Channel); // the time of WeChat is over, not that of the notice
        await SendAll();
        Assert.Single(Sms.Got);
    }

    [Fact]
    public async Task An_answer_for_some_of_a_batch_leaves_the_others_for_another_try()
    {
        var notices = await Queue(Enumerable.Range(0, 3).Select(_ => ToCaller()));
        Sms.Answer = n => n.Id == notices[1].Id ? new Handover(Guid.CreateVersion7(), HandoverOutcome.Accepted) : FakeGateway.Taken(n);
        await Send();
        Assert.Equal((NoticeState.Queued, FailureCodes.NoAnswer), ((await Read(notices[1])).State, (await Read(notices[1])).FailureCode));
        Assert.Equal(NoticeState.Accepted, (await Read(notices[2])).State);
    }

    [Fact]
    public async Task Nothing_holds_a_connection_while_the_gateway_is_called()
    {
        await Queue(ToCaller());
        List<string> busy = [];
        Sms.After = async ct =>
            busy = await Data.Use(
                (CourtDb db) =>
                    db
                        .Database.SqlQuery<string>(
                            $"""
                            SELECT coalesce(state, '') AS "Value" FROM pg_stat_activity
                            WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE '%transaction%'
                            """
                        )
                        .ToListAsync(ct)
            );
        await Send();
        Assert.Empty(busy);
    }

    private static Notice WorkOrderNoticesWithout(string field)
    {
        var notice = ToCaller();
        notice.Fields.Remove(field);
        return notice;
    }
}
