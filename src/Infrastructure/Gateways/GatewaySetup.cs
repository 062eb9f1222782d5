using System.Net.Mail;
using Domain.Bindings;
using Domain.Litigants;
using Infrastructure.Gateways.Email;
using Infrastructure.Gateways.Identity;
using Infrastructure.Gateways.Lawyers;
using Infrastructure.Gateways.Sms;
using Infrastructure.Gateways.Voice;
using Infrastructure.Gateways.WeChat;
using Infrastructure.Notifications;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Gateways;

public static class GatewaySetup
{
    /// <summary>The real gateways where they are configured; else simulators in Development, and a plain "unavailable" anywhere else.</summary>
    public static void AddGateways(this IHostApplicationBuilder builder) =>
        SettingsReading.Check(
            () => AddWeChat(builder),
            () => AddIdentity(builder),
            () => AddLawyers(builder),
            () => builder.AddSms(Client),
            () => builder.AddVoice(Client),
            () => AddEmail(builder)
        );

    private static void AddWeChat(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.Section<WeChatOptions>("WeChat");
        services.AddSingleton(options);
        services.AddSingleton(new SubscribeTemplates(options));
        services.AddSingleton<WeChatPush>();
        if (options.AppId.Length == 0)
        {
            if (builder.Environment.IsDevelopment())
                services.AddSingleton<IWeChat, WeChatSimulator>();
            else
                services.AddSingleton<IWeChat, NoWeChat>();
            return;
        }

        if (options.AppSecret.Length == 0)
            throw new SettingsException("WeChat:AppId is set but WeChat:AppSecret is not.");
        services.AddSingleton<WeChatTokens>();
        Client(services.AddHttpClient<IWeChat, WeChatClient>(http => http.BaseAddress = options.BaseAddress));
        Client(services.AddHttpClient(SubscribeCalls.Client, http => http.BaseAddress = options.BaseAddress));
        services.AddSingleton<SubscribeCalls>();
        services.AddSingleton<INoticeGateway, SubscribeGateway>();
    }

    private static void AddEmail(IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.Section<EmailOptions>("Email");
        if (options.Host.Length == 0)
            return; // a channel without gateway is passed over
        if (!MailAddress.TryCreate(options.From, out _))
            throw new SettingsException("Email:Host is set but Email:From is no address.");
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<INoticeGateway, EmailGateway>();
    }

    private static void AddIdentity(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.Section<IdentityOptions>("Identity");
        if (options.Endpoint is null)
        {
            if (builder.Environment.IsDevelopment())
                services.AddSingleton<IIdentityVerifier, IdentitySimulator>();
            else
                services.AddSingleton<IIdentityVerifier, NoIdentityVerifier>();
            return;
        }

        if (options.Key.Length == 0)
            throw new SettingsException("Identity:Endpoint is set but Identity:Key is not.");
        services.AddSingleton(options);
        Client(services.AddHttpClient<IIdentityVerifier, IdentityVerifier>());
    }

    private static void AddLawyers(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.Section<LawyerRegisterOptions>("Lawyers");
        if (options.Endpoint is null)
        {
            services.AddSingleton<ILawyerRegister, NoLawyerRegister>();
            return;
        }

        if (options.Key.Length == 0)
            throw new SettingsException("Lawyers:Endpoint is set but Lawyers:Key is not.");
        services.AddSingleton(options);
        Client(services.AddHttpClient<ILawyerRegister, LawyerRegister>());
    }

    /// <summary>Quick to give up, and silent: requests carry secrets and people's data.</summary>
    private static void Client(IHttpClientBuilder client) =>
        client
            .ConfigureHttpClient(http =>
            {
                http.Timeout = TimeSpan.FromSeconds(8);
                http.MaxResponseContentBufferSize = 64 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = TimeSpan.FromSeconds(3),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    AllowAutoRedirect = false,
                }
            )
            .RemoveAllLoggers();
}
