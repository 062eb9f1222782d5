using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
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
        var failure = Assert.Single(await Data.Use((OutboxState s) => s.Retrying(CancellationToken.None)));
        Assert.Equal(new FailureFigures(NoticeChannel.Sms, FailureCodes.Unreachable, 3), failure);
        Assert.Equal("连不上通道", failure.Words.Why);
    }

    [Fact]
    public async Task What_waits_for_its_next_try_waits_since_it_could_first_have_been_out()
    {
        Sms.Before = _ => throw new HttpRequestException("refused");
        await Queue(ToCaller());
        await Send();
        Clock.Now += TimeSpan.FromSeconds(90);
        await Send(); // the next try is minutes away or seconds: it waits all the same
        await Beat();
        var figures = await State();
        Assert.Equal((1, TimeSpan.FromSeconds(90)), (figures.Channels[0].Retrying, figures.Channels[0].OldestAge));
        Assert.Equal(["短信最早的一条已等待 1 分钟，还没有发出"], figures.Alarms);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_morning_is_not_late_and_was_not_tried()
    {
        var voice = new FakeGateway(NoticeChannel.Voice)
        {
            Answer = n => new Handover(n.Id, HandoverOutcome.NotNow, FailureCodes.NotAtNight, After: TimeSpan.FromHours(10)),
        };
        var host = await Host(gateways: voice);
        var call = await Queue(
            ServiceNotices.Documents.Through(
                NoticeChannel.Voice,
                null,
                "13800138000",
                new Dictionary<string, string> { ["court"] = "越秀区法院", ["count"] = "1" },
                new Subject(SubjectKind.Service, Guid.CreateVersion7()) { CourtId = null, DivisionId = null }
            )
        );
        for (var i = 0; i < 5; i++)
            await Send(NoticeChannel.Voice, host: host);
        Clock.Now += TimeSpan.FromHours(1);
        await Beat();
        var figures = await State();
        Assert.Empty(figures.Alarms);
        Assert.Equal(1, figures.Channels.Single(c => c.Channel == NoticeChannel.Voice).Held);
        Assert.Empty(await Attempts(call));

        Clock.Now += TimeSpan.FromHours(9);
        voice.Answer = null;
        await Send(NoticeChannel.Voice, host: host);
        Assert.Equal(NoticeState.Accepted, (await Read(call)).State);
    }

    [Fact]
    public async Task What_reached_nobody_today_is_counted_once_by_its_last_channel_with_what_to_do()
    {
        WeChat.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, FailureCodes.NoTemplate);
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        await Queue(ToLitigant());
        await Send(NoticeChannel.WeChat);
        Assert.Empty(await Lost(Friday));
        await Send();
        await Queue(Code());
        Clock.Now += TimeSpan.FromHours(1);
        await Data.Use((ExpireNotices expire) => expire.Run(CancellationToken.None));

        Assert.Equal(
            [(NoticeChannel.Sms, "EMPTY", 1), (NoticeChannel.Sms, Notice.OutOfTime, 1)],
            (await Lost(Friday)).OrderBy(f => f.Code).Select(f => (f.Channel, f.Code, f.Count))
        );
        Assert.All(await Lost(Friday), f => Assert.NotEmpty(f.Words.ToDo));
        Assert.Empty(await Lost(Friday.AddDays(1)));
    }

    [Fact]
    public async Task Administrators_are_told_in_their_inbox_by_sms_and_by_mail_once_while_it_lasts()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy"));
        await Data.Use(
            (CourtDb db) =>
                db.Set<Staff>().Where(s => s.Id == administrator.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Email, "a@court.example"))
        );
        await Data.Staff(Role.Judge, await Data.Division());
        await Alarm();
        await Alarm();
        var told = await Told();
        Assert.All(told, n => Assert.Equal(administrator.Id, n.RecipientId));
        Assert.Equal([NoticeChannel.Email, NoticeChannel.InApp, NoticeChannel.Sms], told.Select(n => n.Channel).OrderBy(c => $"{c}"));
        await Send(express: true);
        Assert.Contains("没有发送程序在运行", Assert.Single(Sms.Messages).Body, StringComparison.Ordinal);

        Clock.Now += TimeSpan.FromMinutes(61);
        await Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
        await Alarm();
        Assert.Single(await Told(), n => n.Channel == NoticeChannel.InApp); // it lasts
    }

    [Fact]
    public async Task Whoever_was_told_hears_once_that_it_is_over_when_it_has_stayed_so()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy"));
        var begun = ChinaTime.Clock(Clock.Now);
        await Alarm();
        await Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
        Clock.Now += TimeSpan.FromMinutes(10);
        await Beat();
        var over = ChinaTime.Clock(Clock.Now);
        await Alarm();
        Assert.Empty(await Told(OutboxNotices.Over));
        for (var i = 0; i < 3; i++)
        {
            Clock.Now += RaiseOutboxAlarm.Quiet;
            await Beat();
            await Alarm();
        }

        var told = await Told(OutboxNotices.Over);
        Assert.Equal(
            [(administrator.Id, NoticeChannel.InApp), (administrator.Id, NoticeChannel.Sms)],
            told.Select(n => (n.RecipientId!.Value, n.Channel)).OrderBy(n => $"{n.Channel}")
        );
        Assert.All(told, n => Assert.Equal($"{begun} 告知的“没有发送程序在运行”，{over} 起恢复", n.Fields["reason"]));

        await Gone(); // again within the hour: whoever believes that all is well has to know
        await Alarm();
        Assert.Equal(2, (await Reasons()).Count(reason => reason.Contains("没有发送程序", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_failed_and_is_due_again_is_counted_as_in_the_table_of_its_reasons()
    {
        Sms.Before = _ => throw new HttpRequestException("refused");
        for (var i = 0; i < 2; i++)
        {
            await Queue(ToCaller());
            await Send();
        }

        Clock.Now += TimeSpan.FromHours(1); // their next try is due
        await Queue(ToCaller());
        var sms = (await State()).Channels.Single(c => c.Channel == NoticeChannel.Sms);
        Assert.Equal((1, 2), (sms.Due, sms.Retrying));
        Assert.Equal(sms.Retrying, (await Data.Use((OutboxState s) => s.Retrying(CancellationToken.None))).Sum(f => f.Count));
    }

    [Fact]
    public async Task An_alarm_that_comes_and_goes_is_told_once_an_hour_and_another_one_beside_it()
    {
        await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy"));
        await Alarm();
        for (var i = 0; i < 3; i++)
        {
            await Beat();
            await Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
            await Alarm(); // all is well
            await Gone();
            await Alarm();
        }

        Assert.Single(await Told(), n => n.Channel == NoticeChannel.InApp);
        await Queue(ToCaller());
        Clock.Now += TimeSpan.FromMinutes(2);
        await Alarm();
        var late = ChinaTime.Clock(Clock.Now - TimeSpan.FromMinutes(2));
        Assert.Equal(
            [$"{late} 起，没有发送程序在运行，通知发不出去", $"{late} 起，短信最早的一条已等待 2 分钟，还没有发出"],
            await Reasons()
        );

        await Beat();
        await Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
        await Alarm();
        Clock.Now += TimeSpan.FromMinutes(61);
        await Gone();
        await Alarm();
        Assert.Equal(3, (await Reasons()).Count);
    }

    [Fact]
    public async Task What_reached_nobody_is_seen_by_those_who_look_after_it_and_handled_once()
    {
        var (judge, liaison) = (
            await Data.Staff(Role.Judge, await Data.Division()),
            await Data.Staff(Role.LiaisonOfficer, await Data.Division())
        );
        var stranger = await Data.Staff(Role.LiaisonOfficer, await Data.Division(court: "panyu"));
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy"));
        var (own, others) = (
            await Data.Staff(Role.Administrator, await Data.Division()),
            await Data.Staff(Role.Administrator, await Data.Division(court: "panyu"))
        );
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        var notice = await Queue(ToStaff(judge.Id, WorkOrderNotices.Handling.ReassignmentApproved)); // by SMS only
        await Send();

        Assert.Single(await List(liaison));
        Assert.Single(await List(administrator));
        Assert.Single(await List(own));
        Assert.Empty(await List(others));
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
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy")); // the notice is of no court
        Sms.Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "EMPTY");
        var notice = await Queue(ToCaller());
        await Send();
        var row = Assert.Single(await List(administrator));
        Assert.Equal(("138****8000", "号码是空号"), (row.Phone, row.Why.Why));

        Sms.Answer = null;
        await Resend(administrator, " 139-0013 9000", "来电更正", notice.Id);
        await Send();
        Assert.Equal("13900139000", (await After(notice))!.Address);
        Assert.Equal("13900139000", Sms.Messages.Last().Address);
    }

    [Fact]
    public async Task A_landline_where_nobody_picked_up_is_rung_again()
    {
        var administrator = await Data.Staff(Role.Administrator, await Data.Division(court: "gz-zy")); // the notice is of no court
        var voice = new FakeGateway(NoticeChannel.Voice) { Answer = n => new Handover(n.Id, HandoverOutcome.Refused, "NO_ANSWER") };
        var host = await Host(null, null, Sms, WeChat, voice);
        var call = await Queue(
            WorkOrderNotices
                .AnsweredByVoice.To(
                    new NoticeRecipient(RecipientKind.Phone, null, null, UsesWeChat: false) { Landline = "02083210000" },
                    new Dictionary<string, string>
                    {
                        ["number"] = "2026112000001",
                        ["answer"] = "可以",
                        ["surveyLink"] = "",
                    }
                )
                .Single()
        );
        await Send(NoticeChannel.Voice, host: host);
        Assert.Equal(
            (NoticeChannel.Voice, "无人接听"),
            Assert.Single(await List(administrator)) is var row ? (row.Channel, row.Why.Why) : default
        );
        Assert.Equal("undelivered.number_invalid", await Refused(administrator, "8321", "更正"));

        voice.Answer = null;
        await Resend(administrator, "020-83210001", "来电更正", call.Id);
        await Send(NoticeChannel.Voice, host: host);
        Assert.Equal((NoticeChannel.Voice, "02083210001"), await After(call) is { } again ? (again.Channel, again.Address) : default);
        Assert.Equal("02083210001", voice.Messages.Last().Address);
    }

    private Task<OutboxFigures> State() => Data.Use((OutboxState s) => s.Read(CancellationToken.None));

    private Task Beat() => Data.Use((BeatHeart b) => b.Run(CancellationToken.None));

    private Task Alarm() => Data.Use((RaiseOutboxAlarm a) => a.Run(CancellationToken.None));

    private Task Gone() => Data.Use((CourtDb db) => db.Set<WorkerHeartbeat>().ExecuteDeleteAsync());

    private Task<IReadOnlyList<FailureFigures>> Lost(DateTimeOffset since) =>
        Data.Use((OutboxState s) => s.LostSince(since, CancellationToken.None));

    private async Task<List<string>> Reasons() =>
        [.. (await Told()).Where(n => n.Channel == NoticeChannel.InApp).OrderBy(n => n.CreatedAt).Select(n => n.Fields["reason"])];

    private Task<List<Notice>> Told(NoticeKind? kind = null) =>
        Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == (kind ?? OutboxNotices.Stuck).Key).ToListAsync());

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
        (await Assert.ThrowsAsync<RefusedException>(() => Resend(by, number, reason))).Code;
}
