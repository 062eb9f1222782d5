using Domain.Calendar;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Supervision;

public class RecountTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_closed_day_moves_the_open_deadlines_and_leaves_the_answered_ones()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(620);
        var answered = await court.Message();
        await court.Data.Answer(answered, court.Judge);
        await CloseMonday(court);

        Assert.Equal(621, await Recount(court));
        Assert.Equal(new DateOnly(2026, 11, 26), (await court.Read()).DueDay);
        Assert.Equal(new DateOnly(2026, 11, 25), (await court.Read(answered.Id)).DueDay);
        Assert.Equal(["11-25 周三 → 11-26 周四"], await court.Told());
        var request = await court.Data.Use((CourtDb db) => db.Set<RecountRequest>().AsNoTracking().SingleAsync());
        Assert.Equal((621, 621, true), (request.Seen, request.Moved, request.DoneAt is not null));
        Assert.Equal(0, await Recount(court));
    }

    [Fact]
    public async Task Hosts_that_count_at_once_move_each_deadline_once()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Copy(300);
        await CloseMonday(court);
        var moved = await Task.WhenAll(Recount(court), Recount(court), Recount(court));

        Assert.Equal(301, moved.Sum());
        Assert.Equal(["11-25 周三 → 11-26 周四"], await court.Told());
    }

    [Fact]
    public async Task Orders_from_before_clocks_were_kept_get_one_once()
    {
        var court = await SupervisedCourt.Open(database);
        await court.Data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlRawAsync(
                    "UPDATE work_orders SET started_on = NULL, limit_days = 0, second_days = 0, third_days = 0, next_step = NULL, next_step_at = "
                        + "NULL, remind_at = NULL, level1_at = '0001-01-01', level2_at = '0001-01-01', level3_at = '0001-01-01'"
                )
        );
        Assert.Equal(0, await court.Sweep("2026-11-26 09:00"));

        await court.Data.Use((RecountDeadlines r) => r.AskForMissingClocks(CancellationToken.None));
        Assert.Equal(1, await Recount(court));
        Assert.Equal(1, await court.Sweep("2026-11-26 09:00"));
        Assert.Equal(1, (await court.Read()).Level);

        await court.Data.Use((RecountDeadlines r) => r.AskForMissingClocks(CancellationToken.None));
        Assert.Equal(1, await court.Data.Use((CourtDb db) => db.Set<RecountRequest>().CountAsync()));
    }

    /// <summary>As the calendar page does it: the day and the request in one transaction.</summary>
    private static Task CloseMonday(SupervisedCourt court) =>
        court.Data.Use(
            async (CourtDb db) =>
            {
                db.Set<CalendarDay>()
                    .Add(
                        new CalendarDay
                        {
                            Year = 2026,
                            Day = new DateOnly(2026, 11, 23),
                            Works = false,
                            IsManual = true,
                            Reason = "台风停工",
                        }
                    );
                db.Set<RecountRequest>()
                    .Add(
                        new RecountRequest
                        {
                            RequestedAt = court.Clock.Now,
                            Reason = "台风停工",
                            RequestedById = Actor.System.Id,
                        }
                    );
                await db.SaveChangesAsync();
            }
        );

    private static Task<int> Recount(SupervisedCourt court) => court.Data.Use((RecountDeadlines r) => r.Run(CancellationToken.None));
}
