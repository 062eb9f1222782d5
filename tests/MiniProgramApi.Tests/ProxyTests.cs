using System.Net;
using System.Text;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

/// <summary>
/// Who calls, over a socket of this machine: no stranger talks around the limits or a callback's list by a header. A server in memory
/// has no address of its own, so it could not see the difference.
/// </summary>
[Collection(ApiTest.Name)]
public sealed class ProxyTests(ApiHost host)
{
    private const string Secret = "callback-secret-of-24-ch";
    private const string Gateway = "203.0.113.9";

    [Fact]
    public async Task Without_proxies_a_forwarded_address_is_nobodys()
    {
        using var http = Client(Api(("RateLimits:SignInPerAddress", "2")));
        Assert.Equal(HttpStatusCode.NotFound, await CallBack(http, Gateway));
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests],
            [await SignIn(http, "198.51.100.1"), await SignIn(http, "198.51.100.2"), await SignIn(http, "198.51.100.3")]
        );
    }

    [Fact]
    public async Task Behind_a_proxy_only_what_the_proxy_adds_counts()
    {
        using var http = Client(Api(("RateLimits:SignInPerAddress", "1"), ("Proxy:Addresses:0", "127.0.0.0/8")));
        Assert.Equal(HttpStatusCode.OK, await CallBack(http, Gateway));
        Assert.Equal(HttpStatusCode.NotFound, await CallBack(http, $"{Gateway}, 198.51.100.7"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(http, "198.51.100.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(http, "198.51.100.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignIn(http, "192.0.2.77, 198.51.100.1"));
    }

    [Fact]
    public async Task Behind_two_proxies_the_last_address_that_a_proxy_wrote_counts()
    {
        using var http = Client(Api(("Proxy:Addresses:0", "127.0.0.1"), ("Proxy:Addresses:1", "10.0.0.0/8"), ("Proxy:Hops", "2")));
        Assert.Equal(HttpStatusCode.OK, await CallBack(http, $"{Gateway}, 10.0.0.5"));
        Assert.Equal(HttpStatusCode.NotFound, await CallBack(http, $"{Gateway}, 198.51.100.7, 10.0.0.5"));
        Assert.Equal(HttpStatusCode.NotFound, await CallBack(http, $"{Gateway}, 10.0.0.6, 10.0.0.5"));
    }

    [Fact]
    public async Task A_caller_who_is_no_proxy_is_not_believed()
    {
        using var http = Client(Api(("Proxy:Addresses:0", "10.0.0.5")));
        Assert.Equal(HttpStatusCode.NotFound, await CallBack(http, Gateway));
    }

    [Fact]
    public async Task In_production_a_forwarded_header_without_a_proxy_is_refused_aloud()
    {
        var connection = await host.Data.Use((CourtDb db) => Task.FromResult(db.Database.GetConnectionString()!));
        await using var api = new HostFactory<LitigantHub>(connection, "Production", b => b.UseProductionSettings());
        using var http = Client(api);
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(http, "198.51.100.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignIn(http, null));
    }

    private HostFactory<LitigantHub> Api(params (string, string)[] settings) =>
        host.Another(
            null,
            [
                ("Sms:Provider", "Gateway"),
                ("Sms:BaseAddress", "http://127.0.0.1:9"),
                ("Sms:Account", "court"),
                ("Sms:Secret", SmsCallbackTests.Key),
                ("Sms:CallbackSecret", Secret),
                ("Sms:CallbackAddresses:0", Gateway),
                .. settings,
            ]
        );

    private static HttpClient Client(HostFactory<LitigantHub> api)
    {
        api.Listen();
        return new HttpClient { BaseAddress = api.ClientOptions.BaseAddress };
    }

    private static async Task<HttpStatusCode> CallBack(HttpClient http, string forwarded)
    {
        const string body = """[{"providerId":"proxied","status":"delivered","code":"DELIVRD"}]""";
        var timestamp = SmsCallbackTests.Timestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/gateways/sms/{Secret}/receipts")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", SmsCallbackTests.Sign(timestamp, body));
        return await Send(http, request, forwarded);
    }

    private static async Task<HttpStatusCode> SignIn(HttpClient http, string? forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/refresh")
        {
            Content = new StringContent("""{"refreshToken":"nonsense"}""", Encoding.UTF8, "application/json"),
        };
        return await Send(http, request, forwarded);
    }

    private static async Task<HttpStatusCode> Send(HttpClient http, HttpRequestMessage request, string? forwarded)
    {
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
