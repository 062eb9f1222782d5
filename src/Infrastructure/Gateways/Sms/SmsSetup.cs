using Infrastructure.Notifications;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Gateways.Sms;

public static class SmsSetup
{
    /// <summary>The SMS channel with its callbacks, where <c>Sms:Provider</c> names one; else there is none.</summary>
    /// <exception cref="SettingsException">Half a configuration.</exception>
    public static void AddSms(this IHostApplicationBuilder builder, Action<IHttpClientBuilder> client)
    {
        var options = builder.Configuration.Section<SmsOptions>("Sms");
        builder.Services.AddSingleton(options);
        if (!options.IsConfigured)
            return;
        options.Check(builder.Environment.IsDevelopment());
        // Paths are relative to it, so that a gateway may live below a path of its host.
        var address = new Uri(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/");
        if (options.Provider == SmsOptions.CloudMas)
        {
            client(builder.Services.AddHttpClient<INoticeGateway, CloudMasSms>("sms", http => http.BaseAddress = address));
            builder.Services.AddSingleton<ISmsCallbacks, CloudMasSmsCallbacks>();
        }
        else
        {
            client(builder.Services.AddHttpClient<INoticeGateway, GatewaySms>("sms", http => http.BaseAddress = address));
            builder.Services.AddSingleton<ISmsCallbacks, GatewaySmsCallbacks>();
        }
    }
}
