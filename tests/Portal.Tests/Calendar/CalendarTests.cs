using Bunit;
using Domain.Calendar;
using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Calendar;
using Infrastructure.CityChanges;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Calendar;

namespace Portal.Tests.Calendar;

public sealed class CalendarTests(TestDatabase database) : DeskTest(database)
{
    private const string Notice =
        "2027-01-01..2027-01-02 休 元旦\n2027-01-03 班 元旦\n2027-02-05..2027-02-11 休 春节\n2027-01-31 班\n2027-04-05 休 清明节\n"
        + "2027-05-01..2027-05-05 休\n2027-06-09 休 端午节\n2027-09-15 休 中秋节\n2027-10-01..2027-10-07 休";

    [Theory]
    [InlineData(2023, "18 20 23 20 21 21 21 23 20 19 22 21")]
    [InlineData(2024, "22 18 21 22 21 19 23 22 21 19 21 22")]
    [InlineData(2025, "19 19 21 22 19 20 23 21 23 18 20 23")]
    [InlineData(2026, "21 16 22 21 19 21 23 21 22 18 21 23")]
    public async Task The_page_counts_the_working_days_of_every_month(int year, string perMonth)
    {
        var view = await Data.Use((CalendarQueries q) => q.Year(year, default));
        Assert.True(view.IsImported);
        Assert.Equal(perMonth.Split(' ').Select(int.Parse), view.Months.Select(m => m.WorkingDays));
    }

    [Fact]
    public async Task A_year_is_imported_its_provisional_days_become_certain_and_open_deadlines_are_told()
    {
        Clock.Now = SetClock.Read("2026-12-30 10:00");
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var order = await Data.Message(litigant, await Data.Case(litigant, judge: judge));
        Assert.Equal((new DateOnly(2027, 1, 5), true), (order.DueDay, order.DueIsProvisional));
        var admin = await Data.CityAdministrator();

        var preview = await Data.Use((CalendarQueries q) => q.PreviewImport(2027, Notice, default));
        Assert.Empty(preview.Notice.Problems);
        Assert.False(preview.Replaces);
        Assert.Equal(1, preview.MovedOrders); // Sunday 2027-01-03 is worked: due a working day earlier
        await Import(admin);

        var view = await Data.Use((CalendarQueries q) => q.Year(2027, default));
        Assert.True(view.IsImported);
        Assert.Equal(DayKind.MakeUpWorkday, view.Months[0].Days[30].Kind);
        var calendar = await Data.Use((ICalendars c) => c.Current(default).AsTask());
        Assert.Equal(new DateOnly(2027, 1, 4), calendar.Add(new(2026, 12, 30), 3).Day);
        var change = Assert.Single((await Data.Use((CalendarQueries q) => q.Changes(null, default))).Rows);
        Assert.Equal(("国办发明电〔2026〕7 号", 1, admin.Name), (change.Reason, change.MovedOrders, change.MadeByName));
        var recount = Assert.Single(await Data.Use((CourtDb db) => db.Set<RecountRequest>().AsNoTracking().ToListAsync()));
        Assert.Equal(("导入 2027 年放假安排", admin.Id, null), (recount.Reason, recount.RequestedById, recount.DoneAt));
        await Data.Use((RecountDeadlines r) => r.Run(default));
        var counted = await Data.Use((CourtDb db) => db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == order.Id));
        Assert.Equal((new DateOnly(2027, 1, 4), false), (counted.DueDay, counted.DueIsProvisional));
    }

    [Fact]
    public async Task Importing_again_shows_the_differences_and_replaces()
    {
        var admin = await Data.CityAdministrator();
        await Import(admin);
        var corrected = Notice.Replace("2027-02-05..2027-02-11", "2027-02-04..2027-02-10", StringComparison.Ordinal);
        var preview = await Data.Use((CalendarQueries q) => q.PreviewImport(2027, corrected, default));
        Assert.True(preview.Replaces);
        Assert.Equal([new(2027, 2, 4), new(2027, 2, 11)], preview.Changes.Where(c => c.TurnsOver).Select(c => c.Day));
        await Data.Change(new YearNotice(2027, corrected), "更正", admin);
        var calendar = await Data.Use((ICalendars c) => c.Current(default).AsTask());
        Assert.True(calendar.IsWorkday(new(2027, 2, 11)));
        Assert.False(calendar.IsWorkday(new(2027, 2, 4)));
        await Refused("calendar.nothing_changes", new YearNotice(2027, corrected), "再来一次");
    }

    [Fact]
    public async Task A_closure_moves_what_is_due_and_its_withdrawal_brings_it_back()
    {
        await Data.Change(new DaysByHand(new(2026, 11, 23), new(2026, 11, 24), Works: false));
        var id = Assert.Single((await Data.Use((CalendarQueries q) => q.Changes(null, default))).Rows).Id;
        Assert.Equal(new DateOnly(2026, 11, 27), await Due());
        var cell = (await Data.Use((CalendarQueries q) => q.Year(2026, default))).Months[10].Days[22];
        Assert.Equal((true, false, "台风停工"), (cell.IsManual, cell.Works, cell.Name));

        await Data.Change(new DaysWithdrawn(id), "台风转向");
        Assert.Equal(new DateOnly(2026, 11, 25), await Due());
        var change = Assert.Single((await Data.Use((CalendarQueries q) => q.Changes(null, default))).Rows);
        Assert.Equal("台风转向", change.WithdrawReason);
        await Refused("calendar.already_withdrawn", new DaysWithdrawn(id), "又一次");
        var trace = await Data.Use(
            (CourtDb db) => db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync()
        );
        Assert.Equal(["calendar_set", "calendar_withdrawn"], trace.Select(t => t.Kind));
        Assert.True(trace[1].IsIntact(Data.Services.GetRequiredService<ITraceMac>()) && trace[1].PreviousHash == trace[0].Hash);

        async Task<DateOnly> Due() => (await Data.Use((ICalendars c) => c.Current(default).AsTask())).Add(new(2026, 11, 20), 3).Day;
    }

    [Fact]
    public async Task Pressing_twice_at_once_changes_once()
    {
        var (admin, second, id) = (await Data.CityAdministrator(), await Data.CityAdministrator(), Guid.CreateVersion7());
        var wish = new DaysByHand(new(2026, 12, 1), new(2026, 12, 1), Works: false);
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Data.Use((AskCityChange u) => u.Handle(id, wish, "台风停工", admin, default)))
        );
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Data.Use((DecideCityChange u) => u.Approve(id, second, default))));
        Assert.Single((await Data.Use((CalendarQueries q) => q.Changes(null, default))).Rows);
        Assert.Equal(1, await Data.Use((CourtDb db) => db.Set<RecountRequest>().CountAsync())); // in the change's own transaction
    }

    [Theory]
    [InlineData("2027-02-30 休", "calendar.notice_invalid")]
    [InlineData("", "calendar.notice_invalid")]
    public async Task Bad_input_changes_nothing(string text, string code)
    {
        await Refused(code, new YearNotice(2027, text), "通知");
        Assert.False((await Data.Use((CalendarQueries q) => q.Year(2027, default))).IsImported);
        Assert.Equal(0, await Data.Use((CourtDb db) => db.Set<RecountRequest>().CountAsync()));
    }

    [Fact]
    public async Task Every_refusal_of_a_change_has_its_code()
    {
        var day = new DateOnly(2026, 12, 1);
        var closure = new DaysByHand(day, day, Works: false);
        foreach (
            var stranger in new[]
            {
                await Somebody(Role.Judge),
                await Somebody(Role.Administrator, DivisionKind.Technology),
                await Somebody(Role.FilingDivision, DivisionKind.Filing, "gz-zy"),
            }
        )
        {
            await Refused("city_change.not_yours", closure, "停工", stranger);
            await Refused("city_change.not_yours", new YearNotice(2027, Notice), "通知", stranger);
            await Refused("city_change.not_yours", new DaysWithdrawn(Guid.CreateVersion7()), "错了", stranger);
        }

        await Refused("calendar.reason_missing", closure, " ");
        await Refused("calendar.reason_too_long", closure, new string('停', 101));
        await Refused("calendar.range_invalid", closure with { Last = day.AddDays(-1) }, "停工");
        await Refused("calendar.range_invalid", closure with { Last = day.AddDays(31) }, "停工");
        await Refused("calendar.range_invalid", new DaysByHand(new(9999, 12, 31), new(9999, 12, 31), false), "停工");
        await Refused("calendar.nothing_changes", closure with { Works = true }, "本来就上班");
        await Refused("calendar.change_not_found", new DaysWithdrawn(Guid.CreateVersion7()), "错了");
        await Data.Change(new YearNotice(2027, Notice), "国办发明电〔2026〕7 号");
        var import = Assert.Single((await Data.Use((CalendarQueries q) => q.Changes(null, default))).Rows);
        await Refused("calendar.not_manual", new DaysWithdrawn(import.Id), "错了");
    }

    [Fact]
    public async Task The_citys_administrator_pastes_previews_and_asks_and_it_is_imported_when_another_approves()
    {
        var (admin, second) = (await Data.CityAdministrator(), await Data.CityAdministrator());
        var page = Open<CalendarPage>(admin);
        await On(page, "#import-text", box => box.Input(Notice));
        await On(page, ".cal-form form", form => form.Submit());
        Assert.Contains("2027 年：休 24 天，调休上班 2 天", page.WaitForElement(".cal-diff").TextContent, StringComparison.Ordinal);
        await On(page, "#import-reason", box => box.Change("国办发明电〔2026〕7 号"));
        await On(page, ".cal-form .btn-primary", import => import.Click());
        page.WaitForAssertion(() => Assert.Contains("2027 年", page.Find(".cal-years b").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() =>
            Assert.Contains("导入 2027 年放假安排", page.Find(".city-waiting").TextContent, StringComparison.Ordinal)
        );
        Assert.False((await Data.Use((CalendarQueries q) => q.Year(2027, default))).IsImported); // asked for, not changed

        var waiting = Assert.Single(await Data.Use((CityChangeQueries q) => q.Open(second, default)));
        await Data.Use((DecideCityChange decide) => decide.Approve(waiting.Id, second, default));
        page.WaitForAssertion(() => Assert.Contains("国办发明电", page.Find(".cal-changes tbody").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".city-waiting")));
    }

    [Fact]
    public async Task Others_look_and_have_nothing_to_press_the_administrator_of_a_basic_court_neither()
    {
        Open<CalendarPage>(await Somebody(Role.Judge)).WaitForElement(".cal-month");
        var page = Open<CalendarPage>(await Somebody(Role.Administrator, DivisionKind.Technology));
        page.WaitForElement(".cal-month");
        Assert.Equal(12, page.FindAll(".cal-month").Count);
        Assert.Empty(page.FindAll("form"));
    }

    [Theory]
    [InlineData("2026-09-30 23:59", false)]
    [InlineData("2026-10-01 00:00", true)]
    public async Task From_October_on_a_missing_next_year_is_told(string now, bool isTold)
    {
        Clock.Now = SetClock.Read(now);
        var page = Open<CalendarPage>(await Somebody(Role.Judge));
        page.WaitForElement(".cal-month");
        page.WaitForAssertion(() => Assert.Equal(isTold, page.Markup.Contains("2027 年的工作日历还没有导入", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_on_another_host_renews_the_calendar_here()
    {
        var before = await Data.Use((ICalendars c) => c.Current(default).AsTask());
        Assert.True(before.IsWorkday(new(2026, 12, 1)));
        var elsewhere = await AnotherHost();
        await elsewhere.Change(new DaysByHand(new(2026, 12, 1), new(2026, 12, 1), Works: false));
        await Wait.Until(
            "the calendar is renewed",
            async () => !(await Data.Use((ICalendars c) => c.Current(default).AsTask())).IsWorkday(new(2026, 12, 1))
        );
    }

    private Task Import(Actor admin) => Data.Change(new YearNotice(2027, Notice), "国办发明电〔2026〕7 号", admin);

    private async Task Refused(string code, CityWish wish, string reason, Actor? by = null)
    {
        var asker = by ?? await Data.CityAdministrator();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Data.Ask(wish, reason, asker))).Code);
        Assert.DoesNotContain(await Data.Use((CityChangeQueries q) => q.Open(asker, default)), c => c.AskedById == asker.Id);
    }
}
