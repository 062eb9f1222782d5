using System.Reflection;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.App;

/// <summary>What an address of the Portal leads to, read off its pages, for somebody who may not open it in the present post.</summary>
internal static class PageReach
{
    private static readonly List<(string[] Parts, Feature Feature)> s_pages =
    [
        .. from page in typeof(Root).Assembly.GetTypes()
        let reaches = page.GetCustomAttribute<ReachesAttribute>()
        where reaches is not null
        from route in page.GetCustomAttributes<RouteAttribute>()
        select (route.Template.Split('/'), reaches.Feature),
    ];

    /// <param name="address">From the root, with or without a query.</param>
    /// <returns>Null where there is no such page.</returns>
    public static Feature? FeatureOf(string address)
    {
        var parts = PathOf(address).Split('/');
        return s_pages.Where(p => Fits(p.Parts, parts)).Select(p => (Feature?)p.Feature).FirstOrDefault();
    }

    /// <returns>The thing that the page is about; null where it is about none, or about none that has a page of its own.</returns>
    public static (SubjectKind Kind, Guid Id)? SubjectOf(string address)
    {
        var path = PathOf(address);
        foreach (var id in path.Split('/').Select(p => Guid.TryParse(p, out var id) ? id : (Guid?)null).OfType<Guid>())
        {
            foreach (var kind in Enum.GetValues<SubjectKind>())
            {
                var page = SubjectPages.Of(kind, id);
                if (
                    page.Contains($"{id}", StringComparison.Ordinal)
                    && $"{path}/".StartsWith($"{page}/", StringComparison.OrdinalIgnoreCase)
                )
                    return (kind, id);
            }
        }

        return null;
    }

    private static string PathOf(string address) => address.Split('?', '#')[0].TrimEnd('/');

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length
        && template
            .Zip(path)
            .All(p =>
                p.First.EndsWith(":guid}", StringComparison.Ordinal)
                    ? Guid.TryParse(p.Second, out _)
                    : string.Equals(p.First, p.Second, StringComparison.OrdinalIgnoreCase)
            );
}
