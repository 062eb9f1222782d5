using System.Text.Json.Nodes;
using Domain.Bindings;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Bindings;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>案件绑定 over HTTP: who asks is told the same whatever there is, and sees the case from the approval to the end of the authority.</summary>
[Collection(ApiTest.Name)]
public sealed class BindingTests(ApiHost host)
{
    private static readonly BindingDecision s_general = new(AgentAuthority.General, AuthorityItems.None, null);

    [Fact]
    public async Task An_agent_asks_is_approved_sees_the_case_and_after_the_end_sees_it_no_more()
    {
        var (judge, @case, lawyer, phone) = await Desk();
        var asked = (await Ask(phone, @case.Number, "陈建华", authority: "fullOnly")).Is(201);
        var id = (Guid)asked["id"]!;
        Assert.Equal(("toReview", "法院在核对"), ((string)asked["state"]!, (string)asked["stateText"]!));
        Assert.Empty(await CasesOf(phone));

        var by = await host.Data.ActorOf(judge);
        var detail = await host.Data.Use((BindingQueries q) => q.Find(id, by, default));
        Assert.Equal(judge.Id, detail!.Binding.OwnerId);
        Assert.Contains(detail.Checks, c => c.Result == CheckResult.Decide && c.Statement.Contains("全权代理", StringComparison.Ordinal));
        await host.Data.Use((ApproveBinding a) => a.Handle(id, Guid.CreateVersion7(), s_general, by, default));
        var bound = (await phone.Get($"/bindings/{id}")).Is(200);
        Assert.Equal(("approved", "一般授权"), ((string)bound["state"]!, (string)bound["authorityName"]!));
        Assert.Contains("逐项写明", (string)bound["outcome"]!);
        Assert.Equal([@case.Id.ToString()], await CasesOf(phone));

        var agent = await host.Data.Use((CourtDb db) => db.Set<CaseAgent>().SingleAsync(a => a.IdentityKey == lawyer.IdentityKey));
        Assert.Equal(
            (AgentAuthority.General, AgentSource.Binding, AgentKind.Lawyer, false),
            (agent.Authority, agent.Source, agent.Kind, agent.May(AuthorityItems.Appeal, DateOnly.MinValue))
        );
        (await phone.Post($"/bindings/{id}/end", new { id = Guid.CreateVersion7(), takeBack = true })).IsRefused(
            409,
            "case_binding.closed"
        );
        (
            await phone.Post(
                $"/bindings/{id}/end",
                new
                {
                    id = Guid.CreateVersion7(),
                    reason = "不再代理",
                    takeBack = false,
                }
            )
        ).Is(204);
        Assert.Empty(await CasesOf(phone));
        Assert.Equal("ended", (string)(await phone.Get($"/bindings/{id}")).Is(200)["state"]!);
    }

    [Fact]
    public async Task No_such_case_another_name_and_a_case_that_fits_are_answered_alike()
    {
        var (_, @case, _, phone) = await Desk();
        var none = (await Ask(phone, "(2026)粤0104民初9876543号", "陈建华")).Is(201);
        var other = (await Ask(phone, @case.Number, "何志文")).Is(201);
        var fits = (await Ask(phone, @case.Number, "陈建华")).Is(201);
        string[] own = ["id", "number", "caseNumber", "partyName", "askedText", "papers"];
        Assert.Equal(Without(fits, own), Without(none, own));
        Assert.Equal(Without(fits, own), Without(other, own));
        var list = (await phone.Get("/bindings?limit=20")).Is(200)["items"]!.AsArray();
        Assert.Single(list.Select(b => Without(b!, own)).Distinct());
        var notices = await host.Data.Use(
            (CourtDb db) => db.Set<Domain.Notifications.Notice>().Where(n => n.Kind == BindingNotices.Received.Key).ToListAsync()
        );
        Assert.DoesNotContain(notices, n => n.Fields.Values.Any(v => v.Contains("民初", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_and_another_persons_is_not_found()
    {
        var (_, @case, _, phone) = await Desk();
        var (id, paper, letter) = (Guid.CreateVersion7(), await phone.Uploaded(), await phone.Uploaded());
        var body = Body(id, @case.Number, "陈建华", "general", paper, letter);
        (await phone.Post("/bindings", body)).Is(201);
        (await phone.Post("/bindings", body)).Is(200);
        var otherwise = Body(id, "(2026)粤0104民初9876543号", "陈建华", "general", paper, letter);
        (await phone.Post("/bindings", otherwise)).IsRefused(409, "case_binding.sent_otherwise");
        (await phone.Post($"/bindings/{id}/end", new { id = Guid.CreateVersion7(), takeBack = false })).IsRefused(
            409,
            "case_binding.not_bound"
        );
        var (_, _, _, stranger) = await Desk();
        (await stranger.Get($"/bindings/{id}")).IsRefused(404, "case_binding.not_found");
        (await stranger.Post("/bindings", body)).IsRefused(409, "case_binding.id_reused");
        (await stranger.Post($"/bindings/{id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(404, "case_binding.not_found");
        (await stranger.Post($"/bindings/{id}/end", new { id = Guid.CreateVersion7() })).IsRefused(404, "case_binding.not_found");
        (await phone.Post($"/bindings/{id}/urge", new { id = Guid.CreateVersion7() })).Is(200);
        (await phone.Post($"/bindings/{id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(409, "case_binding.urged_today");
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_once_and_brought_at_once()
    {
        var (judge, @case, _, phone) = await Desk();
        var id = (Guid)(await Ask(phone, @case.Number, "陈建华")).Is(201)["id"]!;
        var by = await host.Data.ActorOf(judge);
        (await phone.Post($"/bindings/{id}/supplement", new { id = Guid.CreateVersion7(), text = "补" })).IsRefused(
            409,
            "case_binding.not_awaited"
        );
        await host.Data.Use((AskForMissing a) => a.Handle(id, Guid.CreateVersion7(), ["补签名页", "补律所函"], by, default));
        var asked = (await phone.Get($"/bindings/{id}")).Is(200);
        Assert.Equal(["补签名页", "补律所函"], asked["needs"]!.AsArray().Select(n => (string)n!));
        Assert.NotNull((string?)asked["supplementBy"]);
        var paper = await phone.Uploaded();
        var brought = (
            await phone.Post(
                $"/bindings/{id}/supplement",
                new { id = Guid.CreateVersion7(), papers = new[] { new { kind = "powerOfAttorney", attachmentId = paper } } }
            )
        ).Is(200);
        Assert.Equal(("toReview", 3), ((string)brought["state"]!, brought["papers"]!.AsArray().Count));
        var again = await Assert.ThrowsAsync<RefusedException>(() =>
            host.Data.Use((AskForMissing a) => a.Handle(id, Guid.CreateVersion7(), ["再补"], by, default))
        );
        Assert.Equal("case_binding.asked_before", again.Code);
    }

    [Fact]
    public async Task A_third_agent_of_a_party_is_refused_at_the_review_and_the_party_ends_what_it_gave()
    {
        var party = await host.Data.Litigant();
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        await host.Data.Staff(Role.LiaisonOfficer, await host.Data.Division(DivisionKind.Filing));
        var @case = await host.Data.Case(judge: judge, plaintiff: party);
        var by = await host.Data.ActorOf(judge);
        List<Guid> ids = [];
        for (var i = 0; i < 3; i++)
        {
            var phone = await host.SignedIn(await host.Data.Litigant("罗文"));
            ids.Add((Guid)(await Ask(phone, @case.Number, party.Name!)).Is(201)["id"]!);
        }

        foreach (var id in ids.Take(2))
            await host.Data.Use((ApproveBinding a) => a.Handle(id, Guid.CreateVersion7(), s_general, by, default));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            host.Data.Use((ApproveBinding a) => a.Handle(ids[2], Guid.CreateVersion7(), s_general, by, default))
        );
        Assert.Equal("case_binding.too_many_agents", refused.Code);

        var own = await host.SignedIn(party);
        (await Ask(own, @case.Number, party.Name!)).IsRefused(409, "case_binding.is_party");
        Assert.Equal(2, (await own.Get("/bindings/given")).Is(200)["items"]!.AsArray().Count);
        (await own.Post($"/bindings/{ids[0]}/end", new { id = Guid.CreateVersion7() })).Is(204);
        Assert.Single((await own.Get("/bindings/given")).Is(200)["items"]!.AsArray());
        await host.Data.Use((ApproveBinding a) => a.Handle(ids[2], Guid.CreateVersion7(), s_general, by, default));
    }

    [Fact]
    public async Task Of_three_approvals_at_the_same_moment_two_bind()
    {
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        await host.Data.Staff(Role.LiaisonOfficer, await host.Data.Division(DivisionKind.Filing));
        var @case = await host.Data.Case(judge: judge);
        var by = await host.Data.ActorOf(judge);
        List<Guid> ids = [];
        for (var i = 0; i < 3; i++)
            ids.Add((await host.Data.Binding(@case, await host.Data.Litigant("罗文"))).Id);
        var bound = await Task.WhenAll(ids.Select(id => Approved(id, by)));
        Assert.Equal(2, bound.Count(b => b));
        var party = @case.Parties[0].Id;
        var seats = await host.Data.Use(
            (CourtDb db) => db.Set<CaseAgent>().Where(a => a.PartyId == party).Select(a => a.Seat).ToListAsync()
        );
        Assert.Equal([1, 2], seats.Order());
    }

    [Fact]
    public async Task What_the_form_asks_for_is_checked()
    {
        var (_, @case, _, phone) = await Desk();
        var (paper, letter) = (await phone.Uploaded(), await phone.Uploaded());
        JsonObject Of(Action<JsonObject> change)
        {
            var body = Body(Guid.CreateVersion7(), @case.Number, "陈建华", "general", paper, letter);
            change(body);
            return body;
        }

        (await phone.Post("/bindings", Of(b => b["authority"] = "special"))).IsRefused(422, "case_binding.items_missing");
        (await phone.Post("/bindings", Of(b => b["items"] = new JsonArray("appeal")))).IsRefused(422, "case_binding.items_not_given");
        (await phone.Post("/bindings", Of(b => b["licenceNumber"] = ""))).IsRefused(422, "case_binding.licence_missing");
        (await phone.Post("/bindings", Of(b => b["partyName"] = " "))).IsRefused(422, "case_binding.party_name_missing");
        (await phone.Post("/bindings", Of(b => b["endsOn"] = "2020-01-01"))).IsRefused(422, "case_binding.ends_before_today");
        (await phone.Post("/bindings", Of(b => b["papers"] = new JsonArray()))).IsRefused(422, "case_binding.papers_missing");
        (await phone.Post("/bindings", Of(b => b["caseNumber"] = "（2026）京0101民初1号"))).IsRefused(400, "case_number.other_court");
        (await phone.Post("/bindings", Of(b => b["caseNumber"] = "（2014）越法民一初字第12号"))).IsRefused(
            400,
            "case_binding.legacy_number"
        );
        var unknown = await host.SignedIn(await host.Data.Litigant(verified: false));
        (await unknown.Post("/bindings", Of(_ => { }))).IsRefused(403, "litigant.not_verified");
        (await host.Phone().Post("/bindings", Of(_ => { }))).IsRefused(401, "auth.required");
    }

    [Fact]
    public async Task Guesses_end_at_the_days_limit_and_at_the_minutes()
    {
        var (_, _, _, phone) = await Desk();
        for (var i = 0; i < 10; i++)
            (await Ask(phone, $"(2026)粤0104民初{7_000_000 + i}号", "陈建华")).Is(201);
        (await Ask(phone, "(2026)粤0104民初7000011号", "陈建华")).IsRefused(429, "case_binding.too_many_today");
        var strict = host.Another(null, ("RateLimits:BindingPerPerson", "1"));
        var busy = await host.SignedInByWeChat(on: strict);
        (await busy.Post("/bindings", Body(Guid.CreateVersion7(), "x", "陈建华", "general"))).IsRefused(403, "litigant.not_verified");
        Assert.Equal(429, (await busy.Post("/bindings", Body(Guid.CreateVersion7(), "x", "陈建华", "general"))).Status);
    }

    private async Task<bool> Approved(Guid id, Actor by)
    {
        try
        {
            await host.Data.Use((ApproveBinding a) => a.Handle(id, Guid.CreateVersion7(), s_general, by, default));
            return true;
        }
        catch (RefusedException refused)
        {
            Assert.Equal("case_binding.too_many_agents", refused.Code);
            return false;
        }
    }

    private async Task<(Staff Judge, Case Case, Litigant Lawyer, Phone Phone)> Desk()
    {
        var judge = await host.Data.Staff(Role.Judge, await host.Data.Division());
        await host.Data.Staff(Role.LiaisonOfficer, await host.Data.Division(DivisionKind.Filing));
        var @case = await host.Data.Case(judge: judge);
        var lawyer = await host.Data.Litigant("彭律");
        return (judge, @case, lawyer, await host.SignedIn(lawyer));
    }

    private static async Task<Answer> Ask(Phone phone, string number, string party, string authority = "general") =>
        await phone.Post(
            "/bindings",
            Body(Guid.CreateVersion7(), number, party, authority, await phone.Uploaded(), await phone.Uploaded())
        );

    private static JsonObject Body(Guid id, string number, string party, string authority, params Guid[] papers) =>
        new()
        {
            ["id"] = id,
            ["caseNumber"] = number,
            ["partyName"] = party,
            ["kind"] = "lawyer",
            ["authority"] = authority,
            ["licenceNumber"] = "14401201012340832",
            ["firm"] = "广东岭南律师事务所",
            ["papers"] = new JsonArray([
                .. papers.Select((p, i) => new JsonObject { ["kind"] = i == 0 ? "powerOfAttorney" : "letter", ["attachmentId"] = p }),
            ]),
        };

    private static async Task<List<string>> CasesOf(Phone phone) => await phone.Pages("/cases?limit=20", "id");

    private static string Without(JsonNode node, string[] fields)
    {
        var copy = node.DeepClone().AsObject();
        foreach (var field in fields)
            copy.Remove(field);
        return copy.ToJsonString();
    }
}
