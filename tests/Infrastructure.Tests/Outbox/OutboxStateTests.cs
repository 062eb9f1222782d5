using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Outbox;

public sealed class OutboxStateTests(TestDatabase database) : OutboxTest(database)
{
    [Fact]
    public async Task It_says_that_no_worker_runs_and_that_the_oldest_waits_too_long()
    {
        await Queue(ToCaller());
        await Queue(ToCaller());
        Clock.Now += TimeSpan.FromMinutes(2);
        var figures = await State();
        var sms = figures.Channels.Single(c => c.Channel == NoticeChannel.Sms);
        Assert.Equal((2, TimeSpan.FromMinutes(2)), (sms.Due, sms.OldestAge));
        Assert.Equal(["没有发送程序在运行，通知发不出去", "短信最早的一条已等待 2 分钟，还没有发出"], figures.Alarms);

        await Beat();
        await SendAll();
        figures = await State();
        Assert.Empty(figures.Alarms);
        Assert.Equal((0, 2), (figures.Channels[0].Due, figures.Channels[0].HandedOver));
    }

    [Fact]
    public async Task A_gateway_that_fails_is_named_with_its_codes()
    {
        Sms.Before = _ => throw new HttpRequestException("refused");
        for (var i = 0; i < 3; i++)
        {
            await Queue(ToCaller());
            await Send();
        }

        await Beat();
        Assert.Equal(["短信通道连续出错，已暂停发送，恢复后自动补发"], (await State()).Alarms);
        var failure = Assert.Single(await Data.Use((OutboxState s) => s.FailuresSince(Friday.AddHours(-1), CancellationToken.None)));
        Assert.Equal(new FailureFigures(NoticeChannel.Sms, FailureCodes.Unreachable, 3), failure);
    }

    [Fact]
    public async Task Administrators_are_told_once_an_hour_in_their_inbox()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division());
        await Data.Staff(Role.Judge, await Data.Division());
        await Alarm();
        await Alarm();
        Assert.Equal(administrator.Id, Assert.Single(await Told()).RecipientId);
        Clock.Now += TimeSpan.FromMinutes(61);
        await Alarm();
        Assert.Equal(2, (await Told()).Count);
    }

    [Fact]
    public async Task What_reached_nobody_is_seen_by_those_who_look_after_it_and_handled_once()
    {
        var (judge, liaison) = (
            await Data.Staff(Role.Judge, await Data.Division()),
            await Data.Staff(Role.LiaisonOfficer, await Data.Division())
        );
        var stranger = await Data.Staff(Role.LiaisonOfficer, await Data.Division(court: "panyu"));
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "panyu"));
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        var notice = await Queue(ToStaff(judge.Id, WorkOrderNotices.Handling.ReassignmentApproved)); // by SMS only
        await Send();

        Assert.Single(await List(liaison));
        Assert.Single(await List(administrator));
        Assert.Empty(await List(stranger));
        Assert.Empty(await List(judge));
        Assert.Equal("undelivered.not_found", await Refused(stranger, "", "号码已更正"));
        Assert.Equal("undelivered.number_of_staff", await Refused(liaison, "13900139000", "号码已更正"));
        Assert.Equal("undelivered.remark_missing", await Refused(liaison, "", " "));

        Sms.Answer = null;
        await Resend(liaison, "", "手机已开机");
        await Send();
        var again = (await After(notice))!;
        Assert.Equal(NoticeState.Accepted, again.State);
        Assert.Empty(await List(liaison));
        Assert.Equal("undelivered.handled", await Refused(administrator, "", "再发一次"));
    }

    [Fact]
    public async Task A_corrected_number_is_used_for_that_notice()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division());
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        var notice = await Queue(ToCaller());
        await Send();
        var row = Assert.Single(await List(administrator));
        Assert.Equal(("138****8000", "号码是空号"), (row.Phone, row.Why));

        Sms.Answer = null;
        await Resend(administrator, " 139-0013 9000", "来电更正", notice.Id);
        await Send();
        Assert.Equal("13900139000", (await After(notice))!.Address);
        Assert.Equal("13900139000", Sms.Messages.Last().Address);
    }

    private Task<OutboxFigures> State() => Data.Use((OutboxState s) => s.Read(CancellationToken.None));

    private Task Beat() => Data.Use((BeatHeart b) => b.Run(CancellationToken.None));

    private Task Alarm() => Data.Use((RaiseOutboxAlarm a) => a.Run(CancellationToken.None));

    private Task<List<Notice>> Told() =>
        Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == OutboxNotices.Stuck.Key).ToListAsync());

    private Task<IReadOnlyList<UndeliveredRow>> List(Staff staff) =>
        Data.Use(
            async (UndeliveredQueries q) => (await q.Page(handled: false, null, await Data.ActorOf(staff), CancellationToken.None)).Rows
        );

    private async Task Resend(Staff by, string number, string reason, Guid? id = null)
    {
        var task = id ?? (await Tasks()).Single().Id;
        await Data.Use(
            async (ResendNotice resend) => await resend.Handle(task, number, reason, await Data.ActorOf(by), CancellationToken.None)
        );
    }

    private async Task<string> Refused(Staff by, string number, string reason) =>
        (await Assert.ThrowsAsync<Domain.Shared.RefusedException>(() => Resend(by, number, reason))).Code;
}
