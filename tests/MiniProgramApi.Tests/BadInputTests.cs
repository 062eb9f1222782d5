using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class BadInputTests(ApiHost host)
{
    [Theory]
    [InlineData("""{ "id": """, "request.invalid")]
    [InlineData("""[]""", "request.invalid")]
    [InlineData("""{ "category": "caseQuery", "text": "问" }""", "request.invalid")]
    [InlineData(
        """{ "id": "00000000-0000-0000-0000-000000000000", "category": "caseQuery", "text": "问", "courtId": "COURT" }""",
        "request.invalid"
    )]
    [InlineData("""{ "id": "NEW", "category": "unheardOf", "text": "问", "courtId": "COURT" }""", "request.invalid")]
    [InlineData("""{ "id": "NEW", "category": 1, "text": "问", "courtId": "COURT" }""", "request.invalid")]
    [InlineData("""{ "id": "NEW", "category": "petition", "text": "问", "courtId": "COURT" }""", "request.invalid")]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": null, "courtId": "COURT" }""", "request.invalid")]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": 5, "courtId": "COURT" }""", "request.invalid")]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": "\ud800", "courtId": "COURT" }""", "request.invalid")]
    [InlineData(
        """{ "id": "NEW", "category": "caseQuery", "text": "问", "courtId": "COURT", "caseNumber": "(2026)粤0104民初1号" }""",
        "request.invalid"
    )]
    [InlineData(
        """{ "id": "NEW", "category": "caseQuery", "text": "问", "attachmentIds": ["x"], "courtId": "COURT" }""",
        "request.invalid"
    )]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": "问", "caseNumber": "今天天气不错" }""", "case_number.invalid")]
    [InlineData(
        """{ "id": "NEW", "category": "caseQuery", "text": "问", "caseNumber": "(2024)粤0305民初1号" }""",
        "case_number.other_court"
    )]
    public async Task A_message_of_a_wrong_shape_is_refused(string json, string code) => (await Send(json)).IsRefused(400, code);

    [Theory]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": "  ", "courtId": "COURT" }""", "work_order.text_missing")]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": "LONG", "courtId": "COURT" }""", "work_order.text_too_long")]
    [InlineData("""{ "id": "NEW", "category": "caseQuery", "text": "问" }""", "work_order.court_missing")]
    public async Task A_message_that_cannot_be_taken_is_refused(string json, string code) => (await Send(json)).IsRefused(422, code);

    [Fact]
    public async Task What_is_wrong_is_told_by_field()
    {
        var refused = await Send("""{ "id": "NEW", "category": "unheardOf", "text": "问" }""");
        Assert.NotEmpty(refused.Json["errors"]!["category"]!.AsArray());
    }

    [Fact]
    public async Task Script_is_kept_as_the_text_it_is_and_a_NUL_is_left_out()
    {
        var json = (
            await Send(
                """{ "id": "NEW", "category": "caseQuery", "text": "<script>alert(1)</script>\u0000 '; DROP TABLE work_orders; --", "courtId": "COURT" }"""
            )
        ).Is(201);
        Assert.Equal("<script>alert(1)</script> '; DROP TABLE work_orders; --", (string)json["text"]!);
        Assert.True(await host.Data.Use((CourtDb db) => db.Set<WorkOrder>().AnyAsync()));
    }

    [Fact]
    public async Task Ten_megabytes_of_JSON_are_refused_unread()
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Post("/work-orders", new { text = new string('a', 10_000_000) })).IsRefused(413, "request.too_large");
    }

    [Fact]
    public async Task A_wrong_content_type_is_refused() => (await Send("{}", "text/plain")).IsRefused(415, "request.content_type");

    [Fact]
    public async Task JSON_in_a_charset_that_nobody_knows_is_refused()
    {
        var phone = await host.SignedInByWeChat();
        var content = new StringContent("{}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=klingon");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/work-orders") { Content = content };
        (await phone.Send(request)).IsRefused(415, "request.content_type");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "request.not_found")]
    [InlineData("GET", "/work-orders/not-an-id", 404, "request.not_found")]
    [InlineData("DELETE", "/me", 405, "request.method_not_allowed")]
    [InlineData("GET", "/cases/lookup", 400, "request.invalid")]
    [InlineData("GET", "/work-orders/preview?category=unheardOf", 400, "request.invalid")]
    [InlineData("GET", "/work-orders/preview?category=caseQuery", 422, "work_order.court_missing")]
    [InlineData("GET", "/work-orders/preview?category=caseQuery&caseId=x", 400, "request.invalid")]
    public async Task A_wrong_call_is_refused_with_a_code(string method, string path, int status, string code)
    {
        var phone = await host.SignedInByWeChat();
        (await phone.Send(new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path))).IsRefused(status, code);
    }

    [Fact]
    public async Task Outside_of_Development_a_simulator_lets_nobody_in()
    {
        var production = new HostFactory<App.LitigantHub>(
            await host.Data.Use((CourtDb db) => Task.FromResult(db.Database.GetConnectionString()!)),
            "Production",
            b => b.UseProductionSettings()
        );
        await using (production)
        {
            using var http = production.CreateClient();
            using var answer = await http.PostAsync(
                new Uri("/api/v1/auth/wechat", UriKind.Relative),
                new StringContent("""{"code":"sim-chen"}""", Encoding.UTF8, "application/json")
            );
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("wechat.unavailable", await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/swagger/index.html", UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative))).StatusCode);
        }
    }

    private async Task<Answer> Send(string json, string contentType = "application/json")
    {
        var phone = await host.SignedInByWeChat();
        var text = json.Replace("NEW", Guid.CreateVersion7().ToString())
            .Replace("COURT", (await host.Data.Court()).Id.ToString())
            .Replace("LONG", new string('长', 2_001));
        return await phone.Send(
            new HttpRequestMessage(HttpMethod.Post, "/api/v1/work-orders") { Content = new StringContent(text, Encoding.UTF8, contentType) }
        );
    }
}
