using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MiniProgramApi.Tests;

/// <summary>Every route of the API with what no client of ours sends: refused, never failed.</summary>
[Collection(ApiTest.Name)]
public sealed class BadBytesTests(ApiHost host)
{
    private static readonly string[] s_values = ["%00", "a%00b", "%FF%FE", "%ED%A0%80", "%25", "\u202E", new('9', 3_000)];

    private static readonly (string ContentType, byte[] Body)[] s_bodies =
    [
        ("application/json; charset=nonsense", "{}"u8.ToArray()),
        ("application/json; charset=utf-7", "{}"u8.ToArray()),
        ("application/json; charset=utf-16", Encoding.Unicode.GetBytes("{}")),
        ("application/json", [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]),
        ("application/json", Encoding.UTF8.GetBytes("{\"PROPERTY\":\"\\ud800\"}")),
        ("application/json", Encoding.UTF8.GetBytes("{\"PROPERTY\":\"\\u0000\"}")),
        ("application/json", "\0"u8.ToArray()),
        ("application/x-www-form-urlencoded; charset=nonsense", "a=%00"u8.ToArray()),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0"u8.ToArray()),
        ("multipart/form-data; charset=nonsense", "\0"u8.ToArray()),
        ("nonsense", "\0"u8.ToArray()),
    ];

    [Fact]
    public async Task No_query_and_no_path_makes_a_route_fail()
    {
        var phone = await host.SignedInByWeChat();
        List<string> failed = [];
        foreach (var (method, route) in Routes())
        foreach (var value in s_values)
        {
            var path = route.RoutePattern.Parameters.Aggregate(
                "/" + route.RoutePattern.RawText!.TrimStart('/'),
                (text, p) => System.Text.RegularExpressions.Regex.Replace(text, $@"\{{{p.Name}[^}}]*\}}", IdOr(p, value))
            );
            var query = string.Join('&', ParametersOf(route).Select(name => $"{name}={value}"));
            await Walk(phone, failed, method, $"{path}?{query}&{value}=1", null);
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed.Take(40)));
    }

    [Fact]
    public async Task No_body_makes_a_route_fail()
    {
        var phone = await host.SignedInByWeChat();
        List<string> failed = [];
        foreach (var (method, route) in Routes().Where(r => r.Method == "POST"))
        {
            var path = route.RoutePattern.Parameters.Aggregate(
                "/" + route.RoutePattern.RawText!.TrimStart('/'),
                (text, p) => System.Text.RegularExpressions.Regex.Replace(text, $@"\{{{p.Name}[^}}]*\}}", IdOr(p, "x"))
            );
            foreach (var (contentType, body) in s_bodies)
            {
                var names = PropertiesOf(route);
                foreach (var name in names.Count == 0 ? ["a"] : names)
                {
                    var content = new ByteArrayContent(
                        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace("PROPERTY", name, StringComparison.Ordinal))
                    );
                    content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                    await Walk(phone, failed, method, path, content);
                }
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed.Take(40)));
    }

    private static async Task Walk(Phone phone, List<string> failed, string method, string path, HttpContent? content)
    {
        var answer = await phone.Send(new HttpRequestMessage(new HttpMethod(method), path) { Content = content });
        // 503 with a code is a refusal: nobody to take a message, no gateway.
        if (answer.Status >= 500 && (answer.Bytes.Length == 0 || answer.Code == "server.error"))
            failed.Add($"{method} {path} {content?.Headers.ContentType} → {answer.Status}");
    }

    private List<(string Method, RouteEndpoint Route)> Routes() =>
        [
            .. from endpoint in host.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where !endpoint.RoutePattern.RawText!.StartsWith("/health", StringComparison.Ordinal)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
            where method is "GET" or "POST" or "DELETE"
            where !endpoint.RoutePattern.RawText!.EndsWith("/auth/sign-out", StringComparison.Ordinal)
            select (method, endpoint),
        ];

    private static string IdOr(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter, string value) =>
        parameter.ParameterPolicies.Any(p => p.Content == "guid")
            ? Guid.CreateVersion7().ToString()
            : value.Replace("%00", "x", StringComparison.Ordinal); // a NUL in a path reaches no host: servers refuse it

    private static IEnumerable<string> ParametersOf(RouteEndpoint route) =>
        from parameter in route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []
        where parameter.ParameterType.IsValueType || parameter.ParameterType == typeof(string)
        select parameter.Name!;

    private static List<string> PropertiesOf(RouteEndpoint route) =>
        [
            .. from parameter in route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []
            where parameter.Name == "body"
            from property in parameter.ParameterType.GetProperties()
            select System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name),
        ];
}
