using System.Reflection;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Microsoft.AspNetCore.Components;
using Portal.App;

namespace EndToEnd.Tests;

/// <summary>The pages of the Portal, by whom and about what they can be looked at: for tests that walk through all of them.</summary>
internal static partial class EveryPage
{
    /// <summary>Who reaches furthest, and who sees only what is their own: pages show each of them the most of one kind.</summary>
    public static IEnumerable<Role> Reaching(Feature feature)
    {
        var roles = Enum.GetValues<Role>()
            .Where(r => Reach.Of(r, CourtLevel.Basic, feature) != Extent.None)
            .OrderByDescending(r => Reach.Of(r, CourtLevel.Basic, feature))
            .ToList();
        return roles.Count == 0 ? [] : new[] { roles[0], roles[^1] }.DistinctBy(r => Reach.Of(r, CourtLevel.Basic, feature));
    }

    /// <summary>A new page is here by itself.</summary>
    public static IEnumerable<(string Template, Feature Feature, bool IsLive)> Pages() =>
        from page in typeof(Root).Assembly.GetTypes()
        let reaches = page.GetCustomAttribute<ReachesAttribute>()
        where reaches is not null
        from route in page.GetCustomAttributes<RouteAttribute>()
        select (route.Template, reaches.Feature, page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null);

    /// <summary>About what it can be: where that is not known here, about everything there is.</summary>
    public static IEnumerable<string> Paths(string template, WholeMatter matter)
    {
        if (!Id().IsMatch(template))
            return [template];
        var ids =
            template.StartsWith("/work-orders/", StringComparison.Ordinal) || template.StartsWith("/proof/", StringComparison.Ordinal)
                ? matter.Orders
            : template.StartsWith("/service/tasks/", StringComparison.Ordinal) ? [matter.Task]
            : template.StartsWith("/service/{", StringComparison.Ordinal) ? matter.Services
            : template.StartsWith("/address-confirmations/case/", StringComparison.Ordinal) ? [matter.Case]
            : matter.Ids;
        return ids.Select(id => Id().Replace(template, id.ToString()));
    }

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex Id();
}
