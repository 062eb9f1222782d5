using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.App;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Nobody gets in: every page of the Portal, asked for by the wrong person.</summary>
public sealed partial class StrangerTests(Platform platform) : PlatformTest(platform)
{
    private static readonly List<(string Path, Type Page)> s_pages =
    [
        .. from page in typeof(Portal.App.Root).Assembly.GetTypes()
        from route in page.GetCustomAttributes<RouteAttribute>()
        where page.GetCustomAttribute<AllowAnonymousAttribute>() is null
        select (route.Template.Replace("{Id:guid}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal), page),
    ];

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_from_every_page()
    {
        Assert.NotEmpty(s_pages);
        using var stranger = new PortalVisitor(Platform.Portal);
        foreach (var (path, _) in s_pages)
            Assert.Equal((path, (HttpStatusCode.Found, "/sign-in")), (path, await stranger.Ask(path)));
    }

    [Fact]
    public async Task Each_role_reaches_its_own_pages_and_no_others()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var staff = await Platform.Data.Staff(role, await Platform.Data.Division());
            await Platform.Data.GivePassword(staff);
            using var visitor = new PortalVisitor(Platform.Portal);
            await visitor.SignIn(staff);
            foreach (var (path, page) in s_pages)
            {
                var isHers = Reach.Of(role, CourtLevel.Basic, page.GetCustomAttribute<ReachesAttribute>()!.Feature) != Extent.None;
                var (status, elsewhere) = await visitor.Ask(path);
                Assert.True(
                    isHers == (elsewhere != "/not-found" && status is HttpStatusCode.OK or HttpStatusCode.Found),
                    $"{role} asked for {path} and got {status} {elsewhere}"
                );
                Assert.True(elsewhere != "/sign-in", $"{role} was sent from {path} to sign-in");
            }
        }
    }

    [Fact]
    public async Task Each_role_reaches_its_own_files_and_no_others()
    {
        var endpoints = await Platform.Data.Use((EndpointDataSource all) => Task.FromResult(Files(all)));
        Assert.NotEmpty(endpoints);
        foreach (var role in Enum.GetValues<Role>())
        {
            var staff = await Platform.Data.Staff(role, await Platform.Data.Division());
            await Platform.Data.GivePassword(staff);
            using var visitor = new PortalVisitor(Platform.Portal);
            await visitor.SignIn(staff);
            foreach (var (path, feature) in endpoints)
            {
                var (status, elsewhere) = await visitor.Ask(path);
                Assert.True(
                    (Reach.Of(role, CourtLevel.Basic, feature) != Extent.None) == (elsewhere != "/not-found"),
                    $"{role} asked for {path} and got {status} {elsewhere}"
                );
                Assert.True(elsewhere != "/sign-in", $"{role} was sent from {path} to sign-in");
            }
        }
    }

    [Fact]
    public async Task A_page_of_another_role_says_that_there_is_no_such_page()
    {
        var (judge, _) = await Platform.Data.People();
        await Platform.Data.GivePassword(judge);
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, judge);
        await desk.Open("/intake");
        await Expect(desk.Page.GetByText("没有这个页面").First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".call")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_order_of_another_court_looks_like_one_that_does_not_exist()
    {
        var (owner, _) = await Platform.Data.People();
        var person = await Platform.Data.Litigant();
        var order = await Platform.Data.Message(person, await Platform.Data.Case(person, judge: owner));
        var (other, _) = await Platform.Data.People("panyu");
        await Platform.Data.GivePassword(other);
        var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, other);

        await desk.Open($"/work-orders/{Guid.CreateVersion7()}");
        var missing = await Shown();
        await desk.Open(order);
        Assert.Equal(missing, await Shown());

        async Task<string> Shown()
        {
            var pane = desk.Page.Locator(".c-detail");
            await Expect(pane).ToContainTextAsync("没有这件工单");
            return await pane.InnerTextAsync();
        }
    }

    /// <summary>What is asked for by GET and is no page.</summary>
    private static List<(string Path, Feature Feature)> Files(EndpointDataSource all) =>
        [
            .. from endpoint in all.Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
            where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            let reaches = endpoint.Metadata.GetMetadata<ReachesAttribute>()
            where reaches is not null
            select (
                "/"
                    + Parameter()
                        .Replace(
                            endpoint.RoutePattern.RawText!.TrimStart('/'),
                            p => p.Groups["kind"].Value == "int" ? "1" : Guid.CreateVersion7().ToString()
                        ),
                reaches.Feature
            ),
        ];

    [GeneratedRegex(@"\{\w+:(?<kind>guid|int)\}")]
    private static partial Regex Parameter();
}
