using Domain.Calendar;
using Domain.CityChanges;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Calendar;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Calendar;

public sealed class AskForCalendarTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task From_October_each_of_the_citys_administrators_is_asked_once_a_day_until_the_notice_is_there()
    {
        var connection = database.ConnectionString($"ask_{CourtData.Next()}");
        var clock = new StoppedClock(At("2026-09-30 12:00"));
        var data = await CourtData.Open(connection, clock);
        var administrators = new[]
        {
            await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, "gz-zy")),
            await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology, "gz-zy")),
        };
        await data.Staff(Role.Judge, await data.Division());
        await data.Staff(Role.Administrator, await data.Division(DivisionKind.Technology)); // of a basic court: could not import it

        Assert.Empty(await Asked("2026-09-30 12:00"));
        Assert.Empty(await Asked("2026-10-01 08:59"));
        var first = await Asked("2026-10-01 09:00");
        Assert.Equal(
            administrators.Select(a => (Guid?)a.Id).Order(),
            first.Where(n => n.Channel == NoticeChannel.InApp).Select(n => n.RecipientId).Order()
        );
        Assert.Equal(
            administrators.Select(a => (Guid?)a.Id).Order(),
            first.Where(n => n.Channel == NoticeChannel.Sms).Select(n => n.RecipientId).Order()
        );
        Assert.All(first, n => Assert.Equal("2027 年的放假安排还没有导入，到了 2027 年的期限都是暂定", n.Fields["reason"]));

        data = await CourtData.Open(connection, clock); // started again, it remembers
        Assert.Empty(await Asked("2026-10-01 09:10"));
        Assert.Empty(await Asked("2026-10-01 23:59"));
        Assert.Equal(4, (await Asked("2026-10-02 09:00")).Count);

        var by = await data.ActorOf(administrators[0]);
        var notice = string.Join('\n', LegalHolidays.Of(2027).Select(h => $"{h.Day:yyyy-MM-dd} 休 {h.Name}"));
        await data.Change(new YearNotice(2027, notice), "国办发明电〔2026〕7 号", by);
        Assert.Empty(await Asked("2026-10-03 09:00"));

        async Task<List<Notice>> Asked(string at)
        {
            clock.Now = At(at);
            await data.Use((AskForCalendar ask) => ask.Run(default));
            return await data.Use(
                (CourtDb db) =>
                    db.Set<Notice>()
                        .AsNoTracking()
                        .Where(n => n.Kind == CalendarNotices.YearMissing.Key && n.CreatedAt == clock.Now)
                        .ToListAsync()
            );
        }
    }

    private static DateTimeOffset At(string local) => ChinaTime.At(DateOnly.Parse(local[..10], null), TimeOnly.Parse(local[11..], null));
}
