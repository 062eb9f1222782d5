using System.Net;
using Domain.Organisation;
using EndToEnd.Tests.Browsing;
using Given;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests.DocumentService;

/// <summary>Every page and file of the Portal about service, asked for by every wrong kind of person.</summary>
public sealed class ServiceAccessTests(Platform platform) : PlatformTest(platform)
{
    private static readonly string[] s_readers = ["another division's clerk", "a judge of another case", "another court's president"];

    private static readonly HttpMethod[] s_methods = [HttpMethod.Get, HttpMethod.Post];

    [Fact]
    public async Task Every_route_about_service_has_its_line_in_the_walk()
    {
        var scene = await ServedScene.Of(Platform.Data);
        var routes = await Routes();
        Assert.Contains("/service/search", routes);
        Assert.Equal("", string.Join(" ", routes.Where(r => ServiceWalk.Path(r, scene) is null)));
    }

    [Fact]
    public async Task No_wrong_person_can_tell_what_is_theirs_not_from_what_is_not_there()
    {
        var scene = await ServedScene.Of(Platform.Data);
        var routes = await Routes();
        foreach (var (who, staff) in await WrongPeople())
        {
            using var visitor = new PortalVisitor(Platform.Portal);
            if (staff is not null)
                await visitor.SignIn(staff);
            foreach (var path in routes.Select(r => ServiceWalk.Path(r, scene)!))
            {
                foreach (var method in s_methods)
                {
                    var (status, elsewhere, body) = await visitor.Send(method, path);
                    var missing = await visitor.Send(method, scene.ForMissing(path));
                    var asked = $"{who}: {method} {path}";
                    Assert.Equal((asked, missing.Status, missing.Elsewhere), (asked, status, elsewhere));
                    Assert.True(status < HttpStatusCode.InternalServerError, $"{asked} gave {status}");
                    Assert.All(
                        scene.Secrets,
                        secret => Assert.False(body.Contains(secret, StringComparison.Ordinal), $"{asked} shows {secret}")
                    );
                    Assert.False(body.StartsWith("%PDF", StringComparison.Ordinal), $"{asked} gave a file");
                    if (staff is null)
                        Assert.True(
                            elsewhere == "/sign-in"
                                || status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed,
                            $"{asked} gave {status} {elsewhere}"
                        );
                }
            }
        }
    }

    [Fact]
    public async Task The_clerk_of_the_case_sees_it_where_the_others_see_nothing()
    {
        var scene = await ServedScene.Of(Platform.Data);
        using var clerk = new PortalVisitor(Platform.Portal);
        await clerk.SignIn(scene.Clerk);
        foreach (var path in new[] { "/service/search?state=Effective", "/exports/services?format=csv&state=Effective" })
            Assert.True((await clerk.Send(HttpMethod.Get, path)).Body.Contains(scene.Service.TaskNumber, StringComparison.Ordinal), path);
        foreach (
            var path in new[]
            {
                $"/service/documents/{scene.DocumentId}/file",
                $"/service/preview/uploads/{scene.Uploaded.Id}",
                $"/service/preview/handed-over/{scene.HandedOver.Id}",
                $"/service/certificates/{scene.Certificate.Id}",
                $"/service-evidence/{scene.Evidence.Id}",
            }
        )
            Assert.True((await clerk.Send(HttpMethod.Get, path)).Body.StartsWith("%PDF", StringComparison.Ordinal), path);
    }

    /// <summary>What a page reads only when it is live, no plain request sees.</summary>
    [Fact]
    public async Task A_live_page_of_a_service_tells_the_wrong_people_no_more_than_of_one_that_is_not_there()
    {
        var scene = await ServedScene.Of(Platform.Data);
        string[] paths = [$"/service/{scene.Service.Id}", $"/service/tasks/{scene.Service.TaskId}"];
        foreach (var (who, staff) in (await WrongPeople()).Where(p => p.Staff is not null && s_readers.Contains(p.Who)))
        {
            var desk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, staff!);
            foreach (var path in paths)
                Assert.Equal((who, await Shown(desk, scene.ForMissing(path))), (who, await Shown(desk, path)));
        }

        var clerk = await StaffPage.SignIn(Platform.Browser, Platform.Portal, scene.Clerk);
        foreach (var path in paths)
        {
            await clerk.Open(path);
            await Expect(clerk.Page.Locator("main")).ToContainTextAsync(scene.Service.TaskNumber);
        }

        static async Task<string> Shown(StaffPage desk, string path)
        {
            await desk.Open(path);
            var main = desk.Page.Locator("main");
            await Expect(main).ToContainTextAsync("没有");
            return await main.InnerTextAsync();
        }
    }

    [Fact]
    public async Task A_file_is_not_reached_by_its_hash_or_its_place_in_the_store()
    {
        var scene = await ServedScene.Of(Platform.Data);
        var sha256 = await Platform.Data.Pdf("judgment of the walk");
        using var clerk = new PortalVisitor(Platform.Portal);
        await clerk.SignIn(scene.Clerk);
        foreach (
            var path in new[]
            {
                $"/{sha256}",
                $"/files/{sha256}",
                $"/files/{sha256[..2]}/{sha256}",
                $"/data/files/{sha256[..2]}/{sha256}",
                $"/attachments/{sha256}",
                $"/service/documents/{sha256}/file",
            }
        )
        {
            var (status, _, body) = await clerk.Send(HttpMethod.Get, path);
            Assert.False(
                body.StartsWith("%PDF", StringComparison.Ordinal) || body.Contains("judgment of the walk", StringComparison.Ordinal),
                path
            );
            Assert.NotEqual((path, HttpStatusCode.OK), (path, status));
        }
    }

    private Task<List<string>> Routes() =>
        Platform.Data.Use(
            (EndpointDataSource endpoints) =>
                Task.FromResult(
                    endpoints
                        .Endpoints.OfType<RouteEndpoint>()
                        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                        .Where(ServiceWalk.IsAboutService)
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .ToList()
                )
        );

    private async Task<IReadOnlyList<(string Who, Staff? Staff)>> WrongPeople()
    {
        var (civil, criminal) = (await Platform.Data.Division(), await Platform.Data.Division(DivisionKind.Criminal));
        var elsewhere = await Platform.Data.Division(DivisionKind.Leadership, "panyu");
        List<(string, Staff?)> people =
        [
            ("nobody signed in", null),
            ("another division's clerk", await Platform.Data.Staff(Role.Clerk, criminal)),
            ("another division's head", await Platform.Data.Staff(Role.DivisionHead, criminal)),
            ("a judge of another case", await Platform.Data.Staff(Role.Judge, civil)),
            ("another court's president", await Platform.Data.Staff(Role.President, elsewhere)),
            (
                "another court's filing division",
                await Platform.Data.Staff(Role.FilingDivision, await Platform.Data.Division(DivisionKind.Filing, "panyu"))
            ),
            ("a hotline agent", await Platform.Data.Staff(Role.HotlineAgent, civil)),
            ("an administrator", await Platform.Data.Staff(Role.Administrator, civil)),
            ("the petition office", await Platform.Data.Staff(Role.PetitionOffice, civil)),
        ];
        foreach (var (_, staff) in people.Where(p => p.Item2 is not null))
            await Platform.Data.GivePassword(staff!);
        return people;
    }
}
