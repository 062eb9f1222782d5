using Domain.Supervision;
using Domain.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Supervision;

internal static class SupervisionSetup
{
    /// <summary>What is under supervision.</summary>
    public static void AddSupervision(this IServiceCollection services) =>
        services.AddSupervised<WorkOrder>(
            order => order.ClosedAt == null,
            s => order => SupervisionLimits.Default with { Days = s.GetRequiredService<AnswerLimits>().For(order.Category) });
}
