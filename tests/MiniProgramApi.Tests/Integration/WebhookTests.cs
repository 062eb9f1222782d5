using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Domain.Partners;
using Domain.Shared;
using Given;
using Infrastructure.Partners.Webhooks;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests.Integration;

/// <summary>What partners hear of, over real sockets, with the workers' rounds run by hand.</summary>
[Collection(ApiTest.Name)]
public sealed class WebhookTests(ApiHost host) : IAsyncLifetime
{
    private static readonly PartnerScope[] s_scopes = [.. PartnerData.Orders, PartnerScope.Events];
    private readonly SetClock _clock = new();
    private HostFactory<LitigantHub> _api = null!;
    private CourtData _data = null!;
    private WebhookReceiver _receiver = null!;
    private Actor _administrator = null!;

    public async Task InitializeAsync()
    {
        _receiver = WebhookReceiver.Start();
        _api = host.Another(_clock, ("Webhooks:AllowedNetworks:0", "127.0.0.1"), ("Webhooks:CallTimeout", "00:00:01"));
        _data = new CourtData(_api.Services);
        _administrator = await host.Data.Administrator();
        // What other tests have left is nobody's here.
        await host.Data.Use((CourtDb db) => db.Set<IntegrationEvent>().Where(e => e.SpreadAt == null).ExecuteDeleteAsync());
    }

    public async Task DisposeAsync()
    {
        await host.Data.Use((CourtDb db) => db.Set<WebhookDelivery>().ExecuteDeleteAsync());
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_partner_hears_signed_of_what_happens_and_reads_no_name()
    {
        var (partner, secret, subscription) = await Subscribed([EventKind.OrderOpened]);
        using var _ = partner;
        var number = (string)(await partner.Send(PartnerOrderTests.Message("WH-1"))).Body["number"]!;
        await Push();
        var push = Assert.Single(_receiver.Pushes);
        Assert.Equal(Signature(secret, push), push.Signature);
        var said = JsonNode.Parse(push.Body)!;
        Assert.Equal(
            (push.Id, "work_order.opened", number, "WH-1"),
            ((string)said["id"]!, (string)said["kind"]!, (string)said["subject"]!["number"]!, (string)said["subject"]!["reference"]!)
        );
        Assert.Equal(200, (await partner.Get((string)said["links"]!["self"]!)).Status);
        foreach (var inside in new[] { "陈建华", "13800138000", "台阶" })
            Assert.DoesNotContain(inside, push.Body, StringComparison.Ordinal);

        var second = await _data.Use((ManageSubscription m) => m.ChangeSecret(subscription, _administrator, CancellationToken.None));
        await partner.Http.PostAsJsonAsync("/integration/v1/replays", new { eventId = push.Id });
        await Push();
        var again = _receiver.Pushes.Last();
        Assert.Equal((push.Id, push.Body), (again.Id, again.Body));
        Assert.Equal($"{Signature(second, again)},{Signature(secret, again)}", again.Signature);
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_later_then_given_up_and_can_be_replayed()
    {
        _receiver.Status = 500;
        _receiver.Says = new string('错', 700);
        var (partner, _, subscription) = await Subscribed([EventKind.OrderOpened]);
        using var __ = partner;
        await partner.Send(PartnerOrderTests.Message("WH-2"));
        await Push();
        await Push();
        Assert.Single(_receiver.Pushes);
        _clock.Now += TimeSpan.FromSeconds(3);
        await Push();
        Assert.Equal(2, _receiver.Pushes.Count);
        _clock.Now += TimeSpan.FromDays(2);
        await Push();
        var (delivery, attempts) = await Delivery(subscription);
        Assert.Equal((DeliveryState.GivenUp, 3, 500), (delivery.State, delivery.Tries, delivery.LastStatus));
        Assert.Equal(3, attempts.Count);
        Assert.All(attempts, a => Assert.Equal(500, a.Answer.Length));

        (_receiver.Status, _receiver.Says) = (204, "");
        var count = await _data.Use((ReplayDeliveries r) => r.Since(delivery.At, subscription, _administrator, CancellationToken.None));
        Assert.Equal(1, count);
        await Push();
        Assert.Equal(DeliveryState.Delivered, (await Delivery(subscription)).Delivery.State);
        Assert.Single(_receiver.Pushes.Select(p => p.Id).Distinct());
    }

    [Fact]
    public async Task A_subscriber_that_fails_again_and_again_is_left_alone_and_then_asked_once()
    {
        _receiver.Status = 503;
        var (partner, _, subscription) = await Subscribed([EventKind.OrderOpened]);
        using var __ = partner;
        for (var i = 0; i < 7; i++)
            await partner.Send(PartnerOrderTests.Message($"WH-B{i}"));
        for (var i = 0; i < 10; i++)
            await Push();
        Assert.Equal(5, _receiver.Pushes.Count);
        _receiver.Status = 204;
        _clock.Now += TimeSpan.FromMinutes(2);
        for (var i = 0; i < 3; i++)
            await Push();
        Assert.Equal(7, _receiver.Pushes.Select(p => p.Id).Distinct().Count());
        Assert.Equal(
            0,
            await host.Data.Use(
                (CourtDb db) => db.Set<WebhookDelivery>().CountAsync(d => d.SubscriptionId == subscription && d.EndedAt == null)
            )
        );
    }

    [Fact]
    public async Task Nobody_is_followed_elsewhere_and_a_slow_one_is_not_waited_for()
    {
        await using var inside = WebhookReceiver.Start();
        (_receiver.Status, _receiver.Location) = (307, inside.Address);
        var (partner, _, subscription) = await Subscribed([EventKind.OrderOpened]);
        using var __ = partner;
        await partner.Send(PartnerOrderTests.Message("WH-3"));
        await Push();
        Assert.Equal(
            (307, "redirect"),
            ((await Delivery(subscription)).Delivery.LastStatus!.Value, (await Delivery(subscription)).Delivery.LastError)
        );
        (_receiver.Status, _receiver.Delay) = (204, TimeSpan.FromSeconds(3));
        _clock.Now += TimeSpan.FromSeconds(3);
        await Push();
        Assert.Equal("timeout", (await Delivery(subscription)).Delivery.LastError);
        Assert.Empty(inside.Pushes);
    }

    [Fact]
    public async Task Kinds_and_courts_that_are_not_the_subscribers_stay_unheard_and_a_pause_keeps_them()
    {
        var (partner, _, subscription) = await Subscribed([EventKind.OrderClosed]);
        using var _ = partner;
        await partner.Send(PartnerOrderTests.Message("WH-4"));
        await Push();
        Assert.Empty(_receiver.Pushes);
        await _data.Use(
            (ManageSubscription m) =>
                m.Set(new(subscription, _receiver.Address, [EventKind.OrderOpened]), _administrator, CancellationToken.None)
        );
        await _data.People("tianhe");
        await _data.Message(await _data.Litigant(), court: await _data.Court("tianhe"));
        await Push();
        Assert.Empty(_receiver.Pushes);
        await _data.Use((ManageSubscription m) => m.Become(subscription, PartnerState.Paused, _administrator, CancellationToken.None));
        await partner.Send(PartnerOrderTests.Message("WH-5"));
        await Push();
        Assert.Empty(_receiver.Pushes);
        await _data.Use((ManageSubscription m) => m.Become(subscription, PartnerState.Active, _administrator, CancellationToken.None));
        await Push();
        Assert.Single(_receiver.Pushes);
    }

    [Theory]
    [InlineData("http://127.0.0.2:81/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[64:ff9b::a00:1]/")]
    [InlineData("https://167772161/")]
    [InlineData("ftp://court.example/")]
    [InlineData("https://somebody@court.example/")]
    public async Task An_address_inside_is_not_taken(string url)
    {
        using var partner = await host.Partner(new PartnerSettings(s_scopes, []), _api, _administrator);
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use(
                (ManageSubscription m) =>
                    m.Open(partner.Id, new(Guid.CreateVersion7(), url, [EventKind.OrderOpened]), _administrator, CancellationToken.None)
            )
        );
        Assert.Equal("webhook.address_invalid", refused.Code);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_connected_to()
    {
        var strict = host.Another(null);
        var addresses = strict.Services.GetRequiredService<WebhookAddresses>();
        Assert.True(addresses.MayBe("http://localhost/"));
        using var post = new WebhookPost(
            addresses,
            new WebhookOptions(),
            strict.Services.GetRequiredService<IWebhookSecrets>(),
            TimeProvider.System
        );
        var (partner, _, subscription) = await Subscribed([EventKind.OrderOpened]);
        using var __ = partner;
        var port = new Uri(_receiver.Address).Port;
        await _data.Use(
            (ManageSubscription m) =>
                m.Set(new(subscription, $"http://localhost:{port}/hooks", [EventKind.OrderOpened]), _administrator, CancellationToken.None)
        );
        var to = await host.Data.Use((CourtDb db) => db.Set<WebhookSubscription>().AsNoTracking().SingleAsync(s => s.Id == subscription));
        var outcome = await post.Send(new WebhookDelivery { SubjectNumber = "GZ1", Body = "{}" }, to, CancellationToken.None);
        Assert.Equal("address", outcome.Error);
        Assert.Empty(_receiver.Pushes);
    }

    private async Task<(PartnerClient Partner, string Secret, Guid Subscription)> Subscribed(EventKind[] kinds)
    {
        var partner = await (await host.Partner(new PartnerSettings(s_scopes, []), _api, _administrator)).SignedIn();
        var id = Guid.CreateVersion7();
        var secret = await _data.Use(
            (ManageSubscription m) => m.Open(partner.Id, new(id, _receiver.Address, kinds), _administrator, CancellationToken.None)
        );
        return (partner, secret, id);
    }

    private async Task Push()
    {
        await _data.Use((SpreadEvents spread) => spread.Run(CancellationToken.None));
        await _data.Use((PushDeliveries push) => push.Run(CancellationToken.None));
    }

    private Task<(WebhookDelivery Delivery, List<WebhookAttempt> Attempts)> Delivery(Guid subscription) =>
        host.Data.Use(
            async (CourtDb db) =>
            {
                var delivery = await db.Set<WebhookDelivery>().AsNoTracking().SingleAsync(d => d.SubscriptionId == subscription);
                return (delivery, await db.Set<WebhookAttempt>().AsNoTracking().Where(a => a.DeliveryId == delivery.Id).ToListAsync());
            }
        );

    private static string Signature(string secret, WebhookReceiver.Push push) =>
        "v1="
        + Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{push.Timestamp}.{push.Body}"))
        );

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
