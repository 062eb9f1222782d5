using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Cases;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>我的案件: whose, in which order, by which filters.</summary>
public class MyCaseQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_comes_next_stands_first_and_no_case_is_left_out_between_pages()
    {
        var (data, division, judge, by) = await Open();
        List<Guid> expected = [];
        for (var i = 0; i < 57; i++)
        {
            var @case = await data.Case(null, division, judge);
            // The later half has nothing ahead.
            var next = i < 30 ? new DateOnly(2026, 12, 1).AddDays(i / 3) : (DateOnly?)null;
            await data.Use(
                (CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.NextOn, next))
            );
            expected.Add(@case.Id);
        }

        List<MyCaseRow> seen = [];
        Cursor? after = null;
        do
        {
            var list = await data.Use((MyCaseQueries q) => q.List(new(), after, by, default));
            seen.AddRange(list.Page.Rows);
            after = list.Page.Next;
        } while (after is not null);

        Assert.Equal(expected.Order(), seen.Select(r => r.Id).Order());
        Assert.Equal(seen.OrderBy(r => r.NextOn ?? DateOnly.MaxValue).Select(r => r.NextOn), seen.Select(r => r.NextOn));
    }

    [Fact]
    public async Task Each_filter_and_each_beginning_finds_its_own()
    {
        var (data, division, judge, by) = await Open();
        var clerk = await data.Staff(Role.Clerk, division);
        var busy = await data.TakeOver(data.Whole(division, judge, clerk));
        var person = await data.Litigant("司徒志强");
        var asked = await data.Case(person, division, judge);
        await data.Message(person, asked);
        var closed = await data.Case(null, division, judge, state: CaseState.Closed);

        Assert.Equal([busy.Id, asked.Id], await Seen(new()));
        Assert.Equal([busy.Id], await Seen(new() { LimitNear = true }));
        Assert.Equal([busy.Id], await Seen(new() { HearingNear = true }));
        Assert.Equal([asked.Id], await Seen(new() { HasOpenOrders = true }));
        Assert.Equal([closed.Id], await Seen(new(CaseState.Closed)));
        Assert.Empty(await Seen(new(Procedure: TrialProcedure.SmallClaims)));
        Assert.Equal([asked.Id], await Seen(new(Text: "司徒")));
        Assert.Equal([asked.Id], await Seen(new(Text: asked.Number)));
        Assert.Equal([busy.Id], await Seen(new(Text: CaseNumber.DisplayOf(busy.Number).TrimEnd('号'))));
        Assert.NotEmpty((await data.Use((MyCaseQueries q) => q.List(new(Text: "司"), null, by, default))).Message);
        var row = (await data.Use((MyCaseQueries q) => q.List(new() { LimitNear = true }, null, by, default))).Page.Rows.Single();
        Assert.Equal(ChinaTime.DayOf(data.Now()).AddDays(3), row.NextOn); // the hearing is before the limits

        async Task<IEnumerable<Guid>> Seen(MyCaseFilter filter) =>
            (await data.Use((MyCaseQueries q) => q.List(filter, null, by, default))).Page.Rows.Select(r => r.Id);
    }

    [Fact]
    public async Task A_clerk_has_those_they_assist_and_a_head_the_divisions()
    {
        var (data, _, _, _) = await Open();
        var division = await data.Division(DivisionKind.Criminal);
        var (judge, clerk) = (await data.Staff(Role.Judge, division), await data.Staff(Role.Clerk, division));
        var assisted = await data.TakeOver(data.Whole(division, judge, clerk));
        var other = await data.Case(null, division, judge);

        Assert.Equal([assisted.Id], await Seen(Role.Clerk, clerk));
        Assert.Equal([assisted.Id, other.Id], await Seen(Role.DivisionHead, await data.Staff(Role.DivisionHead, division)));
        Assert.Empty(await Seen(Role.Judge, await data.Staff(Role.Judge, division)));

        async Task<IEnumerable<Guid>> Seen(Role role, Staff staff)
        {
            var by = await data.ActorOf(staff, role);
            return (await data.Use((MyCaseQueries q) => q.List(new(), null, by, default))).Page.Rows.Select(r => r.Id);
        }
    }

    private async Task<(CourtData Data, Division Division, Staff Judge, Actor By)> Open()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division);
        return (data, division, judge, await data.ActorOf(judge));
    }
}
