using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Domain.CityChanges;
using Domain.Partners;
using Domain.Shared;
using Given;
using Infrastructure.Partners;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.Integration;

/// <summary>How partner systems get in, and who does not (RFC 6749, 6750).</summary>
[Collection(ApiTest.Name)]
public sealed class PartnerTokenTests(ApiHost host)
{
    private const string Orders = "/integration/v1/work-orders?reference=nothing";

    [Fact]
    public async Task A_partner_gets_a_token_for_what_it_may_do_and_no_more()
    {
        using var partner = await host.Partner();
        using var answer = await partner.Token();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(
            ("Bearer", 900, "work-orders:write work-orders:read"),
            ((string)token["token_type"]!, (int)token["expires_in"]!, (string)token["scope"]!)
        );

        await AssertError(await partner.Token("cases:write"), HttpStatusCode.BadRequest, "invalid_scope");
        await partner.SignedIn("work-orders:write");
        var (status, refused) = await partner.Get(Orders);
        Assert.Equal((403, "integration.scope_missing"), (status, (string)refused["code"]!));
        await partner.SignedIn();
        Assert.Equal(404, (await partner.Get(Orders)).Status);
    }

    [Fact]
    public async Task Both_ways_of_showing_the_secret_are_taken_and_wrong_requests_answered_as_the_RFC_says()
    {
        using var partner = await host.Partner();
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{partner.Id:N}:{partner.Secret}"));
        Assert.Equal(HttpStatusCode.OK, (await Ask(partner, basic, ("grant_type", "client_credentials"))).StatusCode);
        await AssertError(await Ask(partner, basic, ("grant_type", "password")), HttpStatusCode.BadRequest, "unsupported_grant_type");
        await AssertError(await Ask(partner, basic), HttpStatusCode.BadRequest, "invalid_request");
        using var wrong = await partner.Token(wrongSecret: "gzk_no");
        await AssertError(wrong, HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal("Basic", wrong.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_source_that_guesses_is_locked_out_of_that_client_and_of_no_other()
    {
        using var partner = await host.Partner();
        using var other = await host.Partner();
        for (var i = 0; i < 5; i++)
            await AssertError(await partner.Token(wrongSecret: "gzk_no"), HttpStatusCode.Unauthorized, "invalid_client");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await partner.Token()).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.Token()).StatusCode);
    }

    [Fact]
    public async Task An_address_asks_for_so_many_tokens_a_minute()
    {
        using var http = host.Another(null, ("RateLimits:TokenPerAddress", "2")).CreateClient();
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 3; i++)
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_secret", "gzk_no")]);
            answers.Add((await http.PostAsync(new Uri("/integration/v1/token", UriKind.Relative), form)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Tokens_of_litigants_and_of_partners_open_nothing_of_the_others()
    {
        using var partner = await (await host.Partner()).SignedIn();
        Assert.Equal(401, (await partner.Get("/api/v1/me")).Status);
        var litigant = await host.SignedInByWeChat();
        using var request = new HttpRequestMessage(HttpMethod.Get, Orders);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", litigant.AccessToken);
        using var answer = await host.Factory.CreateClient().SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Factory.CreateClient().GetAsync(Orders)).StatusCode);
    }

    [Fact]
    public async Task What_is_ended_or_paused_is_out_at_once_with_the_tokens_it_has()
    {
        var administrator = await host.Data.Administrator();
        using var partner = await (await host.Partner(by: administrator)).SignedIn();
        await Manage(m => m.Pause(partner.Id, administrator, CancellationToken.None));
        Assert.Equal((403, "integration.not_active"), await Refusal(partner));
        await Manage(m => m.Resume(partner.Id, administrator, CancellationToken.None));
        Assert.Equal(404, (await partner.Get(Orders)).Status);
        var second = await host.Data.Use(
            (MakePartnerKey make) => make.Secret(partner.Id, Guid.CreateVersion7(), administrator, CancellationToken.None)
        );
        await Assert.ThrowsAsync<RefusedException>(() =>
            host.Data.Use((MakePartnerKey make) => make.Secret(partner.Id, Guid.CreateVersion7(), administrator, CancellationToken.None))
        );
        var first = await host.Data.Use(
            (CourtDb db) => db.Set<PartnerKey>().Where(k => k.PartnerId == partner.Id).OrderBy(k => k.MadeAt).Select(k => k.Id).FirstAsync()
        );
        await Manage(m => m.EndKey(partner.Id, first, administrator, CancellationToken.None));
        Assert.Equal((401, "integration.token_invalid"), await Refusal(partner));
        Assert.Equal(HttpStatusCode.Unauthorized, (await partner.Token()).StatusCode);
        using var renewed = await new PartnerClient(host.Factory.CreateClient(), partner.Id, second).SignedIn();
        Assert.Equal(404, (await renewed.Get(Orders)).Status);
        var verified = await host.Data.VerifyTrace();
        Assert.True(verified.IsIntact, verified.ToString());
    }

    [Fact]
    public async Task A_partner_that_calls_or_sends_more_than_it_may_is_told_so()
    {
        using var partner = await (
            await host.Partner(new PartnerSettings(PartnerData.Orders, [], CallsPerMinute: 3, BodyKilobytes: 1))
        ).SignedIn();
        var (status, refused) = await partner.Send(
            new
            {
                category = "suggestion",
                text = new string('长', 600),
                name = "陈建华",
            }
        );
        Assert.Equal((413, "integration.body_too_large"), (status, (string)refused["code"]!));
        await partner.Get(Orders);
        await partner.Get(Orders);
        Assert.Equal((429, "integration.too_many_calls"), await Refusal(partner));
    }

    [Fact]
    public async Task Only_the_addresses_that_were_named_get_in()
    {
        var behind = host.Another(null, ("Proxy:Addresses:0", "127.0.0.0/8"));
        using var partner = await host.Partner(new PartnerSettings(PartnerData.Orders, ["203.0.113.0/24"]));
        behind.Listen();
        using var http = new HttpClient { BaseAddress = behind.ClientOptions.BaseAddress };
        Assert.Equal("unauthorized_client", await From("198.51.100.7"));
        Assert.Null(await From("203.0.113.9"));

        async Task<string?> From(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/integration/v1/token")
            {
                Content = new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["grant_type"] = "client_credentials",
                        ["client_id"] = partner.Id.ToString("N"),
                        ["client_secret"] = partner.Secret,
                    }
                ),
            };
            request.Headers.Add("X-Forwarded-For", address);
            using var answer = await http.SendAsync(request);
            return (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"];
        }
    }

    [Fact]
    public async Task A_certificate_gets_in_when_a_trusted_proxy_hands_it_on_and_from_nobody_else()
    {
        const string header = "X-Client-Certificate";
        var administrator = await host.Data.Administrator();
        using var partner = await host.Partner(by: administrator);
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=信访系统", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50),
            DateTimeOffset.UnixEpoch.AddYears(90)
        );
        await host.Data.Use(
            (MakePartnerKey make) =>
                make.Certificate(
                    partner.Id,
                    Guid.CreateVersion7(),
                    certificate.ExportCertificatePem(),
                    administrator,
                    CancellationToken.None
                )
        );
        Assert.Equal(HttpStatusCode.NotFound, await Call("127.0.0.0/8"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Call("10.0.0.5"));

        async Task<HttpStatusCode> Call(string proxy)
        {
            var api = host.Another(null, ("Proxy:Addresses:0", proxy), ("Integration:CertificateHeader", header));
            api.Listen();
            using var http = new HttpClient { BaseAddress = api.ClientOptions.BaseAddress };
            http.DefaultRequestHeaders.Add(header, Uri.EscapeDataString(certificate.ExportCertificatePem()));
            return (await http.GetAsync(Orders)).StatusCode;
        }
    }

    [Fact]
    public async Task On_a_host_of_its_own_it_answers_there_alone()
    {
        var named = host.Another(null, ("Integration:Hosts:0", "partners.example"));
        using var http = named.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Orders)).StatusCode);
        http.DefaultRequestHeaders.Host = "partners.example";
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(Orders)).StatusCode);
    }

    [Fact]
    public async Task A_partner_of_the_whole_city_is_opened_by_two_people_and_each_call_is_listed()
    {
        var opened = new NewPartner(Guid.CreateVersion7(), "穗好办", PartnerKind.CityApp, new PartnerSettings(PartnerData.Orders, []));
        var change = await host.Data.Change(new PartnerOpening(opened), "接入城市应用");
        Assert.Equal((CityChangeState.InForce, ""), (change.State, change.Outcome));
        var administrator = await host.Data.CityAdministrator();
        var secret = await host.Data.Use(
            (MakePartnerKey make) => make.Secret(opened.Id, Guid.CreateVersion7(), administrator, CancellationToken.None)
        );
        using var partner = await new PartnerClient(host.Factory.CreateClient(), opened.Id, secret).SignedIn();
        await partner.Get(Orders);
        await Wait.Until(
            "the call is listed",
            async () =>
                (await host.Data.Use((PartnerQueries q) => q.Calls(opened.Id, null, administrator, CancellationToken.None))).Rows.Any(c =>
                    c is { Status: 404, Code: "partner_order.not_found", Route: "GET /integration/v1/work-orders" }
                )
        );
        Assert.Null(
            await host.Data.Use(async (PartnerQueries q) => await q.One(opened.Id, await host.Data.Administrator(), CancellationToken.None))
        );
    }

    private Task Manage(Func<ManagePartner, Task> act) => host.Data.Use(act);

    private static async Task<(int, string)> Refusal(PartnerClient partner)
    {
        var (status, body) = await partner.Get(Orders);
        return (status, (string)body["code"]!);
    }

    private static async Task<HttpResponseMessage> Ask(PartnerClient partner, string basic, params (string Key, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/integration/v1/token")
        {
            Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Key, f.Value))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        return await partner.Http.SendAsync(request);
    }

    private static async Task AssertError(HttpResponseMessage answer, HttpStatusCode status, string error)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]);
    }
}
