using Infrastructure.Partners;
using Infrastructure.Settings;
using Microsoft.AspNetCore.Authentication;

namespace MiniProgramApi.Integration;

/// <summary>The API for partner systems (对接系统): docs/integration.md.</summary>
internal static class IntegrationSetup
{
    public const string Path = "/integration/v1";

    public static void AddIntegration(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.Section<IntegrationOptions>("Integration");
        builder.WebHost.AskForCertificates(options);
        builder
            .Services.AddSingleton(options)
            .AddSingleton<PartnerTokens>()
            .AddSingleton<TokenFailures>()
            .AddHostedService<PartnerCallWorker>();
        builder
            .Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, PartnerAuthentication>(PartnerAuthentication.Name, null);
        builder.Services.AddIntegrationDescription();
    }

    public static void MapIntegration(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IntegrationOptions>();
        var api = app.MapGroup(Path).WithGroupName(IntegrationDescription.Document).WithMetadata(new PartnerBodyLimit());
        if (options.Hosts.Count > 0)
            api.RequireHost([.. options.Hosts]);
        api.MapToken();
        api.MapCaseRecords();
        api.MapPartnerOrders();
        api.MapEvents();
    }
}
