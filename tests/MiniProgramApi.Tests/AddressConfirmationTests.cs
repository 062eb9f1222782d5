using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class AddressConfirmationTests(ApiHost host)
{
    [Fact]
    public async Task A_party_signs_for_the_own_case_and_the_signature_is_kept()
    {
        var (phone, @case, _) = await Party();
        var before = (await phone.Get("/address-confirmations/subjects")).Is(200);
        var subject = Assert.Single(before["items"]!.AsArray())!;
        Assert.Equal(
            (@case.Id, "原告", "本人", "一审"),
            (
                (Guid)subject["caseId"]!,
                (string)subject["roleText"]!,
                (string)subject["signerRelation"]!,
                (string)subject["scopes"]![0]!["text"]!
            )
        );
        Assert.Null(subject["current"]);
        Assert.NotEmpty(before["notices"]!.AsArray());

        var picture = Samples.Png();
        var form = Form(@case, picture);
        var signed = (await phone.Post("/address-confirmations", form)).Is(201);
        Assert.Equal(
            ("本人在线签名", "一审、执行", "有效", "13800138000", true),
            (
                (string)signed["meansText"]!,
                (string)signed["scopeText"]!,
                (string)signed["stateText"]!,
                (string)signed["mobile"]!,
                (bool)signed["hasSignature"]!
            )
        );
        Assert.Equal(signed.ToJsonString(), (await phone.Post("/address-confirmations", form)).Is(200).ToJsonString());
        Assert.Equal(signed.ToJsonString(), (await phone.Get($"/address-confirmations/{form["id"]}")).Is(200).ToJsonString());
        Assert.Equal(picture, (await phone.Get($"/address-confirmations/{form["id"]}/signature")).IsOk());
        var after = (await phone.Get($"/address-confirmations/subjects?caseId={@case.Id}")).Is(200);
        Assert.Equal((string)form["id"]!, (string)after["items"]![0]!["current"]!["id"]!);
        Assert.Equal("广州市越秀区解放北路 1 号", (string)after["items"]![0]!["prefill"]!["postalAddress"]!);
        Assert.NotEmpty(await host.Data.Use((ServiceConsents consents) => consents.Of([@case.Id], default)));
    }

    /// <summary>Consent, ways and steps are the person's own act: a former form of another case and the bound phone are suggestions.</summary>
    [Fact]
    public async Task Nothing_is_chosen_before_the_person_chooses_it()
    {
        var (phone, @case, me) = await Party();
        await NothingChosen(@case.Id);
        (await phone.Post("/address-confirmations", Form(@case))).Is(201);
        var other = await host.Data.Case(me);
        await NothingChosen(other.Id);
        Assert.Equal("13800138000", (string)(await Prefill(other.Id))["mobile"]!);
        Assert.Equal("广州市越秀区解放北路 1 号", (string)(await Prefill(other.Id))["postalAddress"]!);

        async Task<JsonNode> Prefill(Guid id) =>
            (await phone.Get($"/address-confirmations/subjects?caseId={id}")).Is(200)["items"]![0]!["prefill"]!;

        async Task NothingChosen(Guid id)
        {
            var form = await Prefill(id);
            Assert.All(["acceptsElectronic", "acceptsWeChat", "acceptsAccount", "keepsSecret"], name => Assert.False((bool)form[name]!));
            Assert.Empty(form["scope"]!.AsArray());
        }
    }

    [Fact]
    public async Task An_address_says_which_steps_its_form_covers_and_whether_the_running_one_is_among_them()
    {
        var (phone, @case, _) = await Party();
        foreach (var (scope, covers, isUsedNow) in new[] { ("secondInstance", "二审", false), ("firstInstance", "一审", true) })
        {
            var form = Form(@case);
            form["scope"] = new JsonArray(scope);
            (await phone.Post("/address-confirmations", form)).Is(201);
            var subject = (await phone.Get($"/address-confirmations/subjects?caseId={@case.Id}")).Is(200)["items"]![0]!;
            Assert.All(
                subject["designated"]!.AsArray(),
                d => Assert.Equal((covers, isUsedNow), ((string)d!["scopeText"]!, (bool)d["isUsedNow"]!))
            );
            Assert.NotEmpty(subject["designated"]!.AsArray());
            Assert.Equal("一审", (string)subject["scopes"]!.AsArray().Single(s => (bool)s!["isNow"]!)!["text"]!);
        }
    }

    [Fact]
    public async Task Ended_forms_of_a_case_are_still_there_with_what_they_covered()
    {
        var (phone, @case, me) = await Party();
        (await phone.Post("/address-confirmations", Form(await host.Data.Case(me)))).Is(201);
        var form = Form(@case);
        (await phone.Post("/address-confirmations", form)).Is(201);
        (await phone.Post($"/address-confirmations/{form["id"]}/withdraw", new { reason = "" })).Is(200);
        var ended = Assert.Single((await phone.Get($"/address-confirmations?caseId={@case.Id}")).Is(200)["items"]!.AsArray())!;
        Assert.Equal(("已撤回", "一审、执行"), ((string)ended["stateText"]!, (string)ended["scopeText"]!));
        Assert.NotNull(ended["endedText"]);
    }

    /// <summary>The case's phone alone is no consent; what the person's own pleading names is, and its person sees and ends it.</summary>
    [Fact]
    public async Task A_party_sees_what_is_designated_and_ends_what_a_pleading_names()
    {
        var (phone, @case, _) = await Party();
        Assert.Empty(await host.Data.Use((ServiceConsents consents) => consents.Of([@case.Id], default)));
        Assert.Empty((await Subject())["designated"]!.AsArray());

        await host.Data.Address(@case.Parties[0], AddressKind.Email, "chen@example.com");
        var one = Assert.Single((await Subject())["designated"]!.AsArray())!;
        Assert.Equal(
            ("电子邮箱", "chen@example.com", "起诉状（2026-09-12）载明", true),
            ((string)one["kindText"]!, (string)one["value"]!, (string)one["basisText"]!, (bool)one["canEnd"]!)
        );
        Assert.NotEmpty(await host.Data.Use((ServiceConsents consents) => consents.Of([@case.Id], default)));

        var (stranger, _, _) = await Party("周小平");
        (await stranger.Post($"/address-confirmations/addresses/{one["id"]}/end", new JsonObject())).IsRefused(
            404,
            "service_address.not_designated"
        );
        (await phone.Post($"/address-confirmations/addresses/{one["id"]}/end", new JsonObject())).Is(204);
        Assert.Empty((await Subject())["designated"]!.AsArray());
        Assert.Empty(await host.Data.Use((ServiceConsents consents) => consents.Of([@case.Id], default)));

        (await phone.Post("/address-confirmations", Form(@case, Samples.Png()))).Is(201);
        var designated = (await Subject())["designated"]!.AsArray();
        Assert.NotEmpty(designated);
        Assert.All(designated, d => Assert.False((bool)d!["canEnd"]!));
        var confirmed = designated[0]!;
        (await phone.Post($"/address-confirmations/addresses/{confirmed["id"]}/end", new JsonObject())).IsRefused(
            409,
            "service_address.end_by_form"
        );

        async Task<JsonNode> Subject() => (await phone.Get($"/address-confirmations/subjects?caseId={@case.Id}")).Is(200)["items"]![0]!;
    }

    [Fact]
    public async Task An_agent_signs_while_the_authority_runs_and_not_after()
    {
        var (agent, party) = (await host.Data.Litigant("赵律师"), await host.Data.Litigant());
        var @case = await host.Data.Case(party);
        await host.Data.Agent(@case, agent);
        var agentId = await host.Data.Use(
            (CourtDb db) => db.Set<CaseAgent>().Where(a => a.PartyId == @case.Parties[0].Id).Select(a => a.Id).SingleAsync()
        );
        var phone = await host.SignedIn(agent);
        (await phone.Post("/address-confirmations", Form(@case))).IsRefused(404, "case.not_found"); // not the party
        var form = Form(@case, agentId: agentId);
        Assert.Equal("诉讼代理人", (string)(await phone.Post("/address-confirmations", form)).Is(201)["signerRelation"]!);

        await host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>().Where(a => a.Id == agentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.EndedAt, host.Data.Now()))
        );
        (await phone.Get($"/address-confirmations/{form["id"]}")).IsRefused(404, "address_confirmation.not_found");
        (await phone.Post("/address-confirmations", Form(@case, agentId: agentId))).IsRefused(404, "case.not_found");
        Assert.Empty((await phone.Get("/address-confirmations/subjects")).Is(200)["items"]!.AsArray());
    }

    [Fact]
    public async Task A_withdrawal_ends_the_consent_and_can_be_sent_twice()
    {
        var (phone, @case, _) = await Party();
        var form = Form(@case);
        (await phone.Post("/address-confirmations", form)).Is(201);
        var withdrawn = (await phone.Post($"/address-confirmations/{form["id"]}/withdraw", new { reason = "换了手机" })).Is(200);
        Assert.Equal(("已撤回", false), ((string)withdrawn["stateText"]!, (bool)withdrawn["canWithdraw"]!));
        Assert.Equal(
            withdrawn.ToJsonString(),
            (await phone.Post($"/address-confirmations/{form["id"]}/withdraw", new { reason = "" })).Is(200).ToJsonString()
        );
        Assert.Empty(await host.Data.Use((ServiceConsents consents) => consents.Of([@case.Id], default)));

        // Paper still goes where they said, and a new form need not be typed again.
        var left = (await phone.Get($"/address-confirmations/subjects?caseId={@case.Id}")).Is(200)["items"]![0]!;
        Assert.Empty(left["designated"]!.AsArray());
        Assert.StartsWith("广州市越秀区解放北路 1 号", (string)left["postalAddress"]!, StringComparison.Ordinal);
        Assert.Equal("广州市越秀区解放北路 1 号", (string)left["prefill"]!["postalAddress"]!);
    }

    [Fact]
    public async Task A_replaced_form_is_not_withdrawn()
    {
        var (phone, @case, _) = await Party();
        var (old, newer) = (Form(@case), Form(@case));
        (await phone.Post("/address-confirmations", old)).Is(201);
        (await phone.Post("/address-confirmations", newer)).Is(201);
        (await phone.Post($"/address-confirmations/{old["id"]}/withdraw", new { reason = "" })).IsRefused(
            409,
            "address_confirmation.replaced"
        );
        Assert.Equal(
            ["有效", "已由新的代替"],
            (await phone.Get("/address-confirmations")).Is(200)["items"]!.AsArray().Select(i => (string)i!["stateText"]!)
        );
    }

    [Fact]
    public async Task Forms_and_where_they_can_be_signed_come_page_by_page()
    {
        var me = await host.Data.Litigant();
        var phone = await host.SignedIn(me);
        List<string> signed = [];
        for (var n = 0; n < 5; n++)
        {
            var form = Form(await host.Data.Case(me));
            (await phone.Post("/address-confirmations", form)).Is(201);
            signed.Insert(0, (string)form["id"]!);
        }

        Assert.Equal(signed, await phone.Pages("/address-confirmations?limit=2", "id"));
        Assert.Equal(signed.Order(), (await phone.Pages("/address-confirmations/subjects?limit=2", "current.id")).Order());
        (await phone.Get("/address-confirmations?cursor=xyz")).IsRefused(400, "request.cursor_invalid");
        (await phone.Get("/address-confirmations/subjects?limit=101")).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task Somebody_elses_case_and_form_look_like_missing_ones()
    {
        var (theirs, @case, _) = await Party();
        var form = Form(@case);
        (await theirs.Post("/address-confirmations", form)).Is(201);
        var (phone, _, _) = await Party("王小二");

        var refused = await phone.Get($"/address-confirmations/{form["id"]}");
        refused.IsRefused(404, "address_confirmation.not_found");
        Assert.Equal(refused.WithoutErrorNumber, (await phone.Get($"/address-confirmations/{Guid.CreateVersion7()}")).WithoutErrorNumber);
        (await phone.Get($"/address-confirmations/{form["id"]}/signature")).IsRefused(404, "address_confirmation.not_found");
        (await phone.Post($"/address-confirmations/{form["id"]}/withdraw", new { reason = "" })).IsRefused(
            404,
            "address_confirmation.not_found"
        );
        (await phone.Post("/address-confirmations", Form(@case))).IsRefused(404, "case.not_found");
        (await phone.Post("/address-confirmations", form)).IsRefused(409, "address_confirmation.id_reused");
    }

    [Fact]
    public async Task Nobody_signs_before_the_identity_is_verified()
    {
        var (_, @case, _) = await Party();
        var phone = await host.SignedInByWeChat();
        (await phone.Post("/address-confirmations", Form(@case))).IsRefused(403, "litigant.not_verified");
        Assert.False((bool)(await phone.Get("/address-confirmations")).Is(200)["verified"]!);
    }

    [Theory]
    [InlineData("mobile", "123", "address_confirmation.mobile_invalid")]
    [InlineData("email", "chen@", "address_confirmation.email_invalid")]
    [InlineData("postcode", "5100", "address_confirmation.postcode_invalid")]
    [InlineData("postalAddress", "  ", "address_confirmation.postal_address_missing")]
    [InlineData("signature", "", "address_confirmation.signature_missing")]
    [InlineData("signature", "bm8gcGljdHVyZQ==", "address_confirmation.signature_invalid")]
    [InlineData("signature", "%%%", "address_confirmation.signature_invalid")]
    public async Task A_form_with_something_wrong_is_refused(string field, string value, string code)
    {
        var (phone, @case, _) = await Party();
        var form = Form(@case);
        form[field] = value;
        (await phone.Post("/address-confirmations", form)).IsRefused(422, code);
    }

    [Fact]
    public async Task A_stage_has_to_be_chosen_and_not_one_that_is_over()
    {
        var (phone, @case, _) = await Party();
        var form = Form(@case);
        form["scope"] = new JsonArray();
        (await phone.Post("/address-confirmations", form)).IsRefused(422, "address_confirmation.scope_missing");
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Stage, CaseStage.SecondInstance))
        );
        (await phone.Post("/address-confirmations", Form(@case))).IsRefused(422, "address_confirmation.scope_invalid");
    }

    private async Task<(Phone Phone, Case Case, Litigant Litigant)> Party(string name = "陈建华")
    {
        var litigant = await host.Data.Litigant(name);
        return (await host.SignedIn(litigant), await host.Data.Case(litigant), litigant);
    }

    private static JsonObject Form(Case @case, byte[]? picture = null, Guid? agentId = null) =>
        new()
        {
            ["id"] = Guid.CreateVersion7().ToString(),
            ["caseId"] = @case.Id.ToString(),
            ["partyId"] = @case.Parties[0].Id.ToString(),
            ["agentId"] = agentId?.ToString(),
            ["acceptsElectronic"] = true,
            ["acceptsWeChat"] = true,
            ["acceptsAccount"] = true,
            ["mobile"] = "138 0013 8000",
            ["email"] = "chen@example.com",
            ["postalAddress"] = "广州市越秀区解放北路 1 号",
            ["postcode"] = "510030",
            ["scope"] = new JsonArray("firstInstance", "enforcement"),
            ["keepsSecret"] = false,
            ["remarks"] = "",
            ["signature"] = Convert.ToBase64String(picture ?? Samples.Png()),
        };
}
