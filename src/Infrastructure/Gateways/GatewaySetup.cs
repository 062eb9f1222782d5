using Domain.Litigants;
using Infrastructure.Gateways.Identity;
using Infrastructure.Gateways.Sms;
using Infrastructure.Gateways.WeChat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Gateways;

public static class GatewaySetup
{
    /// <summary>The real gateways where they are configured; else simulators in Development, and a plain "unavailable" anywhere else.</summary>
    public static void AddGateways(this IHostApplicationBuilder builder)
    {
        AddWeChat(builder);
        AddIdentity(builder);
        builder.AddSms(Client);
    }

    private static void AddWeChat(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.GetSection("WeChat").Get<WeChatOptions>() ?? new WeChatOptions();
        if (options.AppId.Length == 0)
        {
            if (builder.Environment.IsDevelopment()) services.AddSingleton<IWeChat, WeChatSimulator>();
            else services.AddSingleton<IWeChat, NoWeChat>();
            return;
        }

        if (options.AppSecret.Length == 0) throw new InvalidOperationException("WeChat:AppId is set but WeChat:AppSecret is not.");
        services.AddSingleton(options);
        services.AddSingleton<WeChatTokens>();
        Client(services.AddHttpClient<IWeChat, WeChatClient>(http => http.BaseAddress = options.BaseAddress));
    }

    private static void AddIdentity(IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.Configuration.GetSection("Identity").Get<IdentityOptions>() ?? new IdentityOptions();
        if (options.Endpoint is null)
        {
            if (builder.Environment.IsDevelopment()) services.AddSingleton<IIdentityVerifier, IdentitySimulator>();
            else services.AddSingleton<IIdentityVerifier, NoIdentityVerifier>();
            return;
        }

        if (options.Key.Length == 0) throw new InvalidOperationException("Identity:Endpoint is set but Identity:Key is not.");
        services.AddSingleton(options);
        Client(services.AddHttpClient<IIdentityVerifier, IdentityVerifier>());
    }

    /// <summary>Quick to give up, and silent: requests carry secrets and people's data.</summary>
    private static void Client(IHttpClientBuilder client) => client
        .ConfigureHttpClient(http =>
        {
            http.Timeout = TimeSpan.FromSeconds(8);
            http.MaxResponseContentBufferSize = 64 * 1024;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        })
        .RemoveAllLoggers();
}
