using System.Net.Mail;
using Domain.Bindings;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Given;
using Infrastructure.Gateways;
using Infrastructure.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simulators.Phones;

namespace Infrastructure.Tests.Gateways;

/// <summary>Our gateways against the simulators' program, which keeps the same contracts by code of its own.</summary>
public sealed class SimulatorsTests : IAsyncLifetime
{
    private SimulatedPhones _phones = null!;
    private IHost _host = null!;

    public Task InitializeAsync()
    {
        _phones = SimulatedPhones.Start();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(_phones.Settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddGateways();
        builder.Services.ConfigureHttpClientDefaults(c => c.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(2)));
        _host = builder.Build();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _host.Dispose();
        await _phones.DisposeAsync();
    }

    [Fact]
    public async Task An_sms_shows_on_the_phone_with_its_signature()
    {
        var sms = Sms("13800000001");
        var handover = Assert.Single(await Send(sms));
        Assert.Equal(HandoverOutcome.Accepted, handover.Outcome);
        var shown = Assert.Single(_phones.MessagesTo("13800000001"));
        Assert.Equal(("广州法院12368", "新工单。", sms.Id.ToString()), (shown.Title, shown.Text, shown.ClientId));
    }

    [Theory]
    [InlineData("14401201012340832", LicenceVerdict.Practising)]
    [InlineData("14401201012340000", LicenceVerdict.Unknown)]
    [InlineData("14401201012340001", LicenceVerdict.NotPractising)]
    [InlineData("14401201012340002", LicenceVerdict.Unavailable)]
    [InlineData("1", LicenceVerdict.Unknown)]
    public async Task The_lawyers_platform_answers_by_the_number(string licence, LicenceVerdict verdict) =>
        Assert.Equal(verdict, (await _host.Services.GetRequiredService<ILawyerRegister>().Look("彭伟", licence, default)).Verdict);

    [Fact]
    public async Task A_message_that_was_taken_and_not_answered_shows_once_when_it_is_sent_again()
    {
        var sms = Sms("13800000002");
        _phones.Switches[Gateway.Sms] = new Behaviour(Answers.TakesSilently);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Send(sms));
        _phones.Switches[Gateway.Sms] = new Behaviour();
        var (again, third) = (Assert.Single(await Send(sms)), Assert.Single(await Send(sms)));
        Assert.Equal((HandoverOutcome.Accepted, again.ProviderId), (again.Outcome, third.ProviderId));
        Assert.Equal(3, Assert.Single(_phones.MessagesTo("13800000002")).Handovers);
    }

    [Fact]
    public async Task A_gateway_can_be_told_to_fail_and_to_refuse()
    {
        _phones.Switches[Gateway.Sms] = new Behaviour(Answers.Fails);
        await Assert.ThrowsAsync<HttpRequestException>(() => Send(Sms("13800000003")));
        _phones.Switches[Gateway.Sms] = new Behaviour(Answers.Refuses);
        Assert.Equal(
            (HandoverOutcome.Refused, "simulator.refused"),
            Assert.Single(await Send(Sms("13800000003"))) is var h ? (h.Outcome, h.Code) : default
        );
        Assert.Empty(_phones.MessagesTo("13800000003"));
        Assert.Equal(
            (2, 1, 1),
            (_phones.Switches.Of(Gateway.Sms).Asked, _phones.Switches.Of(Gateway.Sms).Failed, _phones.Switches.Of(Gateway.Sms).Refused)
        );
    }

    [Fact]
    public async Task People_sign_in_by_wechat_with_codes_that_are_good_once()
    {
        var weChat = _host.Services.GetRequiredService<IWeChat>();
        var (chen, same, other) = (
            await weChat.Exchange("sim-chen", default),
            await weChat.Exchange("sim-chen.2", default),
            await weChat.Exchange("sim-li", default)
        );
        Assert.Equal(chen, same);
        Assert.NotEqual(chen, other);
        Assert.Equal(
            "auth.wechat_code_invalid",
            (await Assert.ThrowsAsync<RefusedException>(() => weChat.Exchange("sim-chen", default))).Code
        );
        Assert.Equal(
            "auth.wechat_code_invalid",
            (await Assert.ThrowsAsync<RefusedException>(() => weChat.Exchange("phone-13800138000", default))).Code
        );
        Assert.Equal("13800138000", await weChat.PhoneNumber("phone-13800138000", default));
        Assert.Equal(
            "litigant.wechat_phone_code_invalid",
            (await Assert.ThrowsAsync<RefusedException>(() => weChat.PhoneNumber("phone-13800138000", default))).Code
        );
    }

    [Fact]
    public async Task A_mail_is_shown_as_it_was_written()
    {
        using var smtp = new SmtpClient("127.0.0.1", _phones.SmtpPort);
        using var mail = new MailMessage(
            "12368@court.example",
            "judge@court.example",
            "一级督办：工单 GZ20261117-000064 超期未答复，请督促承办人尽快办理",
            "第一行：请督促办理。\n.第二行以点开头\n"
        );
        await smtp.SendMailAsync(mail);
        var shown = Assert.Single(_phones.MessagesTo("judge@court.example"));
        Assert.Equal((mail.Subject, "第一行：请督促办理。\n.第二行以点开头"), (shown.Title, shown.Text.ReplaceLineEndings("\n")));
    }

    private Task<IReadOnlyList<Handover>> Send(OutgoingNotice notice) =>
        _host.Services.GetServices<INoticeGateway>().Single(g => g.Channel == NoticeChannel.Sms).Send([notice], default);

    private static OutgoingNotice Sms(string to) =>
        new(
            Guid.CreateVersion7(),
            "work_order.dispatched",
            RecipientKind.Staff,
            null,
            to,
            "新工单",
            "【广州法院12368】新工单。",
            new Dictionary<string, string>(),
            null
        );
}
