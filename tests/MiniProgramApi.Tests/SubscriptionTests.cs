using System.Text.Json.Nodes;
using Domain.Notifications;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using MiniProgramApi.App;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class SubscriptionTests(ApiHost host)
{
    private const string Answered = "TPL_FAKE_answered";
    private const string Interim = "TPL_FAKE_interim";

    private static readonly (string, string)[] s_oneTime =
    [
        ("WeChat:Templates:work_order.answered:Id", Answered),
        ("WeChat:Templates:work_order.answered:Fields:thing1", "{text}"),
        ("WeChat:Templates:work_order.interim:Id", Interim),
        ("WeChat:Templates:work_order.interim:Fields:thing1", "{text}"),
    ];

    [Fact]
    public async Task The_phone_asks_for_what_is_configured_and_each_accept_counts_once()
    {
        var api = host.Another(settings: s_oneTime);
        var phone = await Phone(api);
        Assert.Equal([Answered, Interim], await Asked(phone, "message"));
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            (await phone.Post("/subscriptions", Report(id, (Answered, "accept"), (Interim, "reject"), ("TPL_of_another", "accept")))).Is(
                204
            );
        Assert.Equal([(Answered, 1)], await Credits(phone));
        (await phone.Post("/subscriptions", Report(Guid.CreateVersion7(), (Answered, "acceptWithAudio"), (Interim, "ban")))).Is(204);
        Assert.Equal([(Answered, 2)], await Credits(phone));
        Assert.Equal([Answered, Interim], await Asked(phone, "urge")); // another credit is always welcome
    }

    [Fact]
    public async Task The_same_report_at_the_same_time_counts_once()
    {
        var phone = await Phone(host.Another(settings: s_oneTime));
        var id = Guid.CreateVersion7();
        foreach (
            var answer in await Task.WhenAll(
                Enumerable.Range(0, 6).Select(_ => phone.Post("/subscriptions", Report(id, (Answered, "accept"))))
            )
        )
            answer.Is(204);
        Assert.Equal([(Answered, 1)], await Credits(phone));
    }

    [Fact]
    public async Task Different_reports_at_the_same_time_all_count()
    {
        var phone = await Phone(host.Another(settings: s_oneTime));
        foreach (
            var answer in await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => phone.Post("/subscriptions", Report(Guid.CreateVersion7(), (Answered, "accept"))))
            )
        )
            answer.Is(204);
        Assert.Equal([(Answered, 4)], await Credits(phone));
    }

    [Fact]
    public async Task One_persons_report_is_not_anothers()
    {
        var api = host.Another(settings: s_oneTime);
        var (phone, other) = (await Phone(api), await Phone(api));
        var id = Guid.CreateVersion7();
        (await phone.Post("/subscriptions", Report(id, (Answered, "accept")))).Is(204);
        (await other.Post("/subscriptions", Report(id, (Answered, "accept")))).IsRefused(409, "notice.id_reused");
        Assert.Empty(await Credits(other));
    }

    [Fact]
    public async Task A_long_term_template_is_asked_for_alone_and_only_until_it_is_accepted()
    {
        var phone = await Phone(host.Another(settings: [.. s_oneTime, ("WeChat:Templates:work_order.interim:LongTerm", "true")]));
        Assert.Equal([Interim], await Asked(phone, "answer"));
        (await phone.Post("/subscriptions", Report(Guid.CreateVersion7(), (Interim, "accept")))).Is(204);
        Assert.Equal([Answered], await Asked(phone, "answer"));
    }

    [Fact]
    public async Task Without_templates_nothing_is_asked_and_an_unknown_moment_is_refused()
    {
        var phone = await host.SignedInByWeChat();
        Assert.Empty(await Asked(phone, "message"));
        (await phone.Get("/subscriptions/templates?for=birthday")).IsRefused(400, "request.invalid");
        (await phone.Post("/subscriptions", new { id = Guid.Empty, results = new { } })).IsRefused(400, "request.invalid");
        (await phone.Post("/subscriptions", Report(Guid.CreateVersion7(), (Answered, new string('长', 41))))).IsRefused(
            400,
            "request.invalid"
        );
    }

    private Task<Phone> Phone(HostFactory<LitigantHub> on) => host.SignedInByWeChat(on: on);

    private static JsonObject Report(Guid id, params (string Template, string Word)[] results) =>
        new() { ["id"] = id, ["results"] = new JsonObject(results.Select(r => KeyValuePair.Create(r.Template, (JsonNode?)r.Word))) };

    private static async Task<string[]> Asked(Phone phone, string moment) =>
        [.. (await phone.Get($"/subscriptions/templates?for={moment}")).Is(200)["items"]!.AsArray().Select(t => (string)t!)];

    private async Task<(string, int)[]> Credits(Phone phone)
    {
        var me = Guid.Parse((string)(await phone.Get("/me")).Is(200)["id"]!);
        var credits = await host.Data.Use(
            (CourtDb db) => db.Set<SubscribeCredit>().Where(c => c.LitigantId == me).OrderBy(c => c.TemplateId).ToListAsync()
        );
        return [.. credits.Select(c => (c.TemplateId, c.Count))];
    }
}
