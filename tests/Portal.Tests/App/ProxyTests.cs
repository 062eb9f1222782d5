using System.Net;
using Given;
using Portal.App;

namespace Portal.Tests.App;

/// <summary>Over a socket of this machine: a server in memory has no address, so it could not tell a proxy from a stranger.</summary>
public sealed class ProxyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int SignInsPerMinute = 120;

    [Fact]
    public async Task A_forwarded_address_talks_nobody_around_the_limit_of_sign_ins()
    {
        await using var portal = new HostFactory<Root>(database.ConnectionString("unproxied"));
        using var http = Client(portal);
        for (var i = 0; i < SignInsPerMinute; i++)
            Assert.Equal(HttpStatusCode.BadRequest, await SignIn(http, $"198.51.100.{i}")); // the page's token is missing
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignIn(http, "203.0.113.1"));
    }

    [Fact]
    public async Task Behind_a_proxy_each_address_counts_for_itself_and_https_makes_every_cookie_secure()
    {
        await using var portal = new HostFactory<Root>(
            database.ConnectionString("proxied"),
            more: b => b.UseSetting("Proxy:Addresses:0", "127.0.0.1")
        );
        using var http = Client(portal);
        for (var i = 0; i < SignInsPerMinute; i++)
            await SignIn(http, "198.51.100.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignIn(http, "192.0.2.1, 198.51.100.1"));
        Assert.Equal(HttpStatusCode.BadRequest, await SignIn(http, "198.51.100.2"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var page = await http.SendAsync(request);
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    private static HttpClient Client(HostFactory<Root> portal)
    {
        portal.Listen();
        return new HttpClient { BaseAddress = portal.ClientOptions.BaseAddress };
    }

    private static async Task<HttpStatusCode> SignIn(HttpClient http, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
