using System.Globalization;
using System.Text;
using System.Text.Json;
using Domain.Notifications;
using Given;
using Infrastructure.Gateways.Sms;
using Infrastructure.Gateways.Voice;
using Infrastructure.Notifications;
using Infrastructure.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.Gateways;

public sealed class VoiceTests : IAsyncLifetime
{
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private readonly VoiceOptions _options = new() { Account = "court", Secret = "secret" };
    private FakeWeb _web = null!;

    public async Task InitializeAsync() => _web = await FakeWeb.Start();

    public async Task DisposeAsync() => await _web.DisposeAsync();

    [Fact]
    public async Task A_call_goes_signed_under_the_notices_id_and_gets_its_own_answer()
    {
        var (first, second, third) = (Call(), Call(), Call());
        _web.On(
            "/v1/calls",
            $$"""{"results":[{"id":"{{second.Id}}","status":"refused","code":"blacklist"},{"id":"{{first.Id}}","status":"accepted","providerId":"c1"}]}"""
        );
        Assert.Equal(
            [
                new Handover(first.Id, HandoverOutcome.Accepted, ProviderId: "c1"),
                new Handover(second.Id, HandoverOutcome.Refused, "blacklist"),
                new Handover(third.Id, HandoverOutcome.TryAgain, "voice.not_answered"),
            ],
            await Gateway().Send([first, second, third], default)
        );
        var asked = Assert.Single(_web.Heard);
        Assert.Equal(
            ("court", SmsSignature.Of("secret", asked.Headers["X-Timestamp"], Encoding.UTF8.GetBytes(asked.Body))),
            (asked.Headers["X-Account"], asked.Headers["X-Signature"])
        );
        using var sent = JsonDocument.Parse(asked.Body);
        var call = sent.RootElement.GetProperty("calls")[0];
        Assert.Equal(
            (first.Id.ToString(), "13800138000", "您好", 2),
            (
                call.GetProperty("id").GetString(),
                call.GetProperty("phone").GetString(),
                call.GetProperty("text").GetString(),
                call.GetProperty("times").GetInt32()
            )
        );
    }

    [Theory]
    [InlineData("2026-11-20T06:10:00+08:00", "2026-11-20T08:30:00+08:00")]
    [InlineData("2026-11-20T20:00:00+08:00", "2026-11-21T08:30:00+08:00")]
    public async Task Nobody_is_rung_up_at_night(string now, string again)
    {
        _clock.Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        var call = Call();
        Assert.Equal(
            [
                new Handover(
                    call.Id,
                    HandoverOutcome.NotNow,
                    "voice.not_at_night",
                    After: DateTimeOffset.Parse(again, CultureInfo.InvariantCulture) - _clock.Now
                ),
            ],
            await Gateway().Send([call], default)
        );
        Assert.Empty(_web.Heard);
    }

    [Fact]
    public async Task A_gateway_that_fails_is_asked_again_for_the_whole_batch()
    {
        _web.OnStatus("/v1/calls", 503);
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway().Send([Call()], default));
    }

    [Fact]
    public void An_answered_call_is_delivered_and_one_that_nobody_took_has_failed()
    {
        var id = Guid.CreateVersion7();
        var body = Encoding.UTF8.GetBytes(
            $$"""
            [{"id":"{{id}}","providerId":"c1","status":"answered","code":"ANSWERED","at":"2026-11-20T10:26:00+08:00"},
            {"providerId":"c2","status":"failed","code":"NO_ANSWER"},{"providerId":"c3","status":"ringing"}]
            """
        );
        var read = new VoiceCallbacks(_options).Receipts(body, _clock.Now)!;
        Assert.Equal(1, read.Unreadable);
        Assert.Equal(
            [("voice", "c1", id, true, "ANSWERED"), ("voice", "c2", null, false, "NO_ANSWER")],
            read.Items.Select(r => (r.Gateway, r.ProviderId, r.NoticeId, r.Delivered, r.Code))
        );
    }

    [Fact]
    public void A_call_says_nothing_that_only_eyes_can_use()
    {
        foreach (var kind in NoticeKinds.All.Where(k => k.AllChannels.Contains(NoticeChannel.Voice)))
            Assert.DoesNotContain("Link}", kind.BuiltIn(NoticeChannel.Voice).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_configuration_does_not_start()
    {
        var half = new VoiceOptions { BaseAddress = new Uri("http://voice.test"), Account = "court" };
        Assert.Contains(
            "Voice:Secret",
            Assert.Throws<SettingsException>(() => half.Check(isDevelopment: true)).Message,
            StringComparison.Ordinal
        );
    }

    private VoiceGateway Gateway() =>
        new(new HttpClient { BaseAddress = new Uri(_web.Address, "/v1/") }, _options, _clock, NullLogger<VoiceGateway>.Instance);

    private static OutgoingNotice Call() =>
        new(
            Guid.CreateVersion7(),
            "service.documents",
            RecipientKind.Phone,
            null,
            "13800138000",
            "法院文书送达",
            "您好",
            new Dictionary<string, string>(),
            null
        );
}
