using Domain.Calendar;
using Infrastructure.InboundMessages;
using Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>What sending needs, on every host and in commands; who really sends is decided in <c>WorkerSetup</c>.</summary>
    public static void AddOutbox(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.Section<OutboxOptions>("Outbox"));
        services.AddSingleton(builder.Configuration.Section<WorkingHours>("WorkingHours"));
        services.AddSingleton<ChannelGates>().AddSingleton<OutboxMetrics>().AddSingleton<StandingAlarms>();
        services
            .AddScoped<GiveReplyCodes>()
            .AddScoped<OutgoingNotices>()
            .AddScoped<ClaimNotices>()
            .AddScoped<SetAsideNotices>()
            .AddScoped<SendNotices>()
            .AddScoped<RaiseOutboxAlarm>();
    }
}
