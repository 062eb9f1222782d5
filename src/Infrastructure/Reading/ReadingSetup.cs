using Domain.Cases;
using Domain.Handling;
using Domain.Reading;
using Infrastructure.Settings;
using Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Reading;

internal static class ReadingSetup
{
    public static void AddReading(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.Section<ReadingSettings>("Reading");
        builder
            .Services.AddSingleton(settings)
            .AddSingleton<PagePainter>()
            .AddScoped<IFollowCasePeople, FollowCase<ReadingRequest>>()
            .AddScoped<IThingsOfCase, ThingsOfCase<ReadingRequest>>();
        builder.Services.AddSupervised<ReadingRequest>(r => r.ClosedAt == null, _ => _ => settings.Limits);
    }
}
