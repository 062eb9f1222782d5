using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Figures;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Figures;

/// <summary>占案比 of a period that is over does not change with what happens afterwards.</summary>
public class OpenCasesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly FigurePeriod s_september = FigurePeriod.Around(PeriodKind.Month, new DateOnly(2026, 9, 1));
    private static readonly FigurePeriod s_november = FigurePeriod.Around(PeriodKind.Month, new DateOnly(2026, 11, 1));

    [Fact]
    public async Task A_case_closed_today_was_open_last_month_and_stays_so()
    {
        var data = await CourtData.Open(
            database.ConnectionString(),
            new StoppedClock(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero))
        );
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division);
        var (one, _) = (await data.Case(judge: judge), await data.Case(judge: judge)); // both filed on 1 September
        await data.Case(judge: judge, state: CaseState.Closed); // on 15 October
        await data.Case(division: division); // no judge yet
        Assert.Equal((4L, 3L), (await Cases(data, s_september), await Cases(data, s_november)));

        await Close(data, one, new DateOnly(2026, 11, 20));
        await Right(data);
        Assert.Equal((4L, 2L), (await Cases(data, s_september), await Cases(data, s_november)));

        while (await data.Use((FoldFigures fold) => fold.Run(default)) > 0) { }
        await Right(data);
        Assert.Equal((4L, 2L), (await Cases(data, s_september), await Cases(data, s_november)));
        await data.Use((RebuildFigures rebuild) => rebuild.Run(_ => { }, default));
        Assert.Equal((4L, 2L), (await Cases(data, s_september), await Cases(data, s_november)));

        var own = (
            await data.Use(async (StatisticsQueries q) => await q.Read(FigureScope.All, s_september, await data.ActorOf(judge), default))
        )!;
        Assert.Equal(3, own.Total.PerCase.Of);
    }

    private static async Task<long> Cases(CourtData data, FigurePeriod period)
    {
        var head = await data.ActorOf(await data.Staff(Role.DivisionHead, await data.Division()));
        var leader = await data.ActorOf(await data.Staff(Role.President, await data.Division(DivisionKind.Leadership)));
        var ofDivision = (await data.Use((StatisticsQueries q) => q.Read(FigureScope.All, period, head, default)))!.Total.PerCase.Of;
        Assert.Equal(
            ofDivision,
            (await data.Use((StatisticsQueries q) => q.Read(FigureScope.All, period, leader, default)))!.Total.PerCase.Of
        );
        return ofDivision;
    }

    private static Task Close(CourtData data, Case @case, DateOnly on) =>
        data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Case>().SingleAsync(c => c.Id == @case.Id);
                (stored.State, stored.ClosedOn) = (CaseState.Closed, on);
                await db.SaveChangesAsync();
            }
        );

    private static async Task Right(CourtData data) =>
        Assert.Empty((await data.Use((VerifyFigures verify) => verify.Run(_ => { }, default))).Differences);
}
