using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Organisation;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.WorkOrders;

public class InboxQueriesTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly InboxFilter s_open = new(InboxTab.ToAnswer);
    private readonly SetClock _clock = new("2026-11-20 10:26");
    private CourtData _data = null!;
    private Division _division = null!;
    private Staff _judge = null!;
    private Case _case = null!;

    public async Task InitializeAsync()
    {
        _data = await CourtData.Open(database.ConnectionString(), _clock);
        await _data.People();
        _division = await _data.Division();
        _judge = await _data.Staff(Role.Judge, _division);
        _case = await NewCase(_judge);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Pages_by_key_have_no_gap_and_no_double_even_with_equal_deadlines()
    {
        for (var i = 0; i < 17; i++)
        {
            if (i % 4 == 0)
                _clock.Advance(TimeSpan.FromDays(1));
            await Order();
        }

        var me = await _data.ActorOf(_judge);
        List<InboxRow> walked = [];
        Cursor? after = null;
        do
        {
            var slice = await Page(s_open, me, after, take: 5);
            Assert.InRange(slice.Rows.Count, 1, 5);
            walked.AddRange(slice.Rows);
            after = slice.Next;
        } while (after is not null);

        var all = await Page(s_open, me, null, take: 100);
        Assert.Equal(17, all.Rows.Count);
        Assert.Equal(all.Rows.Select(r => r.Id), walked.Select(r => r.Id));
        Assert.Equal(all.Rows.OrderBy(r => r.DueAt).Select(r => r.DueAt), all.Rows.Select(r => r.DueAt));
    }

    [Fact]
    public async Task What_is_urgent_stands_first_once_and_the_rest_goes_on_by_deadline()
    {
        var first = await Order();
        _clock.Advance(TimeSpan.FromDays(1));
        await Order();
        var last = await Order();
        var liaison = await _data.ActorOf(await _data.Staff(Role.LiaisonOfficer, _division));
        await _data.Use((MarkUrgent u) => u.Handle(last.Id, "当事人称明早开庭", liaison, default));

        var me = await _data.ActorOf(_judge);
        var page = await Page(s_open, me, null, take: 1);
        Assert.Equal([last.Id, first.Id], page.Rows.Select(r => r.Id));
        var next = await Page(s_open, me, page.Next, take: 5);
        Assert.Single(next.Rows);
        Assert.DoesNotContain(next.Rows, r => r.Id == last.Id);
    }

    /// <summary>One rule for every post: what waits for the requester is neither in the list nor in its badge.</summary>
    [Fact]
    public async Task The_badge_counts_what_the_list_shows()
    {
        await Order();
        var waiting = await Order();
        var judge = await _data.ActorOf(_judge);
        await _data.Use((ReplyInterim r) => r.Handle(waiting.Id, Guid.CreateVersion7(), "请补充", true, [], judge, CancellationToken.None));
        var litigant = await _data.Litigant();
        var unassigned = await _data.Message(litigant, await _data.Case(litigant, _division));
        var liaison = await _data.Use((CourtDb db) => db.Set<Staff>().SingleAsync(s => s.Id == unassigned.OwnerId));
        // Acting as the clerk that the officer is too.
        var clerk = Actor.Staff(
            liaison.Id,
            liaison.Name,
            new StaffPost(Guid.CreateVersion7(), Role.Clerk, _division.CourtId, _division.Id)
        );
        var filing = await _data.Division(DivisionKind.Filing, "gz-zy");
        Actor[] people =
        [
            judge,
            clerk,
            await _data.ActorOf(liaison),
            await _data.ActorOf(await _data.Staff(Role.DivisionHead, _division)),
            await _data.ActorOf(await _data.Staff(Role.President, await _data.Division(DivisionKind.Leadership))),
            Actor.Staff(
                Guid.CreateVersion7(),
                "督办",
                new StaffPost(Guid.CreateVersion7(), Role.SupervisionOfficer, filing.CourtId, filing.Id, CourtLevel.Intermediate)
            ),
        ];
        foreach (var by in people)
        {
            var listed = (await Page(s_open, by, take: 1000)).Rows.Count;
            var counts = await _data.Use((ShellQueries q) => q.Counts([NavCount.Desk], by, _clock.GetUtcNow(), CancellationToken.None));
            Assert.Equal((by.Post!.Role, listed), (by.Post.Role, counts[NavCount.Desk].Total));
            Assert.True(listed > 0);
        }
    }

    [Fact]
    public async Task Answered_and_handed_over_orders_page_newest_first_without_gap()
    {
        var colleague = await _data.Staff(Role.Judge, _division);
        var me = await _data.ActorOf(_judge);
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await _data.Answer(await Order(), _judge);
            var handed = await Order();
            await _data.Use(
                (Transfer<WorkOrder> t) =>
                    t.Handle(handed.Id, Guid.CreateVersion7(), new HandOver(colleague.Id, "已由他承办"), me, CancellationToken.None)
            );
        }

        foreach (var tab in new[] { InboxTab.Answered, InboxTab.HandedOver })
        {
            var first = await Page(new(tab), me, null, take: 2);
            var second = await Page(new(tab), me, first.Next, take: 2);
            var third = await Page(new(tab), me, second.Next, take: 2);
            Assert.Null(third.Next);
            Assert.Equal(5, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(r => r.Id).Distinct().Count());
        }

        Assert.All((await Page(new(InboxTab.HandedOver), me)).Rows, row => Assert.Equal(colleague.Name, row.OwnerName));
    }

    [Fact]
    public async Task Each_post_lists_what_is_its_own_and_nothing_else()
    {
        var order = await Order();
        var elsewhere = await _data.Division(DivisionKind.Civil, "tianhe");
        Assert.Contains(order.Id, await Ids(_judge));
        Assert.Contains(order.Id, await Ids(await _data.Staff(Role.DivisionHead, _division)));
        Assert.Contains(order.Id, await Ids(await _data.Staff(Role.President, await _data.Division(DivisionKind.Leadership))));
        Assert.DoesNotContain(order.Id, await Ids(await _data.Staff(Role.Judge, _division)));
        Assert.DoesNotContain(order.Id, await Ids(await _data.Staff(Role.Clerk, _division)));
        Assert.DoesNotContain(order.Id, await Ids(await _data.Staff(Role.DivisionHead, await _data.Division(DivisionKind.Criminal))));
        Assert.DoesNotContain(order.Id, await Ids(await _data.Staff(Role.President, elsewhere)));
        Assert.DoesNotContain(order.Id, await Ids(await _data.Staff(Role.HotlineAgent, _division)));
    }

    [Fact]
    public async Task An_order_of_others_is_as_missing_as_one_that_never_was()
    {
        var order = await Order();
        var stranger = await _data.ActorOf(await _data.Staff(Role.Judge, await _data.Division(DivisionKind.Civil, "tianhe")));
        Assert.Null(await _data.Use((OrderDetailQueries q) => q.Find(order.Id, stranger, CancellationToken.None)));
        Assert.Null(await _data.Use((OrderDetailQueries q) => q.Find(Guid.CreateVersion7(), stranger, CancellationToken.None)));
    }

    [Fact]
    public async Task The_order_comes_with_its_case_a_masked_phone_and_an_intact_trace()
    {
        var order = await Order();
        var me = await _data.ActorOf(_judge);
        var detail = (await _data.Use((OrderDetailQueries q) => q.Find(order.Id, me, CancellationToken.None)))!;
        Assert.True(detail.MayHandle);
        Assert.Equal(_case.Number, detail.Case!.Number);
        Assert.Matches(@"^\d{3}\*{4}\d{4}$", detail.MaskedPhone);
        Assert.True(detail.TraceIsIntact);

        await _data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>()
                    .Where(t => t.SubjectId == order.Id && t.Sequence == 1)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Data, "改过"))
        );
        Assert.False((await _data.Use((OrderDetailQueries q) => q.Find(order.Id, me, CancellationToken.None)))!.TraceIsIntact);
    }

    [Fact]
    public async Task Counts_add_up_to_the_list_they_head()
    {
        await Order();
        _clock.Advance(TimeSpan.FromDays(5));
        var waiting = await Order();
        var me = await _data.ActorOf(_judge);
        await _data.Use((ReplyInterim r) => r.Handle(waiting.Id, Guid.CreateVersion7(), "请补充", true, [], me, CancellationToken.None));
        await Order();
        _clock.Advance(TimeSpan.FromHours(1));

        var now = _clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var soon = new WorkCalendar(OfficialCalendar.Years, []).Days(today, 3)[^1];
        var counts = await _data.Use((InboxQueries q) => q.Counts(s_open, today, soon, now, me, CancellationToken.None));
        var rows = (await Page(s_open, me)).Rows;
        Assert.Equal(rows.Count, counts.ToAnswer);
        Assert.Equal(rows.Count(r => r.DueAt <= now), counts.Late);
        Assert.Equal(1, counts.Awaiting);
        Assert.Equal(counts.ToAnswer, counts.Late + counts.Today + counts.Soon + counts.Rest);
    }

    [Fact]
    public async Task Filters_find_by_number_name_case_and_category()
    {
        var order = await Order(Category.Complaint);
        await Order();
        var me = await _data.ActorOf(_judge);
        Assert.Equal([order.Id], (await Page(s_open with { Category = Category.Complaint }, me)).Rows.Select(r => r.Id));
        Assert.Equal([order.Id], (await Page(s_open with { Text = order.Number.ToLowerInvariant() }, me)).Rows.Select(r => r.Id));
        Assert.Equal(2, (await Page(s_open with { Text = _case.Number.Replace('(', '（').Replace(')', '）') }, me)).Rows.Count);
        Assert.Equal(2, (await Page(s_open with { Text = order.RequesterName }, me)).Rows.Count);
        Assert.Empty((await Page(s_open with { Text = "100%" }, me)).Rows);
    }

    private async Task<Case> NewCase(Staff judge) => await _data.Case(await _data.Litigant(), _division, judge);

    [Theory]
    [InlineData(Role.DivisionHead)]
    [InlineData(Role.LiaisonOfficer)]
    [InlineData(Role.President)]
    public async Task What_a_post_reaches_is_the_same_in_parts_as_in_one(Role role)
    {
        var staff = await _data.Staff(role, role == Role.President ? await _data.Division(DivisionKind.Leadership) : _division);
        var me = await _data.ActorOf(staff);
        var elsewhere = await _data.Division(DivisionKind.Civil, "tianhe");
        for (var i = 0; i < 8; i++)
        {
            var id = (await Order()).Id;
            var (registered, owned, away) = ((i & 1) != 0 ? me.Id : (Guid?)null, (i & 2) != 0, (i & 4) != 0);
            await _data.Use(
                (CourtDb db) =>
                    db.Set<WorkOrder>()
                        .Where(o => o.Id == id)
                        .ExecuteUpdateAsync(s =>
                            s.SetProperty(o => o.RegisteredById, registered)
                                .SetProperty(o => o.OwnerId, o => owned ? me.Id : o.OwnerId)
                                .SetProperty(o => o.DivisionId, o => away ? elsewhere.Id : o.DivisionId)
                                .SetProperty(o => o.CourtId, o => away ? elsewhere.CourtId : o.CourtId)
                        )
            );
        }

        var seen = await _data.Use((CourtDb db) => db.VisibleTo(me).Where(o => o.ClosedAt == null).Select(o => o.Id).ToListAsync());
        var parts = await _data.Use(
            async (CourtDb db) =>
            {
                List<Guid> ids = [];
                foreach (var part in db.VisiblePartsTo(me))
                    ids.AddRange(await part.Where(o => o.ClosedAt == null).Select(o => o.Id).ToListAsync());
                return ids;
            }
        );
        Assert.Equal(seen.Order(), parts.Order());
        List<InboxRow> listed =
        [
            .. (await Page(s_open, me, take: 1000)).Rows,
            .. (await Page(new(InboxTab.Awaiting), me, take: 1000)).Rows,
        ];
        Assert.Equal(seen.Order(), listed.Select(r => r.Id).Order());
    }

    [Fact]
    public async Task A_supervisor_of_both_levels_counts_what_the_list_shows()
    {
        var me = await _data.ActorOf(await _data.Staff(Role.SupervisionOfficer, await _data.Division(DivisionKind.Leadership, "gz-zy")));
        await Order();
        var waiting = await Order();
        await _data.Use(
            async (ReplyInterim r) =>
                await r.Handle(waiting.Id, Guid.CreateVersion7(), "请补充", true, [], await _data.ActorOf(_judge), CancellationToken.None)
        );
        var today = ChinaTime.DayOf(_clock.GetUtcNow());
        var counts = await _data.Use(
            (InboxQueries q) => q.Counts(s_open, today, today.AddDays(4), _clock.GetUtcNow(), me, CancellationToken.None)
        );
        var (open, awaiting) = ((await Page(s_open, me, take: 1000)).Rows, (await Page(new(InboxTab.Awaiting), me, take: 1000)).Rows);
        Assert.Equal((open.Count, awaiting.Count), (counts.ToAnswer, counts.Awaiting));
        Assert.Equal(open.Count(o => o.DueAt <= _clock.GetUtcNow()), counts.Late);
        Assert.Equal(open.Count(o => o.DueDay > today && o.DueDay <= today.AddDays(4)), counts.Soon);
    }

    private async Task<WorkOrder> Order(Category category = Category.CaseQuery)
    {
        var litigant = await _data.Use(
            (CourtDb db) =>
                db.Set<Litigant>().SingleAsync(l => db.Set<CaseParty>().Any(p => p.CaseId == _case.Id && p.IdentityKey == l.IdentityKey))
        );
        return await _data.Message(litigant, _case, category: category);
    }

    private Task<Page<InboxRow>> Page(InboxFilter filter, Actor by, Cursor? after = null, int take = 50) =>
        _data.Use((InboxQueries q) => q.Page(filter, after, take, by, CancellationToken.None));

    private async Task<IEnumerable<Guid>> Ids(Staff staff) =>
        (await Page(s_open, await _data.ActorOf(staff), take: 1000)).Rows.Select(r => r.Id);
}
