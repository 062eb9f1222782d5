using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using EndToEnd.Tests.Browsing;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.App;

namespace EndToEnd.Tests;

/// <summary>
/// The names of a case that is not public stand in no file of the Portal there is, by every role there is (domain facts §10.4). Pages:
/// <see cref="EveryPageTests"/>.
/// </summary>
[Collection(OnAnotherPlatform.Name)]
public sealed partial class NameTests(Platform platform) : PlatformTest(platform)
{
    private const string Person = "令狐婉清";
    private const string Other = "尉迟承泽";

    [Fact]
    public async Task Of_a_case_that_is_not_public_no_export_names_anybody()
    {
        var matter = await WholeMatter.Of(Platform.Data, "baiyun", Person, Other, CaseRestriction.Family, "抚养纠纷");
        var files = await Platform.Data.Use((EndpointDataSource all) => Task.FromResult(Files(all)));
        Assert.InRange(files.Count, 8, 100);
        List<string> named = [];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = new PortalVisitor(Platform.Portal);
            await visitor.SignIn(matter.People[role]);
            foreach (var (template, _) in files.Where(f => Reach.Of(role, CourtLevel.Basic, f.Feature) != Extent.None))
            {
                foreach (var path in EveryPage.Paths(template, matter))
                {
                    var (status, _, body) = await visitor.Send(HttpMethod.Get, path);
                    Assert.True((int)status < 500, $"{role} {path}: {status}");
                    if (Named(body) is { } found)
                        named.Add($"{role} {path}: {found}");
                }
            }
        }

        Assert.Equal("", string.Join("\n", named.Distinct()));
    }

    private static string? Named(string text) =>
        Names().Match(text) is { Success: true } found
            ? text[Math.Max(0, found.Index - 40)..Math.Min(text.Length, found.Index + 20)].ReplaceLineEndings(" ")
            : null;

    private static List<(string Template, Feature Feature)> Files(EndpointDataSource all) =>
        [
            .. from endpoint in all.Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
            where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            let reaches = endpoint.Metadata.GetMetadata<ReachesAttribute>()
            where reaches is not null
            select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), reaches.Feature),
        ];

    [GeneratedRegex("令狐|尉迟")]
    private static partial Regex Names();
}
