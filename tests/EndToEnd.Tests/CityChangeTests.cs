using Domain.Calendar;
using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Calendar;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>A typhoon closes the courts: one asks, another approves, and the open pages of both follow by themselves.</summary>
public sealed class CityChangeTests(Platform platform) : PlatformTest(platform)
{
    [Fact]
    public async Task A_closure_that_one_person_asks_for_is_in_the_calendar_when_another_approves()
    {
        var data = Platform.Data;
        var division = await data.Division(DivisionKind.Technology, "gz-zy");
        var (asker, second) = (await data.Staff(Role.Administrator, division), await data.Staff(Role.Administrator, division));
        foreach (var staff in new[] { asker, second })
            await data.GivePassword(staff);
        var approving = await StaffPage.SignIn(Platform.Browser, Platform.Portal, second);
        await approving.Open("/city-changes");
        await Expect(approving.Page.GetByText("没有待批准的变更")).ToBeVisibleAsync();
        await approving.Page.Mark();
        var asking = await StaffPage.SignIn(Platform.Browser, Platform.Portal, asker);
        await asking.Open("/calendar");
        await asking.Page.Mark();
        var day = (await data.Use((ICalendars c) => c.Current(default).AsTask())).NextWorkday(ChinaTime.DayOf(data.Now()));

        await asking.Page.GetByLabel("从", new() { Exact = true }).FillAsync($"{day:yyyy-MM-dd}");
        await asking.Page.GetByLabel("到", new() { Exact = true }).FillAsync($"{day:yyyy-MM-dd}");
        await asking.Page.GetByLabel("原因", new() { Exact = true }).FillAsync("台风红色预警");
        await asking.Page.GetByRole(AriaRole.Button, new() { Name = "提请批准停工" }).ClickAsync();
        await Expect(asking.Page.GetByText($"1 项改动待批准，还没有生效：登记停工 {day:yyyy-MM-dd}")).ToBeVisibleAsync();

        var card = approving.Page.Locator(".city-change").First;
        await Expect(card).ToContainTextAsync("加急");
        await card.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "确认批准" }).ClickAsync();
        await Expect(card).ToContainTextAsync("已生效");
        await Expect(asking.Page.Locator(".cal-changes tbody")).ToContainTextAsync("台风红色预警");
        await Expect(asking.Page.GetByText("1 项改动待批准")).ToHaveCountAsync(0);
        Assert.True(await asking.Page.IsMarked() && await approving.Page.IsMarked());
        var closure = (await data.Use((CalendarQueries q) => q.Changes(null, default))).Rows[0];
        await data.Change(new DaysWithdrawn(closure.Id), "台风转向"); // other tests count working days
    }
}
