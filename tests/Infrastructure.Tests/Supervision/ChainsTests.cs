using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Supervision;

public class ChainsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_vice_president_put_in_charge_is_told_and_while_that_post_is_empty_the_first_one()
    {
        var court = await SupervisedCourt.Open(database);
        var second = await court.Data.Staff(Role.VicePresident, await court.Data.Division(DivisionKind.Leadership), "黎副院长");
        Assert.Equal("郑伟斌", (await Chain(court)).VicePresident!.Name);

        await PutInCharge(court, second.Id);
        Assert.Equal("黎副院长", (await Chain(court)).VicePresident!.Name);

        await court.Data.Use(
            (CourtDb db) => db.Set<Staff>().Where(s => s.Id == second.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsActive, false))
        );
        Assert.Equal("郑伟斌", (await Chain(court)).VicePresident!.Name);
    }

    [Fact]
    public async Task Only_the_courts_administrator_puts_somebody_in_charge_and_only_a_vice_president_of_it()
    {
        var court = await SupervisedCourt.Open(database);
        Assert.Equal(
            "supervision.not_vice_president",
            (await Assert.ThrowsAsync<RefusedException>(() => PutInCharge(court, court.Head.Id))).Code
        );

        var elsewhere = await court.Data.Staff(Role.Administrator, await court.Data.Division(DivisionKind.Technology, "tianhe"));
        Assert.Equal(
            "supervision.division_not_found",
            (await Assert.ThrowsAsync<RefusedException>(() => PutInCharge(court, court.VicePresident.Id, elsewhere))).Code
        );
        Assert.Equal(
            "supervision.not_administrator",
            (await Assert.ThrowsAsync<RefusedException>(() => PutInCharge(court, court.VicePresident.Id, court.President))).Code
        );
    }

    [Fact]
    public async Task Who_put_somebody_in_charge_and_when_is_in_the_trace_and_on_the_page()
    {
        var court = await SupervisedCourt.Open(database);
        var administrator = await court.Data.Staff(Role.Administrator, await court.Data.Division(DivisionKind.Technology), "简浩文");
        await PutInCharge(court, court.VicePresident.Id, administrator);
        await PutInCharge(court, court.VicePresident.Id, administrator); // chosen again: nothing changed

        var trace = await court.Data.Use(
            (CourtDb db) =>
                db.Set<TraceRow>()
                    .AsNoTracking()
                    .Where(t => t.SubjectId == court.Division.Id && t.Kind == OrganisationFacts.PutInCharge)
                    .ToListAsync()
        );
        Assert.Equal(new PutInChargeData(null, court.VicePresident.Id), Assert.Single(trace).Read<PutInChargeData>());
        var by = await court.Data.ActorOf(administrator);
        var row = (await court.Data.Use((InChargeQueries q) => q.OwnCourt(by, default))).Divisions.Single(d => d.Id == court.Division.Id);
        Assert.Equal(("简浩文", court.VicePresident.Id), (row.LastChange!.ActorName, row.VicePresidentId));
    }

    [Fact]
    public async Task A_vacant_post_is_named_in_the_trace_and_the_next_above_is_told()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Data.Use(
            (CourtDb db) =>
                db.Set<Post>().Where(p => p.StaffId == court.Head.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsActive, false))
        );

        await court.Sweep("2026-11-26 09:00");
        Assert.Equal(["一级督办 分管院领导 郑伟斌，庭长空缺，抄送 承办法官 陈静怡"], await court.Told());
    }

    [Fact]
    public async Task What_the_president_is_late_with_goes_to_those_who_run_the_platform()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Data.Staff(Role.FilingDivision, await court.Data.Division(DivisionKind.Filing), "周敏");
        await court.Data.Use(
            (CourtDb db) =>
                db.Set<WorkOrder>()
                    .ExecuteUpdateAsync(o =>
                        o.SetProperty(x => x.OwnerId, court.President.Id).SetProperty(x => x.OwnerName, court.President.Name)
                    )
        );

        await court.Sweep("2026-12-02 09:00");
        Assert.Equal(
            "三级督办 立案庭平台管理 周敏，院长为承办人本人，抄送 分管院领导 郑伟斌、庭长 梁启明、承办法官 林国栋",
            (await court.Told())[2]
        );
    }

    private static Task<SupervisionChain> Chain(SupervisedCourt court) =>
        court.Data.Use((SupervisionChains c) => c.Of(court.Division.Id, CancellationToken.None));

    private static async Task PutInCharge(SupervisedCourt court, Guid vicePresident, Staff? by = null)
    {
        by ??= await court.Data.Staff(Role.Administrator, await court.Data.Division(DivisionKind.Technology));
        await court.Data.Use(
            async (PutInCharge u) => await u.Handle(court.Division.Id, vicePresident, await court.Data.ActorOf(by), CancellationToken.None)
        );
    }
}
