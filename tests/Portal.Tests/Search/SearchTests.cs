using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Search;

public sealed class SearchTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task An_order_is_found_by_number_case_phone_and_name_as_people_type_them()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant("欧阳娜娜");
        var @case = await Data.Case(litigant, judge: judge);
        var order = await Data.Message(litigant, @case);
        var agent = await Somebody(Role.HotlineAgent, DivisionKind.Filing, "gz-zy");
        string[] typed =
        [
            order.Number,
            order.Number.ToLowerInvariant(),
            order.Number[2..].Replace("-", "", StringComparison.Ordinal),
            order.Number[^6..].TrimStart('0'),
            @case.Number,
            @case.Number.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).TrimEnd('号'),
            $" {litigant.Phone![..3]} {litigant.Phone[3..7]} {litigant.Phone[7..]}",
            "欧阳娜娜",
        ];
        foreach (var words in typed)
            Assert.Equal(order.Id, Assert.Single((await Find(words, agent)).Page.Rows).Id);
        Assert.Equal("原告 欧阳**", (await Find("欧阳娜娜", agent)).Page.Rows[0].Requester);
    }

    [Fact]
    public async Task Cases_are_found_by_a_range_a_bare_number_and_without_their_year_and_services_by_their_day()
    {
        var clerk = await Data.Staff(Role.Clerk, await Data.Division());
        var me = await Data.ActorOf(clerk);
        var cases = new List<Case>();
        foreach (var n in new[] { 17740, 17741, 17743 })
            cases.Add(await Data.Case(number: $"({ChinaTime.DayOf(Clock.Now).Year})粤0104民初{n}号"));
        var ids = cases.ConvertAll(c => c.Id);
        await Data.Use(
            (CourtDb db) => db.Set<Case>().Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClerkId, clerk.Id))
        );
        var service = (await Data.BegunServices(cases[1], clerk)).Single();

        Assert.Equal(cases.Select(c => c.Id).ToHashSet(), await Found("请找2026粤0104民初17740至17743号"));
        Assert.Equal(cases[1].Id, Assert.Single(await Found("17741")));
        Assert.Equal(cases[1].Id, Assert.Single(await Found("粤0104民初17741")));
        Assert.Equal(3, (await Found("粤0104民初1774")).Count);
        var task = await Data.Use((CourtDb db) => db.Set<ServiceTask>().SingleAsync(t => t.Id == service.TaskId));
        Assert.Equal("", (await Find(task.Number[..10], me)).Reading.Message);
        Assert.Equal("", (await Find(task.Number + "-0001", me)).Reading.Message);
        Assert.Contains(
            service.Id,
            (await Data.Use((EverySearch s) => s.Suggest(task.Number[..10], me, default)))
                .Where(h => h.Group == SearchGroup.Services)
                .Select(h => h.Id)
        );

        async Task<IReadOnlySet<Guid>> Found(string typed) =>
            (await Data.Use((EverySearch s) => s.Suggest(typed, me, default)))
                .Where(h => h.Group == SearchGroup.Cases)
                .Select(h => h.Id)
                .ToHashSet();
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_to_see()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        Assert.Single((await Find(order.Number, await Data.ActorOf(judge))).Page.Rows);
        foreach (
            var stranger in new[]
            {
                await Somebody(Role.Judge),
                await Somebody(Role.Clerk),
                await Somebody(Role.President, DivisionKind.Leadership, "tianhe"),
                await Somebody(Role.Administrator, DivisionKind.Technology),
            }
        )
            Assert.Empty((await Find(order.Number, stranger)).Page.Rows);
    }

    [Fact]
    public async Task Nonsense_is_told_apart_from_not_found()
    {
        var agent = await Somebody(Role.HotlineAgent);
        Assert.Equal(SearchKind.Nothing, (await Find("2024年12号文件", agent)).Reading.Kind);
        Assert.NotEqual("", (await Find("2024年12号文件", agent)).Reading.Message);
        Assert.Equal(SearchKind.Nothing, (await Find(" ", agent)).Reading.Kind);
        Assert.Empty((await Find("\uffff" + (char)0xD800, agent)).Page.Rows);
        Assert.Equal(SearchKind.CaseNumber, (await Find("（2026）粤0104民初1号", agent)).Reading.Kind);
    }

    [Fact]
    public async Task My_registrations_page_through_the_newest_first_and_are_mine_only()
    {
        await Data.People();
        var (agent, other) = (await Somebody(Role.HotlineAgent), await Somebody(Role.HotlineAgent));
        var court = await Data.Court();
        for (var i = 0; i < Page<OrderListRow>.Size + 3; i++)
        {
            var intake = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "张三", "13900001111", "", $"第 {i} 件")
            {
                CourtId = court.Id,
                AnsweredAtOnce = i % 2 == 0 ? "已告知" : null,
            };
            await Data.Use((RegisterIntake u) => u.Handle(Guid.CreateVersion7(), intake, agent, default));
        }

        var first = await Data.Use((RegistrationQueries q) => q.Mine(null, null, agent, default));
        var second = await Data.Use((RegistrationQueries q) => q.Mine(null, first.Next, agent, default));
        Assert.Null(second.Next);
        var titles = first.Rows.Concat(second.Rows).Select(r => r.Title).ToList();
        Assert.Equal(Page<OrderListRow>.Size + 3, titles.Distinct().Count());
        Assert.All((await Data.Use((RegistrationQueries q) => q.Mine(false, null, agent, default))).Rows, r => Assert.False(r.IsClosed));
        Assert.Empty((await Data.Use((RegistrationQueries q) => q.Mine(null, null, other, default))).Rows);
    }

    private Task<SearchResult> Find(string typed, Actor by) => Data.Use((SearchQueries q) => q.Find(typed, null, by, default));
}
