using System.Globalization;
using System.Text;
using System.Text.Json;
using Domain.Notifications;
using Given;
using Infrastructure.Gateways;
using Infrastructure.Gateways.Sms;
using Infrastructure.Notifications;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Gateways;

/// <summary>Both ways to send an SMS, against recorded answers.</summary>
public sealed class SmsTests : IAsyncLifetime
{
    private const string Own = "/v1/messages";
    private const string Mas = "/v1/sms/norsubmit";
    private static readonly DateTimeOffset s_now = new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero);
    private readonly List<IHost> _hosts = [];
    private FakeWeb _web = null!;

    public async Task InitializeAsync() => _web = await FakeWeb.Start();

    public async Task DisposeAsync()
    {
        _hosts.ForEach(h => h.Dispose());
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task A_batch_goes_signed_and_each_message_gets_its_own_answer()
    {
        var (first, second, third, fourth) = (Sms(), Sms(), Sms(), Sms());
        _web.On(
            Own,
            $$"""
            {"results":[{"id":"{{third.Id}}","status":"later","code":"busy","retryAfter":30},
            {"id":"{{first.Id}}","status":"accepted","providerId":"p1","segments":1},
            {"id":"{{second.Id}}","status":"refused","code":"blacklist"},{"id":"{{Guid.CreateVersion7()}}","status":"accepted","providerId":"p9"}]}
            """
        );
        var handovers = await Gateway().Send([first, second, third, fourth], default);

        Assert.Equal(
            [
                new Handover(first.Id, HandoverOutcome.Accepted, ProviderId: "p1"),
                new Handover(second.Id, HandoverOutcome.Refused, "blacklist"),
                new Handover(third.Id, HandoverOutcome.TryAgain, "busy", After: TimeSpan.FromSeconds(30)),
                new Handover(fourth.Id, HandoverOutcome.TryAgain, "sms.not_answered"),
            ],
            handovers
        );
        var asked = Assert.Single(_web.Heard);
        Assert.Equal(
            ("court", s_now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            (asked.Headers["X-Account"], asked.Headers["X-Timestamp"])
        );
        Assert.Equal(
            SmsSignature.Of("secret", asked.Headers["X-Timestamp"], Encoding.UTF8.GetBytes(asked.Body)),
            asked.Headers["X-Signature"]
        );
        using var sent = JsonDocument.Parse(asked.Body);
        var message = sent.RootElement.GetProperty("messages")[0];
        Assert.Equal(
            (first.Id.ToString(), "13800000000", "广州法院12368", "新工单。", "01", 1),
            (
                message.GetProperty("id").GetString(),
                message.GetProperty("phone").GetString(),
                message.GetProperty("signature").GetString(),
                message.GetProperty("text").GetString(),
                message.GetProperty("extension").GetString(),
                message.GetProperty("segments").GetInt32()
            )
        );
    }

    [Fact]
    public async Task What_no_provider_would_take_does_not_leave_the_house()
    {
        var handovers = await Gateway()
            .Send([Sms(address: "02083210000"), Sms(address: ""), Sms(body: new string('长', 501)), Sms(body: " ")], default);
        Assert.Equal(["sms.number_invalid", "sms.number_invalid", "sms.too_long", "sms.empty"], handovers.Select(h => h.Code));
        Assert.All(handovers, h => Assert.Equal(HandoverOutcome.Refused, h.Outcome));
        Assert.Empty(_web.Heard);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(null)]
    public async Task A_gateway_that_knows_repetitions_is_asked_again_when_it_does_not_answer(int? status)
    {
        if (status is { } code)
            _web.OnStatus(Own, code);
        else
            _web.On(Own, [null]);
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway().Send([Sms()], default));
    }

    [Theory]
    [InlineData(
        """{"msgGroup":"1201090000001000000001","rspcod":"success","success":true}""",
        HandoverOutcome.Accepted,
        "",
        "1201090000001000000001"
    )]
    [InlineData("""{"msgGroup":"","rspcod":"IllegalMac","success":false}""", HandoverOutcome.TryAgain, "IllegalMac", null)]
    [InlineData("""{"msgGroup":"","rspcod":"InvalidMessage","success":false}""", HandoverOutcome.Refused, "InvalidMessage", null)]
    [InlineData("<html>502</html>", HandoverOutcome.Refused, CloudMasSms.OutcomeUnknown, null)]
    [InlineData(null, HandoverOutcome.Refused, CloudMasSms.OutcomeUnknown, null)]
    public async Task Cloud_mas_answers_once_and_is_never_asked_twice(
        string? answer,
        HandoverOutcome outcome,
        string code,
        string? providerId
    )
    {
        _web.On(Mas, answer);
        var notice = Sms();
        var handover = Assert.Single(await CloudMas().Send([notice], default));
        Assert.Equal((notice.Id, outcome, code, providerId), (handover.NoticeId, handover.Outcome, handover.Code, handover.ProviderId));
        Assert.Equal(1, _web.Calls(Mas));
    }

    [Theory]
    [InlineData(500, HandoverOutcome.Refused, CloudMasSms.OutcomeUnknown)]
    [InlineData(503, HandoverOutcome.TryAgain, "http.503")]
    [InlineData(429, HandoverOutcome.TryAgain, "http.429")]
    public async Task Cloud_mas_may_be_asked_again_only_where_it_says_that_it_took_nothing(int status, HandoverOutcome outcome, string code)
    {
        _web.OnStatus(Mas, status);
        var handover = Assert.Single(await CloudMas().Send([Sms()], default));
        Assert.Equal((outcome, code), (handover.Outcome, handover.Code));
    }

    [Fact]
    public async Task What_never_reached_cloud_mas_is_tried_again()
    {
        var gone = await FakeWeb.Start();
        var address = gone.Address;
        await gone.DisposeAsync();
        var handover = Assert.Single(await CloudMas(address).Send([Sms()], default));
        Assert.Equal((HandoverOutcome.TryAgain, "sms.unreachable"), (handover.Outcome, handover.Code));
    }

    [Fact]
    public async Task Cloud_mas_gets_base64_of_json_without_the_secret_and_without_our_signature()
    {
        _web.On(Mas, """{"msgGroup":"g1","rspcod":"success","success":true}""");
        await CloudMas().Send([Sms()], default);
        using var sent = JsonDocument.Parse(Convert.FromBase64String(Assert.Single(_web.Heard).Body));
        Assert.Equal(
            ["ecName", "apId", "mobiles", "content", "sign", "addSerial", "mac"],
            sent.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(("TestEc", "13800000000", "新工单。", "SIGN01"), (Value("ecName"), Value("mobiles"), Value("content"), Value("sign")));

        string? Value(string name) => sent.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public void The_check_value_of_cloud_mas_is_the_documented_one() =>
        Assert.Equal(
            "411270d0f08aabce8b77d19ab3a4ef0f",
            CloudMasSms.Mac(
                new SmsOptions
                {
                    Account = "TestEc",
                    User = "apid1",
                    Secret = "secret1",
                    SignCode = "SIGN01",
                },
                "13800000000",
                "hello"
            )
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Segments_are_counted_as_carriers_do(int length, int segments) =>
        Assert.Equal(segments, SmsText.Segments(new string('字', length)));

    [Fact]
    public void Half_a_configuration_does_not_start()
    {
        Assert.Contains(
            "Sms:CallbackSecret",
            Refusal(
                ("Sms:Provider", "Gateway"),
                ("Sms:BaseAddress", "https://sms.invalid"),
                ("Sms:Account", "a"),
                ("Sms:Secret", "s"),
                ("Sms:CallbackAddresses:0", "10.0.0.0/8")
            )
        );
        Assert.Contains("Sms:Provider is Pigeon", Refusal(("Sms:Provider", "Pigeon")));
        Assert.Contains("Sms:SignCode", Refusal(("Sms:Provider", "CloudMas")));
        Assert.Contains(
            "https",
            Refusal(
                ("Sms:Provider", "Gateway"),
                ("Sms:BaseAddress", "http://sms.invalid"),
                ("Sms:Account", "a"),
                ("Sms:Secret", "s"),
                ("Sms:CallbackSecret", new string('x', 20)),
                ("Sms:CallbackAddresses:0", "10.0.0.0/8")
            )
        );
    }

    [Fact]
    public void Without_a_provider_there_is_no_channel()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        builder.AddGateways();
        using var host = builder.Build();
        Assert.DoesNotContain(host.Services.GetServices<INoticeGateway>(), g => g.Channel == NoticeChannel.Sms);
    }

    private static string Refusal(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        return Assert.Throws<SettingsException>(builder.AddGateways).Message;
    }

    private static OutgoingNotice Sms(string address = "13800000000", string body = "【广州法院12368】新工单。") =>
        new(
            Guid.CreateVersion7(),
            "work_order.dispatched",
            RecipientKind.Staff,
            null,
            address,
            "新工单",
            body,
            new Dictionary<string, string>(),
            null
        );

    private INoticeGateway Gateway() => Start(("Provider", "Gateway"), ("Account", "court"), ("Secret", "secret"), ("Extension", "01"));

    private INoticeGateway CloudMas(Uri? at = null) =>
        Start(
            ("Provider", "CloudMas"),
            ("Account", "TestEc"),
            ("User", "apid1"),
            ("Secret", "secret1"),
            ("SignCode", "SIGN01"),
            ("BaseAddress", $"{at ?? _web.Address}v1")
        );

    private INoticeGateway Start(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration["Sms:BaseAddress"] = $"{_web.Address}v1/";
        builder.Configuration["Sms:CallbackSecret"] = new string('x', 24);
        foreach (var (key, value) in settings)
            builder.Configuration[$"Sms:{key}"] = value;
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock(s_now));
        builder.AddGateways();
        _hosts.Add(builder.Build());
        return _hosts[^1].Services.GetServices<INoticeGateway>().Single(g => g.Channel == NoticeChannel.Sms);
    }
}
