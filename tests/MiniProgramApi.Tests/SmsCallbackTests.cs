using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Domain.InboundMessages;
using Domain.Notifications;
using Given;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

/// <summary>What an SMS gateway may tell us, and what nobody else may.</summary>
[Collection(ApiTest.Name)]
public sealed class SmsCallbackTests(ApiHost host)
{
    private const string Secret = "callback-secret-of-24-ch";
    internal const string Key = "secret";
    private readonly string _id = Guid.CreateVersion7().ToString("N");

    [Fact]
    public async Task Receipts_are_kept_once_however_often_and_whatever_they_name()
    {
        var known = Guid.CreateVersion7();
        var body = $$"""
            [{"id":"{{known}}","providerId":"a{{_id}}","status":"delivered","code":"DELIVRD","at":"2026-11-20T10:30:00+08:00","segments":1},
             {"providerId":"b{{_id}}","status":"failed","code":"UNDELIV","at":"2026-11-20T02:30:01Z"}]
            """;
        var api = Api();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var (status, thanks) = await Post(api, "receipts", body);
            Assert.Equal((HttpStatusCode.OK, """{"ok":true}"""), (status, thanks));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Post(api, "receipts", body)));
        var kept = await Kept();
        Assert.Equal(
            [
                (known, true, "DELIVRD", new DateTimeOffset(2026, 11, 20, 2, 30, 0, TimeSpan.Zero)),
                ((Guid?)null, false, "UNDELIV", new DateTimeOffset(2026, 11, 20, 2, 30, 1, TimeSpan.Zero)),
            ],
            kept.OrderBy(r => r.ProviderId).Select(r => (r.NoticeId, r.Delivered, r.Code, r.At))
        );
    }

    [Fact]
    public async Task Replies_are_kept_once()
    {
        var body =
            $$"""{"sequence":"{{_id}}","from":"+86 138-0000-0000","text":"0123+可以，请带手机。","extension":"01","at":"2026-11-20T10:30:00+08:00"}""";
        var api = Api();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Post(api, "replies", body)));
        Assert.Equal(HttpStatusCode.OK, (await Post(api, "replies", body)).Status);
        var sms = Assert.Single(await host.Data.Use((CourtDb db) => db.Set<InboundSms>().Where(s => s.Sequence == _id).ToListAsync()));
        Assert.Equal(
            ("13800000000", "0123+可以，请带手机。", "01", InboundOutcome.Waiting),
            (sms.From, sms.Text, sms.Extension, sms.Outcome)
        );
    }

    [Fact]
    public async Task What_can_be_read_of_a_batch_is_kept()
    {
        var body =
            $$"""[{"providerId":"","status":"delivered"},{"providerId":"x{{_id}}","status":"perhaps"},7,{"providerId":"c{{_id}}","status":"delivered"}]""";
        Assert.Equal(HttpStatusCode.OK, (await Post(Api(), "receipts", body)).Status);
        Assert.Equal($"c{_id}", Assert.Single(await Kept()).ProviderId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""[{"providerId":{"a":1},"status":["delivered"]}]""")]
    [InlineData("\0\u0001\u0002")]
    public async Task Garbage_finds_nothing_there(string body)
    {
        var api = Api();
        Assert.Equal(HttpStatusCode.NotFound, (await Post(api, "receipts", body)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(api, "replies", body)).Status);
    }

    [Fact]
    public async Task A_stranger_finds_what_there_is_at_any_address_that_is_not_there()
    {
        var api = Api();
        var missing = await Raw(api, "/gateways/nothing", Body(), null, null);
        var expected = (HttpStatusCode.NotFound, Code(missing.Body));
        var timestamp = Timestamp();
        List<(HttpStatusCode, string)> answers =
        [
            await Raw(api, "/gateways/sms/wrong/receipts", Body(), timestamp, Sign(timestamp, Body())),
            await Raw(api, $"/gateways/sms/{Secret}x/receipts", Body(), timestamp, Sign(timestamp, Body())),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body() + " ")),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), null, null),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), "12", Sign("12", Body())),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), "99999999999999", Sign("99999999999999", Body())),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), timestamp, "no hexadecimal"),
            await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body()), HttpMethod.Get),
            await Raw(Api(from: "10.1.2.4"), $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body())),
            await Raw(Api(from: null), $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body())),
        ];
        Assert.All(answers, a => Assert.Equal(expected, (a.Item1, Code(a.Item2))));
        Assert.Empty(await Kept());
        // The same with all of it right.
        Assert.Equal(
            HttpStatusCode.OK,
            (await Raw(api, $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body()))).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await Raw(Api(from: "::ffff:10.1.2.3"), $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body()))).Status
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await Raw(Api(from: "192.168.7.200"), $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body()))).Status
        );
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        var huge = $$"""[{"providerId":"{{_id}}","status":"delivered","code":"{{new string('x', 300 * 1024)}}"}]""";
        Assert.Contains(
            (await Post(Api(), "receipts", huge)).Status,
            new[] { HttpStatusCode.NotFound, HttpStatusCode.RequestEntityTooLarge }
        );
        Assert.Empty(await Kept());
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_path()
    {
        var timestamp = Timestamp();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Raw(host.Factory, $"/gateways/sms/{Secret}/receipts", Body(), timestamp, Sign(timestamp, Body()))).Status
        );
    }

    [Fact]
    public async Task Cloud_mas_reports_in_its_own_words_and_is_thanked_in_them()
    {
        var api = Api("10.1.2.3", "CloudMas");
        var (status, thanks) = await Post(
            api,
            "receipts",
            $$"""
            [{"errorCode":"DELIVRD","mobile":"13800000000","msgGroup":"{{_id}}","receiveDate":"20261120103000",
            "reportStatus":"CM:0000","submitDate":"20261120102900"}]
            """
        );
        Assert.Equal((HttpStatusCode.OK, "OK"), (status, thanks));
        var receipt = Assert.Single(await Kept());
        Assert.Equal(
            (true, "DELIVRD", new DateTimeOffset(2026, 11, 20, 2, 30, 0, TimeSpan.Zero)),
            (receipt.Delivered, receipt.Code, receipt.At)
        );

        var from = CourtData.Mobile(CourtData.Next());
        var reply = $$"""{"mobile":"{{from}}","smsContent":"收到","sendTime":"20261120103000","addSerial":"01"}""";
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.OK, (await Post(api, "replies", reply)).Status);
        Assert.Single(await host.Data.Use((CourtDb db) => db.Set<InboundSms>().Where(s => s.From == from).ToListAsync()));
    }

    private HostFactory<LitigantHub> Api(string? from = "10.1.2.3", string provider = "Gateway") =>
        host.AnotherWith(
            services => services.AddSingleton<IStartupFilter>(new CalledFrom(from is null ? null : IPAddress.Parse(from))),
            ("Sms:Provider", provider),
            ("Sms:BaseAddress", "http://127.0.0.1:9"),
            ("Sms:Account", "court"),
            ("Sms:User", "u"),
            ("Sms:SignCode", "s"),
            ("Sms:Secret", Key),
            ("Sms:CallbackSecret", Secret),
            ("Sms:CallbackAddresses:0", "10.1.2.3"),
            ("Sms:CallbackAddresses:1", "192.168.7.0/24")
        );

    private string Body() => $$"""[{"providerId":"{{_id}}","status":"delivered","code":"DELIVRD"}]""";

    private Task<List<GatewayReceipt>> Kept() =>
        host.Data.Use((CourtDb db) => db.Set<GatewayReceipt>().AsNoTracking().Where(r => r.ProviderId.Contains(_id)).ToListAsync());

    private static Task<(HttpStatusCode Status, string Body)> Post(HostFactory<LitigantHub> api, string what, string body)
    {
        var timestamp = Timestamp();
        return Raw(api, $"/gateways/sms/{Secret}/{what}", body, timestamp, Sign(timestamp, body));
    }

    private static async Task<(HttpStatusCode Status, string Body)> Raw(
        HostFactory<LitigantHub> api,
        string path,
        string body,
        string? timestamp,
        string? signature,
        HttpMethod? method = null
    )
    {
        using var http = api.CreateClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path);
        if (method != HttpMethod.Get)
            request.Content = new StringContent(body);
        if (timestamp is not null)
            request.Headers.Add("X-Timestamp", timestamp);
        if (signature is not null)
            request.Headers.Add("X-Signature", signature);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal static string Timestamp() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal static string Sign(string timestamp, string body) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"{timestamp}\n{body}")));

    /// <summary>A problem's code; its trace number differs from call to call.</summary>
    private static string Code(string problem)
    {
        using var json = JsonDocument.Parse(problem);
        return json.RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>The test server has no addresses.</summary>
    private sealed class CalledFrom(IPAddress? address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        context.Connection.RemoteIpAddress = address;
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
