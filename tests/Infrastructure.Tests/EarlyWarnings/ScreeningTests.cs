using Domain.CityChanges;
using Domain.EarlyWarnings;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.EarlyWarnings;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.EarlyWarnings;

public class ScreeningTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Listed_words_make_a_candidate_with_the_words_found_and_only_once()
    {
        var world = await World.Begin(database);
        var order = await world.Message("法院再拖，我就去自 杀，找记者！");
        Assert.Equal(1, await world.Screen());
        Assert.Equal(0, await world.Screen());

        var candidate = Assert.Single(await world.Candidates());
        Assert.Equal((order.Id, CandidateKind.Words, CandidateState.Undecided), (candidate.WorkOrderId, candidate.Kind, candidate.State));
        Assert.Equal(["自杀", "记者"], candidate.Words);
    }

    [Fact]
    public async Task Ordinary_words_make_none()
    {
        var world = await World.Begin(database);
        await world.Message("请问开庭要带什么？");
        Assert.Equal(1, await world.Screen());
        Assert.Empty(await world.Candidates());
    }

    [Fact]
    public async Task A_word_of_the_city_is_found_in_any_court_and_a_courts_own_only_there()
    {
        var world = await World.Begin(database);
        var (here, there) = (await world.Data.Court(), await world.Data.Court("panyu"));
        await world.Words(here, "静坐", "自 杀");
        await world.Words(there, "堵大门");
        var wanted = new CityWords([.. WarningWordList.BuiltIn.Except(["记者"]), "绝食"], 0);
        Assert.Equal(CityChangeState.InForce, (await world.Data.Change(wanted, "信访室建议")).State);
        foreach (var court in new[] { here, there })
        {
            await world.Data.Staff(Role.LiaisonOfficer, await world.Data.Division(DivisionKind.Filing, court.Slug));
            await world.Data.Message(world.Person, court: court, text: "不解决我就自杀、绝食、静坐、堵大门，找记者");
        }

        await world.Screen();
        var found = (await world.Candidates()).Where(c => c.Kind == CandidateKind.Words).ToDictionary(c => c.CourtId, c => c.Words);
        Assert.Equal(["自杀", "绝食", "静坐"], found[here.Id]);
        Assert.Equal(["自杀", "绝食", "堵大门"], found[there.Id]);
    }

    [Fact]
    public async Task Words_of_a_supplement_are_found_too()
    {
        var world = await World.Begin(database);
        var order = await world.Message("请问开庭要带什么？");
        await world.Screen();
        await world.Data.Use(
            (SupplementWorkOrder s) =>
                s.Handle(order.Id, Guid.CreateVersion7(), "不答复我就跳楼", [], CourtData.ActorOf(world.Person), CancellationToken.None)
        );
        Assert.Equal(1, await world.Screen());
        Assert.Equal(["跳楼"], Assert.Single(await world.Candidates()).Words);
    }

    [Fact]
    public async Task The_third_complaint_of_a_case_within_thirty_days_makes_one_candidate()
    {
        var world = await World.Begin(database);
        foreach (var day in new[] { 0, 10, 29 })
        {
            world.Clock.Now = World.Start.AddDays(day);
            await world.Message("法官态度不好", Category.Complaint);
            await world.Screen();
        }

        var candidate = Assert.Single(await world.Candidates(), c => c.Kind == CandidateKind.Complaints);
        Assert.Equal((3, world.Case.Id), (candidate.Count, candidate.CaseId));
    }

    [Fact]
    public async Task Three_complaints_over_more_than_thirty_days_make_none()
    {
        var world = await World.Begin(database);
        foreach (var day in new[] { 0, 10, 31 })
        {
            world.Clock.Now = World.Start.AddDays(day);
            await world.Message("法官态度不好", Category.Complaint);
        }

        await world.Screen();
        Assert.DoesNotContain(await world.Candidates(), c => c.Kind == CandidateKind.Complaints);
    }

    [Fact]
    public async Task Many_orders_of_a_case_within_a_week_make_a_candidate()
    {
        var world = await World.Begin(database);
        for (var i = 0; i < 6; i++)
            await world.Message($"第 {i} 次问开庭时间");
        await world.Screen();
        Assert.Equal(5, Assert.Single(await world.Candidates(), c => c.Kind == CandidateKind.Rise).Count);
    }

    [Fact]
    public async Task An_order_after_another_of_the_same_case_within_thirty_days_is_a_repeated_one()
    {
        var world = await World.Begin(database);
        var first = await world.Message("什么时候开庭？");
        world.Clock.Now = World.Start.AddDays(29);
        var second = await world.Message("什么时候开庭？");
        world.Clock.Now = World.Start.AddDays(60);
        var third = await world.Message("什么时候开庭？");
        await world.Screen();
        var repeats = await world.Data.Use(
            (CourtDb db) => db.Set<WorkOrder>().Where(o => o.CaseId == world.Case.Id && o.IsRepeat).Select(o => o.Id).ToListAsync()
        );
        Assert.Equal([second.Id], repeats);
        Assert.All([first.Id, third.Id], id => Assert.DoesNotContain(id, repeats));
    }

    [Fact]
    public async Task The_other_party_of_the_case_and_another_case_of_the_same_person_repeat_nothing()
    {
        var world = await World.Begin(database);
        await world.Message("什么时候开庭？");
        var agent = await world.Data.ActorOf(
            await world.Data.Staff(Role.HotlineAgent, await world.Data.Division(DivisionKind.Filing, "gz-zy"))
        );
        var opponent = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "王五", "13900001234", "被告", "什么时候开庭？")
        {
            CaseId = world.Case.Id,
        };
        await world.Data.Use((RegisterIntake u) => u.Handle(Guid.CreateVersion7(), opponent, agent, default));
        var another = await world.Data.Case(world.Person);
        await world.Data.Message(world.Person, another);
        await world.Screen();
        Assert.False(await world.Data.Use((CourtDb db) => db.Set<WorkOrder>().AnyAsync(o => o.IsRepeat)));
        var again = await world.Data.Message(world.Person, another);
        await world.Screen();
        Assert.Equal(
            [again.Id],
            await world.Data.Use((CourtDb db) => db.Set<WorkOrder>().Where(o => o.IsRepeat).Select(o => o.Id).ToListAsync())
        );
    }

    [Fact]
    public async Task Two_workers_at_once_find_each_cause_once()
    {
        var world = await World.Begin(database);
        for (var i = 0; i < 4; i++)
            await world.Message("我要进京上访", Category.Complaint);
        // Past the lease, as when one host is so slow that it runs out.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Data.Use((ScreenOrders s) => s.Batch(CancellationToken.None))));
        var candidates = await world.Candidates();
        Assert.Equal(4, candidates.Count(c => c.Kind == CandidateKind.Words));
        Assert.Single(candidates, c => c.Kind == CandidateKind.Complaints);
        Assert.Equal(candidates.Count, candidates.Select(c => c.Cause).Distinct().Count());
    }

    [Fact]
    public async Task A_worker_killed_between_finding_and_marking_leaves_nothing_twice()
    {
        var world = await World.Begin(database);
        var order = await world.Message("我要进京上访");
        await world.Screen();
        await world.Data.Use(
            (CourtDb db) =>
                db.Set<WorkOrder>()
                    .Where(o => o.Id == order.Id)
                    .ExecuteUpdateAsync(o => o.SetProperty(x => x.ScreenedAt, (DateTimeOffset?)null))
        );
        Assert.Equal(1, await world.Screen());
        Assert.Single(await world.Candidates());
    }

    [Fact]
    public async Task A_candidate_is_decided_once_by_the_filing_division_of_its_court()
    {
        var world = await World.Begin(database);
        await world.Message("我要进京上访");
        await world.Screen();
        var candidate = Assert.Single(await world.Candidates());
        var (platform, elsewhere) = (
            await world.Data.ActorOf(world.Platform),
            await world.Data.ActorOf(await world.Data.Staff(Role.FilingDivision, await world.Data.Division(DivisionKind.Filing, "panyu")))
        );

        Assert.Equal(
            "early_warning.candidate_not_found",
            await Code(() => world.Data.Use((RejectCandidate r) => r.Handle(candidate.Id, "误报", elsewhere, CancellationToken.None)))
        );
        var warning = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            await world.Data.Use(
                (ConfirmCandidate c) =>
                    c.Handle(
                        candidate.Id,
                        warning,
                        WarningLevel.Serious,
                        [WarningTrigger.GoingToBeijing],
                        "扬言进京",
                        platform,
                        CancellationToken.None
                    )
            );
        Assert.Equal(
            "early_warning.candidate_decided",
            await Code(() => world.Data.Use((RejectCandidate r) => r.Handle(candidate.Id, "误报", platform, CancellationToken.None)))
        );
        var raised = await world.Data.Use((CourtDb db) => db.Set<EarlyWarning>().AsNoTracking().SingleAsync(w => w.Id == warning));
        Assert.Equal((candidate.Id, WarningState.ToTake), (raised.CandidateId, raised.State));
    }

    private static async Task<string> Code(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Code;

    private sealed record World(CourtData Data, StoppedClock Clock, Litigant Person, Domain.Cases.Case Case, Staff Platform)
    {
        public static readonly DateTimeOffset Start = ChinaTime.At(new DateOnly(2026, 9, 1), new TimeOnly(10, 0));

        public static async Task<World> Begin(TestDatabase database)
        {
            var clock = new StoppedClock(Start);
            var data = await CourtData.Open(database.ConnectionString($"screening_{CourtData.Next()}"), clock);
            var (judge, _) = await data.People();
            var platform = await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing));
            var person = await data.Litigant();
            return new World(data, clock, person, await data.Case(person, judge: judge), platform);
        }

        public Task<WorkOrder> Message(string text, Category category = Category.CaseQuery) =>
            Data.Message(Person, Case, text: text, category: category);

        /// <summary>A court lists words of its own.</summary>
        public async Task Words(Court court, params string[] words)
        {
            var division = await Data.Division(DivisionKind.Technology, court.Slug);
            var by = await Data.ActorOf(await Data.Staff(Role.Administrator, division));
            await Data.Use((SaveWarningWords save) => save.Handle(words, 0, "本院常有人这样说", by, CancellationToken.None));
        }

        public Task<int> Screen() => Data.Use((ScreenOrders screening) => screening.Run(CancellationToken.None));

        public Task<List<WarningCandidate>> Candidates() =>
            Data.Use((CourtDb db) => db.Set<WarningCandidate>().AsNoTracking().OrderBy(c => c.FoundAt).ToListAsync());
    }
}
