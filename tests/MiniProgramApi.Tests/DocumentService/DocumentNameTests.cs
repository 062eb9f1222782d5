using System.Text.Json.Nodes;
using Domain.DocumentService;
using Domain.Organisation;
using Given;

namespace MiniProgramApi.Tests.DocumentService;

/// <summary>How a document and what was done with it are called on all pages of its recipient.</summary>
[Collection(ApiTest.Name)]
public sealed class DocumentNameTests(ApiHost host)
{
    [Fact]
    public async Task Two_of_one_title_in_a_case_bear_one_name_each_in_list_page_signature_and_history()
    {
        var (phone, service) = await Served(DocumentKind.Ruling, DocumentKind.Ruling, DocumentKind.Summons);
        var ids = service.Copies.OrderBy(c => c.Position).Select(c => c.Id).ToList();
        var names = await Titles(phone, "toSign");
        Assert.Equal(3, names.Distinct().Count());
        Assert.Matches("^裁定书（编号末尾 [0-9]{4}-01）$", names[0]);
        Assert.Matches("^裁定书（编号末尾 [0-9]{4}-02）$", names[1]);
        Assert.DoesNotContain("编号", names[2], StringComparison.Ordinal);

        foreach (var id in ids)
            (await phone.Get($"/documents/{id}/file")).IsOk();
        var first = (await phone.Get($"/documents/{ids[0]}")).Is(200);
        Assert.Equal(names[0], (string)first["title"]!);
        Assert.Equal(names[1..], first["together"]!.AsArray().Select(t => (string)t!["title"]!));
        (await phone.Post("/documents/sign", new { ids = ids[..2] })).Is(200);
        var history = (await phone.Get($"/documents/{ids[0]}")).Is(200)["history"]!.AsArray();
        Assert.Equal([$"《{names[0]}》", $"《{names[1]}》"], Notes(history, "签收").Order());
        Assert.Equal(names[0], (await Titles(phone, "all")).Single(n => n == names[0]));
    }

    [Fact]
    public async Task The_history_speaks_to_the_recipient_in_the_dates_of_the_other_pages()
    {
        var (phone, service) = await Served(DocumentKind.Judgment);
        var id = service.Copies[0].Id;
        (await phone.Post($"/documents/{id}/objections", new { kind = "notReceived" })).Is(200);
        Assert.Equal("我没收到", (string)(await phone.Get($"/documents/{id}")).Is(200)["objection"]!["text"]!);
        (await phone.Get($"/documents/{id}/file")).IsOk();
        (await phone.Post("/documents/sign", new { ids = new[] { id } })).Is(200);
        var view = (await phone.Get($"/documents/{id}")).Is(200);
        var notes = view["history"]!.AsArray().Select(h => (string?)h!["note"] ?? "").ToList();
        Assert.All(notes, n => Assert.DoesNotMatch("[0-9]{4}-[0-9]{2}-[0-9]{2}|→|本人实名", n));
        Assert.Contains("我没收到", notes);
        Assert.Contains(
            notes,
            n => n.StartsWith("《判决书》", StringComparison.Ordinal) && n.Contains(" 日送达", StringComparison.Ordinal)
        );
        Assert.DoesNotMatch("[0-9]{4}-[0-9]{2}", (string)view["signed"]!["atText"]!);
    }

    /// <summary>What was opened was received: that it never came is refused, and what was said before does not stand under it.</summary>
    [Fact]
    public async Task Nobody_has_not_received_what_they_have_opened()
    {
        var (phone, service) = await Served(DocumentKind.Judgment);
        var id = service.Copies[0].Id;
        (await phone.Post($"/documents/{id}/objections", new { kind = "notReceived" })).Is(200);
        (await phone.Get($"/documents/{id}/file")).IsOk();
        Assert.Null((await phone.Get($"/documents/{id}")).Is(200)["objection"]);
        var again = await phone.Post($"/documents/{id}/objections", new { kind = "notReceived", words = "真的没有" });
        again.IsRefused(409, "served_document.already_opened");
        (await phone.Post("/documents/sign", new { ids = new[] { id } })).Is(200);
        (await phone.Post($"/documents/{id}/objections", new { kind = "notReceived" })).IsRefused(409, "served_document.already_opened");
        Assert.Equal(
            "这不是我的",
            (string)(await phone.Post($"/documents/{id}/objections", new { kind = "notMine" })).Is(200)["objection"]!["text"]!
        );
    }

    private static IEnumerable<string> Notes(JsonArray history, string title) =>
        history.Where(h => (string)h!["title"]! == title).Select(h => (string)h!["note"]!);

    private static async Task<List<string>> Titles(Phone phone, string state) =>
        [.. (await phone.Get($"/documents?state={state}")).Is(200)["items"]!.AsArray().Select(d => (string)d!["title"]!)];

    private async Task<(Phone Phone, Service Service)> Served(params DocumentKind[] kinds)
    {
        var me = await host.Data.Litigant();
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        var service = (await host.Data.BegunServices(await host.Data.Case(me), clerk, null, kinds)).Single();
        return (await host.SignedIn(me), service);
    }
}
