using Domain.DocumentService;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Faults.Tests;

/// <summary>kill -9 of the Portal while it withdraws a task, and the page that finishes it.</summary>
[Collection(OnHosts.Name)]
public sealed class WithdrawalTests(Hosts hosts) : IAsyncLifetime
{
    private const int Recipients = 800; // many times what is withdrawn at once
    private static readonly PlannedWay s_sms = new(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed, "地址确认书");
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _browser = await Browser.Launch();
    }

    public async Task DisposeAsync() => await _browser.DisposeAsync();

    [Fact]
    public async Task A_withdrawal_that_was_killed_in_the_middle_says_so_and_is_finished_from_the_page()
    {
        var clerk = await hosts.Data.Staff(Role.Clerk, await hosts.Data.Division());
        await hosts.Data.GivePassword(clerk);
        var @case = await hosts.Data.Case();
        var task = (
            await hosts.Data.BegunServices(
                @case,
                clerk,
                [.. Enumerable.Range(0, Recipients).Select(_ => CourtDataServing.Recipient(@case.Parties[0], ways: s_sms))]
            )
        )[0].TaskId;
        var desk = await StaffPage.SignIn(_browser, hosts.Portal.Address, clerk);
        await desk.Open($"/service/tasks/{task}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();
        await desk.Page.Locator("#withdraw-reason").FillAsync("文书有误");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "撤回送达任务" }).ClickAsync();
        await Wait.Until("some are withdrawn", async () => await Left(task) < Recipients);
        await hosts.Portal.Kill();
        Assert.InRange(await Left(task), 1, Recipients - 1);

        hosts.Portal.Start();
        await hosts.Portal.Ready();
        await desk.Open("/service/tasks");
        await Expect(desk.Page.Locator("tbody tr").First).ToContainTextAsync("撤回没有做完");
        await desk.Open($"/service/tasks/{task}");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "继续撤回" }).ClickAsync();
        await Expect(desk.Page.GetByText("撤回已经做完。")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(desk.Page.GetByText("撤回没有做完")).ToHaveCountAsync(0);
        Assert.Equal(0, await Left(task));
        var stored = await hosts.Data.Use((CourtDb db) => db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.Id == task));
        Assert.Equal((ServiceTaskState.Withdrawn, "文书有误"), (stored.State, stored.Reason));
    }

    private Task<int> Left(Guid task) =>
        hosts.Data.Use((CourtDb db) => db.Set<Service>().CountAsync(s => s.TaskId == task && s.State != ServiceState.Withdrawn));
}
