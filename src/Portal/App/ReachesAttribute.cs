using Domain.Organisation;
using Microsoft.AspNetCore.Authorization;

namespace Portal.App;

/// <summary>A page for whoever reaches a feature (<see cref="Reach"/>); to others it is not there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReachesAttribute(Feature feature) : AuthorizeAttribute(ReachPolicies.Name(feature))
{
    public Feature Feature { get; } = feature;
}

/// <summary>One policy for each feature, made from the table of reach.</summary>
internal static class ReachPolicies
{
    public static string Name(Feature feature) => $"reach:{feature}";

    public static void AddReach(this AuthorizationBuilder authorization)
    {
        foreach (var feature in Enum.GetValues<Feature>())
            authorization.AddPolicy(
                Name(feature),
                policy =>
                    policy.RequireAssertion(asked =>
                        asked.User.Identity is { IsAuthenticated: true } && asked.User.ToActor().Reaches(feature)
                    )
            );
    }

    /// <summary>An endpoint for whoever reaches a feature.</summary>
    public static TBuilder RequireReach<TBuilder>(this TBuilder endpoints, Feature feature)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(new ReachesAttribute(feature));
}
