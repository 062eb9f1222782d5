using Domain.Cases;
using Domain.Handling;
using Domain.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Supervision;

internal static class SupervisionSetup
{
    /// <summary>What is under supervision.</summary>
    public static void AddSupervision(this IServiceCollection services) =>
        services
            .AddScoped<IFollowCasePeople, FollowCase<WorkOrder>>()
            .AddScoped<IThingsOfCase, ThingsOfCase<WorkOrder>>()
            .AddSupervised<WorkOrder>(
                order => order.ClosedAt == null,
                s => order => s.GetRequiredService<AnswerLimitDefaults>().For(order.Category)
            ); // from before limits were data
}
