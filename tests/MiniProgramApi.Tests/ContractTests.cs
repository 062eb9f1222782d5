using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed partial class ContractTests(ApiHost host)
{
    private static readonly JsonSerializerOptions s_indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_host_is_ready_when_the_database_is_migrated() =>
        Assert.Equal("Healthy", System.Text.Encoding.UTF8.GetString((await host.Phone().Get("/health/ready")).IsOk()));

    [Fact]
    public async Task The_machine_readable_contract_has_every_call_of_the_written_one_and_no_other()
    {
        var described = (await Description())["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key["/api/v1".Length..]}"))
            .Order();
        var written = Calls()
            .Matches(await File.ReadAllTextAsync(WrittenContract()))
            .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}")
            .Order();
        Assert.Equal(written, described);
    }

    /// <summary>The client's types and its fake court are made from this copy. <c>OPENAPI=write</c> writes it anew.</summary>
    [Fact]
    public async Task The_clients_copy_of_the_description_is_the_one_that_is_served()
    {
        var described = (await Description()).AsObject();
        described.Remove("servers"); // where the test's host happens to listen
        var text = described.ToJsonString(s_indented).ReplaceLineEndings("\n") + "\n";
        var copy = Path.Combine(Path.GetDirectoryName(WrittenContract())!, "..", "miniprogram", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("OPENAPI") == "write")
            await File.WriteAllTextAsync(copy, text);
        Assert.True(
            text == await File.ReadAllTextAsync(copy),
            "miniprogram/api/openapi.json is not what the API serves: run this test with OPENAPI=write, then `npm run types`"
        );
    }

    [Fact]
    public async Task Every_call_says_how_it_is_refused_and_who_may_call_it()
    {
        string[] open =
        [
            "/api/v1/auth/wechat",
            "/api/v1/auth/sms-code",
            "/api/v1/auth/sms",
            "/api/v1/auth/refresh",
            "/api/v1/agreements",
            "/api/v1/surveys/{token}",
            "/api/v1/surveys/{token}/code",
            "/api/v1/surveys/{token}/answer",
            "/api/v1/verifications/{serial}",
            "/api/v1/preview-media/{ticket}",
            "/api/v1/document-links/{token}",
            "/api/v1/document-links/{token}/code",
            "/api/v1/document-links/{token}/visit",
        ];
        foreach (var (path, calls) in (await Description())["paths"]!.AsObject())
        {
            foreach (var (_, call) in calls!.AsObject())
            {
                Assert.NotNull(call!["responses"]!["default"]!["content"]!["application/problem+json"]);
                Assert.Equal(!open.Contains(path), call["security"] is not null);
                if (!open.Contains(path))
                    Assert.NotNull(call["responses"]!["401"]);
            }
        }
    }

    [Fact]
    public async Task Every_signed_call_refuses_a_caller_without_token()
    {
        foreach (var (path, calls) in (await Description())["paths"]!.AsObject())
        {
            foreach (var (method, call) in calls!.AsObject().Where(c => c.Value!["security"] is not null))
            {
                var request = new HttpRequestMessage(
                    new HttpMethod(method.ToUpperInvariant()),
                    Guids().Replace(path, Guid.CreateVersion7().ToString())
                );
                if (call!["requestBody"] is not null)
                    request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
                (await host.Phone().Send(request)).IsRefused(401, "auth.required");
            }
        }
    }

    [Fact]
    public async Task Answers_carry_the_headers_that_keep_pages_safe()
    {
        var answer = await host.Phone().Get("/courts");
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [GeneratedRegex(@"\{(id|\w+Id)\}")]
    private static partial Regex Guids();

    private async Task<JsonNode> Description() => (await host.Phone().Get("/openapi/v1.json")).Is(200);

    private static string WrittenContract()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "api.md");
    }

    // | POST `/auth/wechat` | …, with a query left out
    [GeneratedRegex(@"^\| (GET|POST|PATCH|DELETE) `(/[^`?]*)", RegexOptions.Multiline)]
    private static partial Regex Calls();
}
