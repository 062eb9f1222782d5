using Domain.Handling;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Notifications;
using Infrastructure.Persistence;
using Infrastructure.Proof;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Proof;

public class MattersTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly StoppedClock _clock = new(ChinaTime.At(new DateOnly(2026, 11, 16), new TimeOnly(9, 0)));

    [Fact]
    public async Task Everything_between_the_court_and_a_person_is_one_story_with_its_figures()
    {
        var (data, me, judge) = await Desk();
        var first = await data.Message(me, await data.Case(me, judge: judge), text: "什么时候开庭？");
        _clock.Now = _clock.Now.AddDays(2);
        await data.Use((Urge<WorkOrder> urge) => urge.Handle(first.Id, Guid.CreateVersion7(), "请快一点", CourtData.ActorOf(me), default));
        _clock.Now = _clock.Now.AddDays(5);
        await data.Answer(first, judge, "12 月 3 日开庭。");
        _clock.Now = _clock.Now.AddMinutes(1);
        await data.Message(me, text: "没有人理我");
        await data.Use(
            async (CourtDb db) =>
            {
                var notices = await db.Set<Notice>()
                    .Where(n => n.SubjectId == first.Id && n.Channel != NoticeChannel.InApp)
                    .OrderBy(n => n.CreatedAt)
                    .ThenBy(n => n.Id)
                    .ToListAsync();
                notices[0].Accepted("1", _clock.Now);
                notices[0].Delivered(_clock.Now);
                notices[1].Failed("UNDELIV", _clock.Now);
                await db.SaveChangesAsync();
            }
        );

        var officer = await Somebody(data, Role.SupervisionOfficer);
        var matters = await Told(data, first, officer);
        Assert.Equal(
            (2, 1, 5, 1, 1, 1),
            (
                matters.Figures.Orders,
                matters.Figures.Open,
                matters.Figures.FirstReply,
                matters.Figures.NotReplied,
                matters.Figures.Late,
                matters.Figures.Urges
            )
        );
        Assert.Equal((1, 1), (matters.Figures.Delivered, matters.Figures.NotDelivered));
        Assert.True(matters.TraceIsIntact);
        Assert.Equal(matters.Events.OrderBy(e => e.At), matters.Events);
        Assert.Equal(
            ["接收", "派单", "催办", "答复并办结", "接收", "派单"],
            matters.Events.Where(e => e.Side != MatterSide.Notice).Select(e => e.Title)
        );
        Assert.True(matters.Events.Single(e => e.Title == "答复并办结").IsBad);
        Assert.Contains(
            matters.Events,
            e => e.Side == MatterSide.Notice && e.IsBad && e.Text.Contains("短信未送达", StringComparison.Ordinal)
        );
        var head = (await data.Use((MattersQueries q) => q.Open(first.Id, MatterScope.Person, officer, default)))!;
        var all = string.Concat(matters.Events.Select(e => e.Who + e.Text)) + head.Requester + head.Phone;
        Assert.DoesNotContain(me.Phone!, all, StringComparison.Ordinal);
        Assert.DoesNotContain(judge.Mobile, all, StringComparison.Ordinal);
        Assert.DoesNotContain(me.Name!, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_look_into_complaints_see_it_and_each_only_their_own()
    {
        var (data, me, judge) = await Desk();
        var order = await data.Message(me, await data.Case(me, judge: judge));
        async Task<bool> Sees(Actor by) =>
            (await data.Use((MattersQueries q) => q.Orders(order.Id, MatterScope.Person, null, by, default))).Rows.Count > 0
            | await data.Use((MattersQueries q) => q.Open(order.Id, MatterScope.Person, by, default)) is not null;

        foreach (var role in new[] { Role.FilingDivision, Role.SupervisionOfficer, Role.DutyJudge, Role.PetitionOffice, Role.DivisionHead })
            Assert.True(await Sees(await Somebody(data, role)), role.ToString());
        foreach (var role in new[] { Role.Judge, Role.Clerk, Role.HotlineAgent, Role.ShiftLeader, Role.LiaisonOfficer, Role.Administrator })
            Assert.False(await Sees(await Somebody(data, role)), role.ToString());
        Assert.False(await Sees(await data.ActorOf(judge)));
        foreach (var role in new[] { Role.FilingDivision, Role.PetitionOffice, Role.DivisionHead })
            Assert.False(await Sees(await Somebody(data, role, court: "panyu")), role.ToString());
        Assert.False(await Sees(await Somebody(data, Role.DivisionHead, DivisionKind.Criminal)));
    }

    [Fact]
    public async Task Orders_of_other_courts_are_a_number_only()
    {
        var (data, me, judge) = await Desk();
        await data.People("panyu");
        var here = await data.Message(me, await data.Case(me, judge: judge));
        await data.Message(me, court: await data.Court("panyu"), text: "番禺的事");
        var filing = await Somebody(data, Role.FilingDivision);
        var matters = (await data.Use((MattersQueries q) => q.Open(here.Id, MatterScope.Person, filing, default)))!;
        Assert.Equal((1, 1), (matters.Total, matters.Hidden));
        Assert.DoesNotContain((await Told(data, here, filing)).Events, e => e.Text.Contains("番禺的事", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orders_come_page_by_page_each_with_its_own_rows()
    {
        var (data, me, judge) = await Desk();
        var @case = await data.Case(me, judge: judge);
        List<Guid> ids = [];
        for (var i = 0; i <= MattersQueries.PageSize; i++)
            ids.Add((await data.Message(me, @case, text: $"第 {i} 件")).Id); // all at the same moment
        var officer = await Somebody(data, Role.SupervisionOfficer);
        var first = await data.Use((MattersQueries q) => q.Orders(ids[0], MatterScope.Person, null, officer, default));
        var second = await data.Use((MattersQueries q) => q.Orders(ids[0], MatterScope.Person, first.Next, officer, default));
        Assert.Equal((MattersQueries.PageSize, 1), (first.Rows.Count, second.Rows.Count));
        Assert.Null(second.Next);
        Assert.Equal(ids.Order(), first.Rows.Concat(second.Rows).Select(m => m.Order.Id).Order());
        Assert.All(first.Rows.Concat(second.Rows), m => Assert.All(m.Trace, row => Assert.Equal(m.Order.Id, row.SubjectId)));
        Assert.True((await data.Use((MattersQueries q) => q.Story([.. first.Rows, .. second.Rows], default))).TraceIsIntact);

        await data.Use(
            (CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == ids[5]).ExecuteUpdateAsync(o => o.SetProperty(x => x.Text, "改过"))
        );
        first = await data.Use((MattersQueries q) => q.Orders(ids[0], MatterScope.Person, null, officer, default));
        Assert.Equal([ids[5]], first.Rows.Where(m => !m.IsIntact).Select(m => m.Order.Id));
    }

    [Fact]
    public async Task Looking_leaves_a_row_with_the_reason_and_none_without()
    {
        var (data, me, judge) = await Desk();
        var order = await data.Message(me, await data.Case(me, judge: judge));
        var filing = await Somebody(data, Role.FilingDivision);
        async Task Look(Actor by, string reason) => await data.Use((LookThroughMatters look) => look.Handle(order.Id, reason, by, default));

        await Look(filing, "信访件反映无人答复");
        var row = await data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == order.Id).OrderByDescending(t => t.Sequence).FirstAsync()
        );
        Assert.Equal((WorkOrderFacts.MattersViewed, "信访件反映无人答复", filing.Id), (row.Kind, WorkOrderTrace.Words(row), row.ActorId));
        Assert.Equal("work_order.reason_missing", (await Assert.ThrowsAsync<RefusedException>(() => Look(filing, " "))).Code);
        var judgeActor = await data.ActorOf(judge);
        Assert.Equal("work_order.not_found", (await Assert.ThrowsAsync<RefusedException>(() => Look(judgeActor, "好奇"))).Code);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("phone")]
    [InlineData("case")]
    [InlineData("name")]
    public async Task A_person_is_found_by_number_phone_case_or_name(string by)
    {
        var (data, me, judge) = await Desk();
        var @case = await data.Case(me, judge: judge);
        var order = await data.Message(me, @case);
        var newer = await data.Message(me, @case);
        var typed = by switch
        {
            "number" => order.Number,
            "phone" => me.Phone!,
            "case" => @case.Number,
            _ => me.Name!,
        };
        var hits = await data.Use(
            async (MattersQueries q) => await q.Find(typed, null, await Somebody(data, Role.PetitionOffice), default)
        );
        Assert.Equal(by == "number" ? order.Id : newer.Id, Assert.Single(hits.People).AnchorId);
        Assert.Equal(by == "case", hits.WholeCase);
        Assert.DoesNotContain(me.Phone!, hits.People[0].Phone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_orders_notices_are_shown_with_their_way_to_those_who_may_open_it()
    {
        var (data, me, judge) = await Desk();
        var order = await data.Message(me, await data.Case(me, judge: judge));
        await data.Use(
            async (CourtDb db) =>
            {
                var toLitigant = await db.Set<Notice>()
                    .SingleAsync(n => n.SubjectId == order.Id && n.RecipientKind == RecipientKind.Litigant);
                db.Set<Notice>().Add(toLitigant.Failed("43101", _clock.Now)!);
                var toJudge = await db.Set<Notice>().SingleAsync(n => n.SubjectId == order.Id && n.RecipientKind == RecipientKind.Staff);
                toJudge.HoldUntil(_clock.Now.AddHours(2));
                await db.SaveChangesAsync();
            }
        );

        var fates = await data.Use(async (NoticeTrail q) => await q.OfOrder(order.Id, await data.ActorOf(judge), default));
        Assert.Equal(3, fates.Count);
        var weChat = fates.Single(f => f.Notice.Channel == NoticeChannel.WeChat);
        Assert.Equal("没有送到：当事人没有订阅微信通知", weChat.Steps[^1].Words);
        Assert.Equal(
            ("改用短信", "陈**", Masking.Phone(me.Phone!)),
            (fates.Single(f => f.Notice.FallbackOfId is not null).Steps[0].Words, weChat.Name, weChat.Number)
        );
        Assert.Equal("等到工作时间再发", fates.Single(f => f.Notice.RecipientKind == RecipientKind.Staff).Steps[^1].Words);
        var stranger = await Somebody(data, Role.Judge, DivisionKind.Criminal);
        Assert.Empty(await data.Use((NoticeTrail q) => q.OfOrder(order.Id, stranger, default)));
    }

    private static async Task<MatterStory> Told(CourtData data, WorkOrder anchor, Actor by)
    {
        var orders = await data.Use((MattersQueries q) => q.Orders(anchor.Id, MatterScope.Person, null, by, default));
        return await data.Use((MattersQueries q) => q.Story(orders.Rows, default));
    }

    private async Task<(CourtData Data, Litigant Me, Staff Judge)> Desk()
    {
        var data = await CourtData.Open(database.ConnectionString($"t{Guid.CreateVersion7():N}"), _clock);
        var (judge, _) = await data.People();
        return (data, await data.Litigant(), judge);
    }

    private static async Task<Actor> Somebody(CourtData data, Role role, DivisionKind kind = DivisionKind.Civil, string court = "yuexiu") =>
        await data.ActorOf(await data.Staff(role, await data.Division(kind, court)));
}
