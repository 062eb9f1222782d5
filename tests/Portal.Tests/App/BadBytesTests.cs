using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Domain.Organisation;
using Given;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;

namespace Portal.Tests.App;

/// <summary>Every page, export and form of the Portal with what no page of ours sends: refused, never failed.</summary>
public sealed partial class BadBytesTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private static readonly string[] s_values = ["%00", "a%00b", "%FF%FE", "%ED%A0%80", "%25", "9999999999999999999"];

    /// <summary>Together they reach everything.</summary>
    private static readonly Role[] s_roles =
    [
        Role.Judge,
        Role.Clerk,
        Role.HotlineAgent,
        Role.DivisionHead,
        Role.FilingDivision,
        Role.Administrator,
    ];

    private static readonly (string ContentType, byte[] Body)[] s_bodies =
    [
        ("application/x-www-form-urlencoded", "Posted.Name=a%00b&_handler=sign-in&post=%00"u8.ToArray()),
        ("application/x-www-form-urlencoded; charset=nonsense", "Posted.Name=%00"u8.ToArray()),
        ("application/x-www-form-urlencoded; charset=utf-7", "Posted.Name=+AAA-"u8.ToArray()),
        ("application/x-www-form-urlencoded", [0xFF, 0xFE, 0x3D, 0x00]),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0"u8.ToArray()),
        ("multipart/form-data", "\0"u8.ToArray()),
        ("multipart/form-data; boundary=\"", "\0"u8.ToArray()),
        ("application/json; charset=nonsense", "\0"u8.ToArray()),
        ("nonsense", "\0"u8.ToArray()),
    ];

    private readonly HostFactory<Root> _portal = new(database.ConnectionString());

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData("a_b!")]
    [InlineData("1.2.3.4.5:99999")]
    public async Task A_host_name_that_is_none_is_refused(string name)
    {
        using var client = _portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation("Host", name);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("request.host_invalid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>An old page, blocked cookies, or something that is no page of ours.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded", "address.page_expired")]
    [InlineData("application/json", "address.invalid")]
    public async Task A_form_without_its_page_is_refused_in_Chinese(string type, string code)
    {
        using var client = _portal.CreateClient();
        using var body = new StringContent("a=1", System.Text.Encoding.UTF8, type);
        using var answer = await client.PostAsync("/sign-in", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_and_no_form_makes_anything_fail()
    {
        var data = new CourtData(_portal.Services);
        List<string> failed = [];
        foreach (var role in s_roles)
        {
            using var client = await SignedIn(data, role);
            foreach (var route in Routes())
            foreach (var value in s_values)
            {
                var query = string.Join('&', ParametersOf(route).Append("returnUrl").Select(name => $"{name}={value}"));
                await Walk(failed, client, HttpMethod.Get, $"{Path(route, value)}?{query}", null);
            }
        }

        using var poster = await SignedIn(data, Role.Judge);
        foreach (var path in Routes().Select(r => Path(r, "x")).Distinct())
        foreach (var (contentType, body) in s_bodies)
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            await Walk(failed, poster, HttpMethod.Post, path, content);
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed.Take(40)));
    }

    private static async Task Walk(List<string> failed, HttpClient client, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            failed.Add($"{method} {path} {content?.Headers.ContentType} → {(int)answer.StatusCode}");
        if (answer.IsSuccessStatusCode && !IsAsset(path) && answer.Headers.CacheControl?.NoStore != true)
            failed.Add($"{method} {path} may be kept: {answer.Headers.CacheControl}");
    }

    private async Task<HttpClient> SignedIn(CourtData data, Role role)
    {
        var staff = await data.Staff(role, await data.Division());
        await data.GivePassword(staff);
        var client = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(await client.GetStringAsync("/sign-in")).Groups[1].Value,
                ["Posted.Name"] = staff.LoginName,
                ["Posted.Password"] = CourtDataSigningIn.Password,
            }
        );
        using var signedIn = await client.PostAsync("/sign-in", content);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    private List<RouteEndpoint> Routes() =>
        [
            .. from endpoint in _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where !IsAsset("/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            where !endpoint.RoutePattern.RawText!.Contains("sign-out", StringComparison.Ordinal)
            select endpoint,
        ];

    /// <summary>The framework's own and files of the build.</summary>
    private static bool IsAsset(string path) =>
        path.StartsWith("/_", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal) || Asset().IsMatch(path);

    private static string Path(RouteEndpoint route, string value) =>
        route.RoutePattern.Parameters.Aggregate(
            "/" + route.RoutePattern.RawText!.TrimStart('/'),
            (text, p) => Regex.Replace(text, $@"\{{\**{p.Name}[^}}]*\}}", IdOr(p, value))
        );

    /// <summary>A NUL in a path reaches no host: servers refuse it.</summary>
    private static string IdOr(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter, string value) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "guid")
            ? Guid.CreateVersion7().ToString()
            : value.Replace("%00", "x", StringComparison.Ordinal);

    private static IEnumerable<string> ParametersOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
            ? page
                .Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null)
                .Select(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? p.Name)
            : (route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Select(p => p.Name!);

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\.[a-z0-9]{2,5}$")]
    private static partial Regex Asset();
}
