using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.Organisation;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class LiveTests(ApiHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_given_on_another_host_reaches_the_open_phone(bool tokenInHeader)
    {
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division);
        var litigant = await host.Data.Litigant();
        var order = await host.Data.Message(litigant, await host.Data.Case(litigant, division, judge));
        var phone = await host.SignedIn(litigant);
        await using var mine = await Listener.Open(host.Factory, phone.AccessToken!, tokenInHeader);
        await using var strangers = await Listener.Open(host.Factory, (await host.SignedInByWeChat()).AccessToken!);

        await new CourtData(host.Another().Services).Answer(order, judge);

        await Wait.Until(
            "the phone hears of the answer",
            () => mine.Heard.Any(c => (string)c["topic"]! == "workOrder" && (Guid)c["id"]! == order.Id && (long)c["version"]! > 0)
        );
        Assert.DoesNotContain(strangers.Heard, c => (string)c["topic"]! == "workOrder");
        Assert.NotNull((await phone.Get($"/work-orders/{order.Id}")).Is(200)["answer"]);
    }

    [Fact]
    public async Task What_the_trial_system_says_reaches_the_open_phone_and_so_does_leaving_the_case()
    {
        var idNumber = CourtData.IdNumber(CourtData.Next());
        var litigant = await host.Data.Litigant(idNumber: idNumber);
        var record = TrialRecords.Of(await host.Data.Division(), plaintiff: idNumber);
        var phone = await host.SignedIn(litigant);
        await using var mine = await Listener.Open(host.Factory, phone.AccessToken!);
        var taking = new CourtData(host.Another().Services);

        await Send(record);
        var id = (string)(await phone.Get("/cases")).Is(200)["items"]![0]!["id"]!;
        await Wait.Until("the phone hears of the case", () => Heard() == 1);
        await Send(record with { Version = 2, Parties = [record.Parties[1]] });
        await Wait.Until("the phone hears that the case is left", () => Heard() == 2);
        (await phone.Get($"/cases/{id}/page")).IsRefused(404, "case.not_found");

        int Heard() => mine.Heard.Count(c => (string)c["topic"]! == "case" && (string?)c["id"] == id);
        Task Send(TrialRecord sent) => taking.Use((TakeOverCases u) => u.Handle([new RecordLine(1, sent)], RecordSender.Folder, default));
    }

    [Fact]
    public async Task Nobody_listens_without_a_token()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Listener.Open(host.Factory, "nonsense"));
        Assert.Contains("401", refused.Message);
    }

    [Fact]
    public async Task A_session_that_ends_on_another_host_loses_its_connection()
    {
        var person = $"hub{CourtData.Next()}";
        var (phone, other) = (await host.SignedInByWeChat(person), await host.SignedInByWeChat(person, host.Another()));
        await using var listener = await Listener.Open(host.Factory, phone.AccessToken!);
        var id = (await other.Get("/me/sessions")).Is(200)["items"]!.AsArray().Single(d => !(bool)d!["current"]!)!["id"];
        (await other.Delete($"/me/sessions/{id}")).Is(204);
        await Wait.Until("the connection is closed", () => listener.State == HubConnectionState.Disconnected);
    }

    [Fact]
    public async Task After_an_interruption_of_the_feed_everybody_is_told_to_look_again()
    {
        await using var listener = await Listener.Open(host.Factory, (await host.SignedInByWeChat()).AccessToken!);
        await host.Data.Use(
            (CourtDb db) =>
                db.Database.ExecuteSqlRawAsync(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'live feed' AND datname = current_database()"
                )
        );
        await Wait.Until("the phone hears of it", () => listener.Heard.Any(c => (string)c["topic"]! == "all"));
    }

    [Fact]
    public async Task A_verified_name_is_told_to_the_persons_other_devices()
    {
        var person = $"me{CourtData.Next()}";
        var (phone, other) = (await host.SignedInWithPhone(person), await host.SignedInByWeChat(person));
        await using var listener = await Listener.Open(host.Factory, other.AccessToken!);
        (await phone.Post("/me/real-name", new { name = "陈华", idNumber = CourtData.IdNumber(CourtData.Next()) })).Is(200);
        await Wait.Until("the phone hears of it", () => listener.Heard.Any(c => (string)c["topic"]! == "me"));
    }

    private sealed class Listener : IAsyncDisposable
    {
        private readonly HubConnection _hub;

        private Listener(HubConnection hub) => _hub = hub;

        public ConcurrentQueue<JsonNode> Heard { get; } = new();
        public HubConnectionState State => _hub.State;

        public static async Task<Listener> Open(HostFactory<LitigantHub> on, string token, bool inHeader = true)
        {
            var hub = HubClient.Over(ct => Connect(on.Server, token, inHeader, ct));
            var listener = new Listener(hub);
            hub.On<JsonNode>("changed", listener.Heard.Enqueue);
            await hub.StartAsync();
            return listener;
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();

        private static Task<WebSocket> Connect(TestServer server, string token, bool inHeader, CancellationToken ct)
        {
            var client = server.CreateWebSocketClient();
            if (inHeader)
                client.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
            var query = inHeader ? "" : $"?access_token={Uri.EscapeDataString(token)}";
            return client.ConnectAsync(new Uri(server.BaseAddress, $"/hubs/live{query}"), ct);
        }
    }
}
