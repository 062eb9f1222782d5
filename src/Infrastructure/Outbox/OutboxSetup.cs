using Domain.Calendar;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Outbox;

internal static class OutboxSetup
{
    /// <summary>What sending needs, on every host and in commands; who really sends is decided in <c>WorkerSetup</c>.</summary>
    public static void AddOutbox(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection("Outbox").Get<OutboxOptions>() ?? new OutboxOptions());
        services.AddSingleton(builder.Configuration.GetSection("WorkingHours").Get<WorkingHours>() ?? new WorkingHours());
        services.AddSingleton<ChannelGates>().AddSingleton<OutboxMetrics>();
        services
            .AddScoped<OutgoingNotices>()
            .AddScoped<ClaimNotices>()
            .AddScoped<SetAsideNotices>()
            .AddScoped<SendNotices>()
            .AddScoped<RaiseOutboxAlarm>();
    }
}
