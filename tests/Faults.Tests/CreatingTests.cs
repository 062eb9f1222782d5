using System.Collections.Concurrent;
using System.Text.Json;
using Given;

namespace Faults.Tests;

/// <summary>kill -9 in the middle of creates: what was accepted is there once, and nothing else is.</summary>
[Collection(OnHosts.Name)]
public sealed class CreatingTests(Hosts hosts) : IAsyncLifetime
{
    public Task InitializeAsync() => hosts.EverythingRuns();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_message_is_there_once_after_the_api_was_killed()
    {
        var burst = await Burst.Prepare(hosts);
        var running = burst.Run();
        await burst.IsUnderWay();

        await hosts.Api.Kill();
        hosts.Api.Start();

        await running;
        Assert.NotEqual(0, burst.Interrupted);
        await burst.AssertAllAreThereOnce();
    }

    [Fact]
    public async Task Every_message_is_there_once_after_the_database_was_killed_and_the_hosts_go_on_by_themselves()
    {
        var (portal, api) = (hosts.Portal.ProcessId, hosts.Api.ProcessId);
        var burst = await Burst.Prepare(hosts);
        var running = burst.Run();
        await burst.IsUnderWay();

        await hosts.KillDatabase();
        await hosts.StartDatabase();

        await running;
        Assert.NotEqual(0, burst.Interrupted);
        await burst.AssertAllAreThereOnce();
        await Task.WhenAll(hosts.Portal.Ready(), hosts.Api.Ready());
        Assert.Equal((portal, api), (hosts.Portal.ProcessId, hosts.Api.ProcessId));
    }

    [Fact]
    public async Task An_open_page_hears_of_changes_again_after_the_database_was_killed()
    {
        await hosts.Data.People("liwan");
        var person = await hosts.Data.Litigant();
        using var phone = await LitigantClient.SignIn(hosts.Api.Address, person, hosts.Data);
        var heard = new ConcurrentQueue<JsonElement>();
        await using var live = await phone.Listen(heard.Enqueue);

        await hosts.KillDatabase();
        await hosts.StartDatabase();
        await Wait.Until("the page is told to look again", () => heard.Any(h => h.GetProperty("topic").GetString() == "all"));

        var id = Guid.CreateVersion7();
        var court = (await hosts.Data.Court("liwan")).Id;
        await Wait.Until(
            "the message is accepted",
            async () =>
            {
                using var answer = await phone.Leave(id, courtId: court);
                return answer.IsSuccessStatusCode;
            }
        );
        await Wait.Until(
            "the page hears of the new message",
            () => heard.Any(h => h.GetProperty("topic").GetString() == "workOrder" && h.GetProperty("id").GetGuid() == id)
        );
    }
}
