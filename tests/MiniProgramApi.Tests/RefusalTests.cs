using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Given;

namespace MiniProgramApi.Tests;

/// <summary>What must be told, with a code, instead of being taken for something else.</summary>
[Collection(ApiTest.Name)]
public sealed class RefusalTests(ApiHost host)
{
    [Fact]
    public async Task The_same_id_with_other_words_is_refused_not_swallowed()
    {
        var phone = await host.SignedInByWeChat();
        var message = new
        {
            id = Guid.CreateVersion7(),
            category = "caseQuery",
            text = "开庭带手机行不行？",
            courtId = (await host.Data.Court()).Id,
            attachmentIds = Array.Empty<Guid>(),
        };
        (await phone.Post("/work-orders", message)).Is(201);
        (await phone.Post("/work-orders", message with { text = " 开庭带手机行不行？ " })).Is(200);
        (await phone.Post("/work-orders", message with { text = "改了主意" })).IsRefused(409, "work_order.sent_with_other_words");
        (await phone.Post("/work-orders", message with { category = "suggestion" })).IsRefused(409, "work_order.sent_with_other_words");

        var more = new
        {
            id = Guid.CreateVersion7(),
            text = "补一份流水",
            attachmentIds = Array.Empty<Guid>(),
        };
        var path = $"/work-orders/{message.id}/messages";
        for (var i = 0; i < 2; i++)
            (await phone.Post(path, more)).Is(200);
        (await phone.Post(path, more with { text = "不补了" })).IsRefused(409, "work_order.sent_with_other_words");
    }

    [Fact]
    public async Task A_cursor_goes_on_with_its_own_list_only()
    {
        var me = await host.Data.Litigant();
        var phone = await host.SignedIn(me);
        for (var i = 0; i < 2; i++)
            (
                await phone.Post(
                    "/work-orders",
                    new
                    {
                        id = Guid.CreateVersion7(),
                        category = "caseQuery",
                        text = "问",
                        courtId = (await host.Data.Court()).Id,
                        attachmentIds = Array.Empty<Guid>(),
                    }
                )
            ).Is(201);
        var cursor = (string)(await phone.Get("/work-orders?limit=1")).Is(200)["nextCursor"]!;
        (await phone.Get($"/work-orders?cursor={cursor}")).Is(200);
        foreach (var list in new[] { "/cases", "/notices", "/documents", "/documents?state=signed", "/address-confirmations" })
            (await phone.Get($"{list}{(list.Contains('?') ? '&' : '?')}cursor={cursor}")).IsRefused(400, "request.cursor_invalid");
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused_with_a_code_on_a_real_socket()
    {
        var listening = host.Another();
        listening.Listen();
        using var client = new HttpClient { BaseAddress = listening.ClientOptions.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/api/v1/courts?q={new string('9', 20_000)}", UriKind.Relative));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((414, "request.address_too_long"), ((int)answer.StatusCode, (string)problem["code"]!));
    }
}
