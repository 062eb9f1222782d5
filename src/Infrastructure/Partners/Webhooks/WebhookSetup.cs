using Domain.Partners;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Partners.Webhooks;

internal static class WebhookSetup
{
    /// <summary>On every host and in commands; who really pushes is decided in <c>WorkerSetup</c>.</summary>
    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.Section<WebhookOptions>("Webhooks");
        var addresses = new WebhookAddresses(options, builder.Environment);
        builder
            .Services.AddSingleton(options)
            .AddSingleton(addresses)
            .AddSingleton<IWebhookAddresses>(addresses)
            .AddSingleton<WebhookPost>()
            .AddSingleton<PartnerCalls>();
    }
}
