using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Given;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.App;

namespace Portal.Tests.Development;

public sealed class OutboxTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Messages_can_be_read_by_number_the_newest_first()
    {
        using var portal = new HostFactory<Root>(database.ConnectionString());
        var data = new CourtData(portal.Services);
        var (judge, _) = await data.People();
        var litigant = await data.Litigant();
        var order = await data.Message(litigant, await data.Case(litigant, judge: judge));
        await data.Answer(order, judge);
        using var client = portal.CreateClient();

        var mine = await client.GetFromJsonAsync<JsonElement>($"/dev/outbox.json?phone={litigant.Phone}");
        var texts = mine.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("text").GetString()!).ToList();
        Assert.Contains(" 答复：", texts[0], StringComparison.Ordinal);
        Assert.All(texts, t => Assert.Contains(order.Number, t, StringComparison.Ordinal));
        var judges = await client.GetFromJsonAsync<JsonElement>($"/dev/outbox.json?phone={judge.Mobile}");
        Assert.Equal(judge.Name, judges.GetProperty("rows")[0].GetProperty("name").GetString());
        Assert.Equal(
            ("Sms", "Queued"),
            (
                judges.GetProperty("rows")[0].GetProperty("channel").GetString(),
                judges.GetProperty("rows")[0].GetProperty("state").GetString()
            )
        );
        Assert.Contains(order.Number, await client.GetStringAsync($"/dev/outbox?phone={litigant.Phone}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/outbox")]
    [InlineData("/dev/outbox.json")]
    public async Task Outside_development_there_is_no_outbox(string address)
    {
        using var portal = new HostFactory<Root>(database.ConnectionString("production"), "Production", b => b.UseProductionSettings());
        using var client = portal.CreateClient(
            new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") }
        );
        var answer = await client.GetAsync(address);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Redirect });
        Assert.DoesNotContain("发件箱", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
