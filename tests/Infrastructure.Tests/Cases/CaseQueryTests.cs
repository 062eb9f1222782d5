using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Cases;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Cases;

/// <summary>Who reaches which case when looking it up.</summary>
public class CaseQueryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_case_is_found_by_its_old_number_by_a_paper_of_it_and_in_a_range()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var by = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing)));
        var old = await data.Case(number: "(2015)穗越法民一初字第174号");
        var (first, second) = (await data.Case(number: "(2025)粤0104民初712号"), await data.Case(number: "(2025)粤0104民初714号"));

        Assert.Equal([old.Id], await Found("请查一下 2015 穗越法民一初字 174 號"));
        Assert.Equal([first.Id], await Found("（2025）粤0104民初712号之一"));
        Assert.Equal([first.Id, second.Id], (await Found("（2025）粤0104民初712号至714号")).Order());
        Assert.Empty(await Found("（2015）穗越法民一初字第175号"));

        async Task<IEnumerable<Guid>> Found(string typed) =>
            (await data.Use((CaseQueries q) => q.Find(typed, null, by, default))).Rows.Select(r => r.Id);
    }

    /// <summary>As the search of every page finds it.</summary>
    [Fact]
    public async Task A_case_is_found_by_the_beginning_of_a_name_and_by_a_number_without_its_year_and_court()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var by = await data.ActorOf(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing)));
        var @case = await data.Case(number: "(2026)粤0104民初18643号", defendant: "伍永强");

        Assert.Equal([@case.Id], (await Found("伍永")).Rows.Select(r => r.Id));
        Assert.Equal([@case.Id], (await Found("民初18643")).Rows.Select(r => r.Id));
        Assert.Empty((await Found("永强")).Rows);
        Assert.EndsWith("。", (await Found("伍永安")).Message, StringComparison.Ordinal);
        Assert.Empty((await Found("伍")).Rows);

        Task<CaseLookup> Found(string typed) => data.Use((CaseQueries q) => q.Find(typed, null, by, default));
    }

    [Fact]
    public async Task A_case_is_found_by_whom_it_concerns_and_by_nobody_else()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var (civil, criminal, filing) = (
            await data.Division(),
            await data.Division(DivisionKind.Criminal),
            await data.Division(DivisionKind.Filing)
        );
        var leaders = await data.Division(DivisionKind.Leadership);
        var judge = await data.Staff(Role.Judge, civil);
        var (panelist, clerk) = (await data.Staff(Role.Judge, criminal), await data.Staff(Role.Clerk, criminal));
        var @case = await data.Case(division: civil, judge: judge);
        await data.Use(
            async (CourtDb db) =>
            {
                (await db.Set<Case>().SingleAsync(c => c.Id == @case.Id)).ClerkId = clerk.Id;
                await db.SaveChangesAsync();
            }
        );
        await data.Seat(@case, panelist);

        async Task<bool> Finds(Staff staff, bool seesAll = false)
        {
            var by = await data.ActorOf(staff);
            if (seesAll)
                by = Actor.Staff(by.Id, by.Name, by.Post! with { Level = CourtLevel.Intermediate });
            var byNumber = await data.Use((CaseQueries q) => q.Find(@case.Number, null, by, default));
            var byName = await data.Use((CaseQueries q) => q.Find(@case.Parties[1].Name, null, by, default));
            var card = await data.Use((CaseQueries q) => q.Card(@case.Id, "", by, default));
            Assert.Equal(byNumber.Rows.Count == 1, byName.Rows.Any(r => r.Id == @case.Id));
            Assert.Equal(byNumber.Rows.Count == 1, card is not null);
            return card is not null;
        }

        Assert.True(await Finds(judge));
        Assert.True(await Finds(panelist));
        Assert.True(await Finds(clerk));
        Assert.True(await Finds(await data.Staff(Role.Clerk, civil))); // who may serve in it, and whom its services lead to it
        Assert.True(await Finds(await data.Staff(Role.DivisionHead, civil)));
        Assert.True(await Finds(await data.Staff(Role.LiaisonOfficer, civil)));
        Assert.True(await Finds(await data.Staff(Role.FilingDivision, filing)));
        Assert.True(await Finds(await data.Staff(Role.PetitionOffice, filing)));
        Assert.True(await Finds(await data.Staff(Role.President, leaders)));
        Assert.True(await Finds(await data.Staff(Role.HotlineAgent, await data.Division(DivisionKind.Filing, "panyu"))));
        Assert.True(
            await Finds(await data.Staff(Role.SupervisionOfficer, await data.Division(DivisionKind.Filing, "gz-zy")), seesAll: true)
        );

        Assert.False(await Finds(await data.Staff(Role.Judge, civil)));
        Assert.False(await Finds(await data.Staff(Role.Clerk, criminal)));
        Assert.False(await Finds(await data.Staff(Role.DivisionHead, criminal)));
        Assert.False(await Finds(await data.Staff(Role.LiaisonOfficer, criminal)));
        Assert.False(await Finds(await data.Staff(Role.Administrator, filing)));
        Assert.False(await Finds(await data.Staff(Role.FilingDivision, await data.Division(DivisionKind.Filing, "panyu"))));
        Assert.False(await Finds(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership, "panyu"))));
    }
}
