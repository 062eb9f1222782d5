using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>On a database of its own: a new version asks everybody anew.</summary>
public sealed class AgreementTests : IAsyncLifetime
{
    private readonly ApiHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_is_in_force_is_open_to_everybody_and_asked_of_who_signs_in_until_they_agree()
    {
        var texts = (await _host.Phone().Get("/agreements")).Is(200)["items"]!.AsArray();
        Assert.Equal(["privacyPolicy", "userAgreement"], texts.Select(t => (string)t!["kind"]!));
        Assert.All(texts, t => Assert.Equal(1, (int)t!["version"]!));
        Assert.Contains("个人信息保护法", (string)texts[0]!["text"]!);

        var phone = await _host.SignedInByWeChat();
        var ids = texts.Select(t => (Guid)t!["id"]!).ToList();
        Assert.Equal(ids, await ToAccept(phone));
        (await phone.Post("/me/agreements", new { ids = new[] { Guid.CreateVersion7() } })).IsRefused(404, "agreement.not_found");
        (await phone.Post("/me/agreements", new { ids })).Is(204);
        (await phone.Post("/me/agreements", new { ids })).Is(204);
        Assert.Empty(await ToAccept(phone));

        var me = (Guid)(await phone.Get("/me")).Is(200)["id"]!;
        await _host.Data.Use(
            async (CourtDb db) =>
            {
                var kept = await db.Set<AgreementConsent>().Where(c => c.LitigantId == me).ToListAsync();
                Assert.Equal(2, kept.Count);
                Assert.All(kept, c => Assert.Equal(Channel.WeChat, c.Channel));
                Assert.Equal(2, await db.Set<TraceRow>().CountAsync(r => r.SubjectId == me && r.Kind == LitigantFacts.AgreementAccepted));
            }
        );
    }

    [Fact]
    public async Task Whoever_withdraws_is_signed_out_everywhere_and_asked_anew_on_coming_back()
    {
        var person = $"p{CourtData.Next()}";
        var phone = await _host.SignedInByWeChat(person);
        var other = await _host.SignedInByWeChat(person);
        (await phone.Post("/me/agreements", new { ids = await ToAccept(phone) })).Is(204);
        var me = (Guid)(await phone.Get("/me")).Is(200)["id"]!;

        (await phone.Delete("/me/agreements")).Is(204);
        (await phone.Get("/me")).IsRefused(401, "auth.required");
        (await other.Get("/me")).IsRefused(401, "auth.required");

        var back = await _host.SignedInByWeChat(person);
        Assert.Equal(me, (Guid)(await back.Get("/me")).Is(200)["id"]!);
        Assert.Equal(2, (await ToAccept(back)).Count);
        (await back.Delete("/me/agreements")).Is(204);
        Assert.Equal(
            2,
            await _host.Data.Use(
                (CourtDb db) => db.Set<TraceRow>().CountAsync(r => r.SubjectId == me && r.Kind == LitigantFacts.AgreementWithdrawn)
            )
        );
    }

    [Fact]
    public async Task A_new_version_is_asked_for_anew_and_its_forerunner_is_no_longer_shown()
    {
        var phone = await _host.SignedInByWeChat();
        (await phone.Post("/me/agreements", new { ids = await ToAccept(phone) })).Is(204);
        var published = await _host.Data.Use(
            (PublishAgreement publish) => publish.Handle(AgreementKind.PrivacyPolicy, "# 隐私政策\n第一段。\n\n第二段。\n", default)
        );
        Assert.Equal((2, "隐私政策", "第一段。\n第二段。"), (published.Version, published.Title, published.Text));
        Assert.Equal([published.Id], await ToAccept(phone));
        var shown = (await _host.Phone().Get("/agreements")).Is(200)["items"]!.AsArray();
        Assert.Equal([2, 1], shown.Select(t => (int)t!["version"]!));
    }

    private static async Task<List<Guid>> ToAccept(Phone phone) =>
        [.. (await phone.Get("/home")).Is(200)["toAccept"]!.AsArray().Select(t => (Guid)t!["id"]!)];
}
