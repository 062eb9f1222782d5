using Domain.Bindings;
using Domain.Cases;
using Domain.Handling;
using Infrastructure.Settings;
using Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Bindings;

internal static class BindingSetup
{
    public static void AddBindings(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.Section<BindingSettings>("Bindings");
        builder
            .Services.AddSingleton(settings)
            .AddScoped<IFollowCasePeople, FollowCase<CaseBinding>>()
            .AddScoped<IThingsOfCase, ThingsOfCase<CaseBinding>>();
        // One that waits for the requester has no clock to count anew.
        builder.Services.AddSupervised<CaseBinding>(b => b.ClosedAt == null && !b.IsPaused, _ => _ => settings.Limits);
    }
}
