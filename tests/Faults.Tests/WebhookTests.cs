using System.Diagnostics;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>What partners hear of while the process that pushes is killed; and the example client of docs/integration.md as it stands there.</summary>
[Collection(OnHosts.Name)]
public sealed class WebhookTests(Hosts hosts) : IAsyncLifetime
{
    private const int Orders = 120;
    private readonly List<Process> _workers = [];
    private GatewayServer _gateway = null!;
    private Actor _administrator = null!;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        _gateway = GatewayServer.Start(FreePort.Next());
        await hosts.Data.People();
        _administrator = await hosts.Data.ActorOf(
            await hosts.Data.Staff(Role.Administrator, await hosts.Data.Division(DivisionKind.Technology, "yuexiu"))
        );
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await WorkerProcess.Kill(worker);
            worker.Dispose();
        }

        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Every_event_is_pushed_although_the_worker_is_killed_in_the_middle_and_twice_only_under_the_same_id()
    {
        await using var receiver = WebhookReceiver.Start();
        receiver.Delay = TimeSpan.FromMilliseconds(30);
        var (_, _, subscription, _) = await Subscribed(new Uri(receiver.Address).Port);
        for (var i = 0; i < Orders; i++)
            await hosts.Data.Message(await hosts.Data.Litigant());
        StartWorker();
        for (var kills = 1; kills <= 3; kills++)
        {
            var enough = Orders * kills / 5;
            await Wait.Until("the worker is busy", () => receiver.Pushes.Count > enough);
            await WorkerProcess.Kill(_workers[^1]);
            Assert.True(receiver.Pushes.Select(p => p.Id).Distinct().Count() < Orders, "It had finished before it was killed.");
            StartWorker();
        }

        await Wait.Until("all are delivered", async () => await Delivered(subscription) == Orders);
        var events = await hosts.Data.Use(
            (CourtDb db) => db.Set<WebhookDelivery>().Where(d => d.SubscriptionId == subscription).Select(d => d.EventId).ToListAsync()
        );
        Assert.Equal(events.Select(e => e.ToString()).Order(), receiver.Pushes.Select(p => p.Id).Distinct().Order());
        Assert.All(receiver.Pushes.GroupBy(p => p.Id), same => Assert.Single(same.Select(p => p.Body).Distinct()));
        Assert.InRange(receiver.Pushes.Count, Orders, Orders + 3); // one was under way at each kill
    }

    [Fact]
    public async Task The_example_client_gets_a_token_hands_on_a_message_hears_of_it_and_asks_for_it_again()
    {
        var port = FreePort.Next();
        var (partner, secret, _, signs) = await Subscribed(port);
        StartWorker();
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "docs", "examples", "partner.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["API"] = hosts.Api.Address.ToString().TrimEnd('/'),
                ["CLIENT_ID"] = partner.ToString("N"),
                ["CLIENT_SECRET"] = secret,
                ["WEBHOOK_SECRET"] = signs,
                ["PORT"] = $"{port}",
                ["COURT"] = "yuexiu",
            }
        )
            start.Environment[name] = value;
        using var client = Process.Start(start)!;
        var (said, errors) = (client.StandardOutput.ReadToEndAsync(), client.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await client.WaitForExitAsync(patience.Token);
        Assert.True(client.ExitCode == 0, $"{await said}\n{await errors}");
        Assert.Contains("heard work_order.opened", await said, StringComparison.Ordinal);
        Assert.Contains("heard again", await said, StringComparison.Ordinal);
    }

    private Task<int> Delivered(Guid subscription) =>
        hosts.Data.Use(
            (CourtDb db) =>
                db.Set<WebhookDelivery>().CountAsync(d => d.SubscriptionId == subscription && d.State == DeliveryState.Delivered)
        );

    private async Task<(Guid Partner, string Secret, Guid Subscription, string Signs)> Subscribed(int port)
    {
        var (partner, subscription) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var settings = new PartnerSettings([PartnerScope.WorkOrdersWrite, PartnerScope.WorkOrdersRead, PartnerScope.Events], []);
        await hosts.Data.Use(
            (OpenPartner open) =>
                open.Handle(new NewPartner(partner, "区信访系统", PartnerKind.Petitions, settings), _administrator, CancellationToken.None)
        );
        var secret = await hosts.Data.Use(
            (MakePartnerKey make) => make.Secret(partner, Guid.CreateVersion7(), _administrator, CancellationToken.None)
        );
        var wanted = new ManageSubscription.Wanted(subscription, $"http://localhost:{port}/hooks", [EventKind.OrderOpened]);
        var signs = await hosts.Data.Use((ManageSubscription m) => m.Open(partner, wanted, _administrator, CancellationToken.None));
        return (partner, secret, subscription, signs);
    }

    private void StartWorker() => _workers.Add(WorkerProcess.Start(hosts, _gateway.Address));
}
