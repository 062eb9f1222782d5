using Infrastructure.Notifications;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Gateways.Voice;

internal static class VoiceSetup
{
    /// <summary>The voice channel with its callbacks, where <c>Voice:BaseAddress</c> names a gateway; else there is none.</summary>
    /// <exception cref="SettingsException">Half a configuration.</exception>
    public static void AddVoice(this IHostApplicationBuilder builder, Action<IHttpClientBuilder> client)
    {
        var options = builder.Configuration.Section<VoiceOptions>("Voice");
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<VoiceCallbacks>();
        if (!options.IsConfigured)
            return;
        options.Check(builder.Environment.IsDevelopment());
        var address = new Uri(options.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/");
        client(builder.Services.AddHttpClient<INoticeGateway, VoiceGateway>("voice", http => http.BaseAddress = address));
    }
}
