using Domain.Calendar;
using Domain.Cases;
using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Outbox;

public sealed class WorkingHoursTests(TestDatabase database) : OutboxTest(database)
{
    private static readonly DateTimeOffset s_fridayNight = Friday.AddHours(11);
    private static readonly DateTimeOffset s_mondayMorning = new(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_comes_at_night_waits_for_the_next_working_morning_and_arrives_as_one_sms()
    {
        var judge = await Judge();
        await Data.People();
        var order = await Data.Message(await Data.Litigant(), court: await Data.Court());
        await Data.Use((CourtDb db) => db.Set<Notice>().ExecuteDeleteAsync());
        Clock.Now = s_fridayNight;
        var notices = await Queue([
            ToStaff(judge, about: order.Subject),
            ToStaff(judge, WorkOrderNotices.Urged, order.Subject),
            ToStaff(judge, WorkOrderNotices.Urged, order.Subject),
        ]);
        await SendAll();
        Assert.Empty(Sms.Got);
        Assert.All(await Rows(notices), n => Assert.Equal((NoticeState.Queued, true, s_mondayMorning), (n.State, n.IsHeld, n.DueAt)));

        Clock.Now = s_mondayMorning.AddMinutes(-1);
        Assert.Equal(0, await Digest());
        Clock.Now = s_mondayMorning;
        Assert.Equal(3, await Digest());
        await SendAll();
        var sms = Assert.Single(Sms.Messages);
        Assert.Equal(
            $"【广州法院12368】您有 1 件工单待答复，括号内为答复码：2026112000001（{order.ReplyCode}），"
                + "开庭带手机给法官看转账记录…，最早 11 月 25 日（周三）24:00 前答复。回复“答复码+内容”，或登录 12368 平台办理。",
            sms.Body
        );
        Assert.All(await Rows(notices), n => Assert.Equal((NoticeState.Merged, sms.Id), (n.State, n.MergedIntoId!.Value)));
    }

    [Fact]
    public async Task The_mornings_sms_names_the_case_and_counts_what_is_late_and_due_today()
    {
        var judge = await Data.Staff(Role.Judge, await Data.Division());
        var litigant = await Data.Litigant();
        await Order();
        Clock.Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
        await Order();
        await SendAll();
        Clock.Now = new(2026, 11, 25, 23, 0, 0, TimeSpan.Zero); // Thursday 7:00: the first is late, the second due on the day itself
        var (third, fourth) = (await Order(), await Order());
        await SendAll();
        Clock.Now = new(2026, 11, 26, 0, 30, 0, TimeSpan.Zero);
        await Digest();
        await SendAll();
        var sms = Assert.Single(Sms.Messages, m => m.Body.Contains("您有 2 件工单待答复", StringComparison.Ordinal)).Body;
        Assert.Contains(CaseNumber.DisplayOf(third.CaseNumber!), sms, StringComparison.Ordinal);
        Assert.Contains(CaseNumber.DisplayOf(fourth.CaseNumber!), sms, StringComparison.Ordinal);
        Assert.Contains("；您名下已超期 1 件，今天到期 1 件。", sms, StringComparison.Ordinal);

        async Task<WorkOrder> Order() => await Data.Message(litigant, await Data.Case(litigant, judge: judge));
    }

    [Fact]
    public async Task A_single_notice_that_waited_says_itself()
    {
        var judge = await Judge();
        Clock.Now = s_fridayNight;
        var notice = await Queue(ToStaff(judge));
        await SendAll();
        Clock.Now = s_mondayMorning;
        await Digest();
        await SendAll();
        Assert.Equal(notice.Id, Assert.Single(Sms.Messages).Id);
        Assert.True((await Read(notice)).WasHeld);
    }

    [Fact]
    public async Task Urgent_notices_and_litigants_notices_do_not_wait()
    {
        var judge = await Judge();
        Clock.Now = s_fridayNight;
        await Queue([ToStaff(judge, urgent: true), ToCaller()]);
        await SendAll();
        await Send(express: true);
        Assert.Equal(2, Sms.Got.Count);
    }

    [Fact]
    public async Task A_court_that_is_closed_by_hand_in_the_meantime_keeps_them_waiting()
    {
        var judge = await Judge();
        Clock.Now = s_fridayNight;
        await Queue([ToStaff(judge), ToStaff(judge)]);
        await SendAll();
        await Data.Use(
            async (CourtDb db) =>
            {
                db.Set<CalendarDay>()
                    .Add(
                        new()
                        {
                            Year = 2026,
                            Day = new DateOnly(2026, 11, 23),
                            Works = false,
                            IsManual = true,
                            Reason = "台风",
                        }
                    );
                await db.SaveChangesAsync();
            }
        );
        await Data.Use(
            (Domain.Calendar.ICalendars calendars) =>
            {
                ((Infrastructure.Calendar.CalendarCache)calendars).Renew();
                return Task.CompletedTask;
            }
        );
        Clock.Now = s_mondayMorning;
        Assert.Equal(0, await Digest());
        Clock.Now = s_mondayMorning.AddDays(1);
        Assert.Equal(2, await Digest());
    }

    [Fact]
    public async Task No_phone_of_staff_rings_on_New_Years_Day_though_no_notice_is_loaded()
    {
        var judge = await Judge();
        Clock.Now = new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero); // 20:00
        var late = await Queue(ToStaff(judge));
        await SendAll();
        var monday = new DateTimeOffset(2027, 1, 4, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(monday, (await Read(late)).DueAt);

        Clock.Now = new(2027, 1, 1, 2, 0, 0, TimeSpan.Zero);
        await Queue(ToStaff(judge));
        await SendAll();
        Assert.Equal(0, await Digest());
        Assert.Empty(Sms.Got);

        Clock.Now = monday;
        Assert.Equal(2, await Digest());
        await SendAll();
        Assert.Single(Sms.Messages);
    }

    [Fact]
    public async Task Two_workers_make_one_digest()
    {
        var judge = await Judge();
        Clock.Now = s_fridayNight;
        var notices = await Queue(Enumerable.Range(0, 20).Select(_ => ToStaff(judge)));
        await SendAll();
        Clock.Now = s_mondayMorning;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Digest()));
        Assert.Single((await Rows(notices)).Select(n => n.MergedIntoId).Distinct());
    }

    private async Task<Guid> Judge() => (await Data.Staff(Role.Judge, await Data.Division())).Id;

    private Task<int> Digest() => Data.Use((MakeDigests digests) => digests.Run(CancellationToken.None));

    private Task<List<Notice>> Rows(List<Notice> notices)
    {
        var ids = notices.ConvertAll(n => n.Id);
        return Data.Use((CourtDb db) => db.Set<Notice>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToListAsync());
    }
}
