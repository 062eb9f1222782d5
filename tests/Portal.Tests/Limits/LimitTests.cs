using Bunit;
using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.CityChanges;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Portal.Limits;

namespace Portal.Tests.Limits;

public sealed class LimitTests(TestDatabase database) : DeskTest(database)
{
    [Fact]
    public async Task The_most_specific_limit_holds()
    {
        var admin = await Admin();
        var (yuexiu, tianhe) = ((await Data.Court()).Id, (await Data.Court("tianhe")).Id);
        await SetForAll(null, new(4, 2, 2));
        await SetForAll(Category.Complaint, new(5, 3, 3));
        await Set(yuexiu, null, new(2, 1, 1), admin);
        await Set(yuexiu, Category.Complaint, new(7, 2, 2), admin);
        var limits = await Limits();
        Assert.Equal(new(7, 2, 2), limits.For(yuexiu, Category.Complaint).Limits);
        Assert.Equal(new(2, 1, 1), limits.For(yuexiu, Category.CaseQuery).Limits);
        Assert.Equal(new(5, 3, 3), limits.For(tianhe, Category.Complaint).Limits);
        Assert.Equal(new(4, 2, 2), limits.For(tianhe, Category.CaseQuery).Limits);

        await Set(yuexiu, Category.Complaint, null, admin);
        Assert.Equal(new(2, 1, 1), (await Limits()).For(yuexiu, Category.Complaint).Limits);
        await SetForAll(null, null);
        Assert.Equal(SupervisionLimits.Default, (await Limits()).For(tianhe, Category.CaseQuery).Limits);
    }

    [Fact]
    public async Task A_new_limit_holds_for_new_orders_and_the_phone_shows_what_really_applies()
    {
        var (judge, _) = await Data.People();
        var litigant = await Data.Litigant();
        var @case = await Data.Case(litigant, judge: judge);
        var before = await Data.Message(litigant, @case);
        await Set((await Data.Court()).Id, Category.CaseQuery, new(5, 1, 1), await Admin());
        var after = await Data.Message(litigant, @case);
        Assert.Equal(new DateOnly(2026, 11, 25), before.DueDay);
        Assert.Equal((new(2026, 11, 27), ChinaTime.At(new(2026, 12, 1), new(9, 0))), (after.DueDay, after.Level2At));

        var shown = (await Data.Use((LitigantOrderQueries q) => q.List(CourtData.ActorOf(litigant), null, 10, null, null, default))).Items;
        Assert.Equal(3, shown.Single(o => o.Id == before.Id).AnswerBy.WorkingDays);
        Assert.Equal(5, shown.Single(o => o.Id == after.Id).AnswerBy.WorkingDays);
        var preview = await Data.Use(
            (PreviewMessage p) => p.Handle(@case.Id, null, null, Category.CaseQuery, CourtData.ActorOf(litigant), default)
        );
        Assert.Equal((new(2026, 11, 27), 5), (preview.Due.Day, preview.Days.Count));
    }

    [Fact]
    public async Task Each_change_is_traced_with_what_it_was_before()
    {
        var admin = await Admin();
        var court = (await Data.Court()).Id;
        await Set(court, null, new(5, 2, 2), admin, "案件多");
        await Set(court, null, new(5, 2, 2), admin, "又按了一次");
        await Set(court, null, null, admin, "恢复");
        var changes = await Data.Use((AnswerLimitQueries q) => q.Changes(null, admin, default));
        Assert.Equal(["取消单独规定的 5+2+2，恢复", "3+2+2 改为 5+2+2，案件多"], changes.Rows.Select(c => c.Words));
        Assert.Equal(admin.Name, changes.Rows[0].By);
    }

    [Theory]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "gz-zy", false, false)]
    [InlineData(Role.Administrator, DivisionKind.Technology, "gz-zy", true, false)]
    [InlineData(Role.Administrator, DivisionKind.Technology, "yuexiu", false, true)]
    [InlineData(Role.Administrator, DivisionKind.Technology, "tianhe", false, false)]
    [InlineData(Role.FilingDivision, DivisionKind.Filing, "yuexiu", false, false)]
    [InlineData(Role.President, DivisionKind.Leadership, "gz-zy", false, false)]
    public async Task Limits_are_changed_by_those_whose_they_are(Role role, DivisionKind kind, string court, bool asks, bool own)
    {
        var by = await Somebody(role, kind, court);
        var yuexiu = (await Data.Court()).Id;
        var wish = new CityLimit(null, new(6, 2, 2), SupervisionLimits.Default);
        if (asks)
            await Data.Ask(wish, "多几天", by);
        else
            Assert.Equal("city_change.not_yours", await RefusedAll(wish, "多几天", by));
        if (own)
            await Set(yuexiu, null, new(6, 2, 2), by);
        else
            await Refused("answer_limit.not_yours", yuexiu, new(6, 2, 2), "多几天", by);
        Assert.Equal(own ? 6 : 3, (await Limits()).For(yuexiu, null).Limits.Days); // what was asked for holds for nobody yet
        var rows = (await Data.Use((AnswerLimitQueries q) => q.Table(by, default))).Rows;
        Assert.Equal((asks, own), (rows[0].MayChange, rows.Any(r => r.CourtId == yuexiu && r.MayChange)));
    }

    [Fact]
    public async Task Every_refusal_has_its_code()
    {
        var admin = await Admin();
        var (court, city) = ((await Data.Court()).Id, await Data.CityAdministrator());
        foreach (
            var (code, limits, reason) in new (string, SupervisionLimits, string)[]
            {
                ("answer_limit.days_invalid", new(0, 2, 2), "少几天"),
                ("answer_limit.days_invalid", new(3, 31, 2), "多几天"),
                ("answer_limit.reason_missing", new(4, 2, 2), " "),
                ("answer_limit.reason_too_long", new(4, 2, 2), new string('长', 201)),
            }
        )
        {
            await Refused(code, court, limits, reason, admin);
            Assert.Equal(code, await RefusedAll(new(null, limits, SupervisionLimits.Default), reason, city));
        }

        var same = new CityLimit(null, null, SupervisionLimits.Default);
        Assert.Equal("answer_limit.nothing_changes", await RefusedAll(same, "取消", city));
        Assert.Equal("answer_limit.changed", await RefusedAll(same with { BasedOn = new(9, 9, 9) }, "没看到新的", city));
    }

    [Fact]
    public async Task Two_who_change_the_same_at_once_leave_one_limit_and_both_in_the_trace()
    {
        var admin = await Admin();
        var court = (await Data.Court()).Id;
        await Task.WhenAll(Set(court, null, new(4, 2, 2), admin, "甲"), Set(court, null, new(6, 2, 2), admin, "乙"));
        Assert.Single(await Data.Use((CourtDb db) => db.Set<AnswerLimit>().AsNoTracking().ToListAsync()));
        Assert.Equal(2, (await Data.Use((AnswerLimitQueries q) => q.Changes(null, admin, default))).Rows.Count);
    }

    [Fact]
    public async Task A_limit_is_set_on_the_page()
    {
        var page = Open<LimitsPage>(await Admin());
        await On(page, "tbody tr:nth-child(2) button.cell", cell => cell.Click());
        await On(page, ".lim-form input[type=number]", days => days.Change("4"));
        await On(page, ".lim-form > input", reason => reason.Change("年底收案多"));
        await On(page, ".lim-form", form => form.Submit());
        page.WaitForAssertion(() => Assert.Equal("4+2+2", page.Find("tbody button.own").TextContent));
        page.WaitForAssertion(() => Assert.Contains("年底收案多", page.Find(".cal-changes").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_change_is_reached_also_those_of_one_moment()
    {
        var admin = await Admin();
        var court = (await Data.Court()).Id;
        for (var i = 1; i <= 32; i++)
            await Set(court, i % 2 == 0 ? Category.Complaint : null, new(3 + i % 4, 2, 2), admin, $"第{i}次");
        var page = Open<LimitsPage>(admin);
        await On(page, ".cal-changes .page-more button", more => more.Click());
        page.WaitForAssertion(() => Assert.Equal(32, page.FindAll(".cal-changes tbody tr").Count));
        Assert.Equal(32, page.FindAll(".cal-changes tbody td:nth-child(4)").Select(td => td.TextContent).Distinct().Count());
        Assert.Empty(page.FindAll(".cal-changes .page-more"));
    }

    [Fact]
    public async Task The_limit_of_all_courts_is_asked_for_on_the_page_and_holds_when_another_approves()
    {
        var page = Open<LimitsPage>(await Data.CityAdministrator());
        await On(page, "tbody button.cell", cell => cell.Click());
        await On(page, ".lim-form input[type=number]", days => days.Change("4"));
        await On(page, ".lim-form > input", reason => reason.Change("年底收案多"));
        await On(page, ".lim-form", form => form.Submit());
        page.WaitForAssertion(() =>
            Assert.Contains("全部法院“全部类别”的办理时限改为 4+2+2", page.Find(".city-waiting").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("tbody button.own"));

        var second = await Data.CityAdministrator();
        var waiting = Assert.Single(await Data.Use((CityChangeQueries q) => q.Open(second, default)));
        await Data.Use((DecideCityChange decide) => decide.Approve(waiting.Id, second, default));
        page.WaitForAssertion(() => Assert.Equal("4+2+2", page.Find("tbody button.own").TextContent));
        page.WaitForAssertion(() => Assert.Contains("年底收案多", page.Find(".cal-changes").TextContent, StringComparison.Ordinal));
    }

    private Task<Actor> Admin() => Somebody(Role.Administrator, DivisionKind.Technology);

    private async Task SetForAll(Category? category, SupervisionLimits? limits)
    {
        var before = (await Limits()).For(null, category).Limits;
        Assert.Equal(CityChangeState.InForce, (await Data.Change(new CityLimit(category, limits, before), "试行")).State);
    }

    private async Task<string> RefusedAll(CityLimit wish, string reason, Actor by) =>
        (await Assert.ThrowsAsync<RefusedException>(() => Data.Ask(wish, reason, by))).Code;

    private Task<AnswerLimits> Limits() => Data.Use((IAnswerLimits l) => l.Current(default).AsTask());

    private Task Set(Guid court, Category? category, SupervisionLimits? limits, Actor by, string reason = "试行") =>
        Data.Use((SetAnswerLimit u) => u.Handle(court, category, limits, reason, by, default));

    private async Task Refused(string code, Guid court, SupervisionLimits limits, string reason, Actor by) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => Set(court, null, limits, by, reason))).Code);
}
