using Domain.Supervision;
using Domain.WorkOrders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Supervision;

public static class SupervisionSetup
{
    /// <summary>What is under supervision.</summary>
    internal static void AddSupervision(this IServiceCollection services) =>
        services.AddSupervised<WorkOrder>(
            order => order.ClosedAt == null,
            s => order => SupervisionLimits.Default with { Days = s.GetRequiredService<AnswerLimits>().For(order.Category) });

    /// <summary>The worker, where <c>Worker:Enabled</c> does not say otherwise.</summary>
    public static void AddSupervisionWorker(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue("Worker:Enabled", true)) builder.Services.AddHostedService<SupervisionWorker>();
    }
}
