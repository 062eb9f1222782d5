using Domain.Calendar;
using Domain.CityChanges;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Npgsql;

namespace Faults.Tests;

/// <summary>kill -9 between an approval and what it allows: nothing is lost and nothing happens twice.</summary>
[Collection(OnHosts.Name)]
public sealed class CityChangeTests(Hosts hosts) : IAsyncLifetime
{
    private Browser _browser = null!;
    private GatewayServer _gateway = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _browser = await Browser.Launch();
        _gateway = GatewayServer.Start(FreePort.Next());
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task An_approved_closure_is_in_the_calendar_once_although_the_portal_and_then_a_worker_are_killed_in_the_middle()
    {
        var day = new DateOnly(hosts.Data.Now().Year + 1, 12, 7);
        var id = await hosts.Data.Ask(new DaysByHand(day, day.AddDays(4), Works: false), "台风停工", await hosts.Data.CityAdministrator());
        var recounts = await Recounts();
        var second = await hosts.Data.Staff(Role.FilingDivision, await hosts.Data.Division(DivisionKind.Filing, "gz-zy"));
        await hosts.Data.GivePassword(second);
        var page = await StaffPage.SignIn(_browser, hosts.Portal.Address, second);
        await page.Open("/city-changes");

        await using (await NobodyChangesTheCalendar())
        {
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "批准：登记停工" }).ClickAsync();
            await page.Page.GetByRole(AriaRole.Button, new() { Name = "确认批准：登记停工" }).ClickAsync();
            await Wait.Until("the approval is stored", async () => await State(id) == CityChangeState.Approved);
            await Wait.Until("it is being carried out", SomebodyWaits);
            await hosts.Portal.Kill();
        }

        Assert.Equal((CityChangeState.Approved, 0), (await State(id), await Changes(id)));
        using (var killed = WorkerProcess.Start(hosts, _gateway.Address))
        {
            await using (await NobodyChangesTheCalendar())
            {
                await Wait.Until("the worker is carrying it out", SomebodyWaits);
                await WorkerProcess.Kill(killed);
            }
        }

        Assert.Equal((CityChangeState.Approved, 0), (await State(id), await Changes(id)));
        using var worker = WorkerProcess.Start(hosts, _gateway.Address);
        await Wait.Until("it is in force", async () => await State(id) == CityChangeState.InForce);
        await Task.Delay(TimeSpan.FromSeconds(2)); // for whoever would do it again
        await WorkerProcess.Kill(worker);

        Assert.Equal((1, recounts + 1), (await Changes(id), await Recounts()));
        Assert.Equal(
            ["city_change_asked", "city_change_approved", "city_change_took_effect"],
            await hosts.Data.Use(
                (CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).Select(t => t.Kind).ToListAsync()
            )
        );
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    private Task<CityChangeState> State(Guid id) =>
        hosts.Data.Use((CourtDb db) => db.Set<CityChange>().Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private Task<int> Changes(Guid id) => hosts.Data.Use((CourtDb db) => db.Set<CalendarChange>().CountAsync(c => c.CityChangeId == id));

    private Task<int> Recounts() => hosts.Data.Use((CourtDb db) => db.Set<RecountRequest>().CountAsync());

    /// <summary>Until it is disposed: whoever writes there waits, which is the moment to kill them.</summary>
    private async Task<NpgsqlConnection> NobodyChangesTheCalendar()
    {
        var connection = new NpgsqlConnection(hosts.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE calendar_changes, calendar_days IN EXCLUSIVE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private Task<bool> SomebodyWaits() =>
        hosts.Data.Use(
            (CourtDb db) =>
                db.Database.SqlQueryRaw<bool>("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted) AS \"Value\"").SingleAsync()
        );
}
