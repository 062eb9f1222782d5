using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Submissions;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests.Submissions;

/// <summary>材料和申请 over HTTP: the receipt is there at once, what is missing is asked for once, the other side sees what was released.</summary>
[Collection(ApiTest.Name)]
public sealed class SubmissionTests(ApiHost host)
{
    [Fact]
    public async Task A_receipt_at_once_judge_and_clerk_told_and_decided()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var file = await phone.Uploaded();
        var body = Defence(desk.Case.Id, file);
        var sent = (await phone.Post("/submissions", body)).Is(201);
        var id = (Guid)sent["id"]!;
        Assert.Matches("^CL[0-9]{8}-[0-9]{4}$", (string)sent["number"]!);
        Assert.Equal(
            ("defence", "toReview", "法院在看", 64),
            ((string)sent["kind"]!, (string)sent["state"]!, (string)sent["stateText"]!, ((string)sent["receipt"]!["hash"]!).Length)
        );
        var told = await Told(SubmissionNotices.Sent);
        Assert.Equal(
            new[] { desk.Judge.Id, desk.Clerk.Id }.Order(),
            told.Where(n => n.Channel == NoticeChannel.Sms && n.Subject!.Id == id).Select(n => n.RecipientId!.Value).Order()
        );

        // The clerk's list has it; a clerk's kind is decided by the clerk, and a defence goes to the other side by itself.
        var clerk = await host.Data.ActorOf(desk.Clerk);
        var waiting = await host.Data.Use((SubmissionQueries q) => q.List(SubmissionList.ToReview, null, clerk, default));
        Assert.Contains(waiting.Rows, r => r.Id == id && r.Title == "答辩状" && r.Files == 1);
        var detail = await host.Data.Use((SubmissionQueries q) => q.Find(id, clerk, default));
        Assert.Equal(
            (true, true, true, true),
            (detail!.IsIntact, detail.IsVerified, detail.MayDecide, detail.Law.Contains("128") || detail.Law.Contains("一百二十八"))
        );
        var other = await host.SignedIn(desk.Plaintiff);
        Assert.Empty(Items(await other.Get($"/submissions/released?caseId={desk.Case.Id}")));
        (await other.Get($"/attachments/{file}")).IsRefused(404, "attachment.not_found");
        await host.Data.Use((AcceptSubmission a) => a.Handle(id, Guid.CreateVersion7(), new(""), clerk, default));
        var decided = (await phone.Get($"/submissions/{id}")).Is(200);
        Assert.Equal(
            ("accepted", "法院收下了", true),
            ((string)decided["state"]!, (string)decided["stateText"]!, (bool)decided["released"]!)
        );
        var released = Assert.Single(Items(await other.Get($"/submissions/released?caseId={desk.Case.Id}")));
        Assert.Equal((id, "被告 李*强"), ((Guid)released!["id"]!, (string)released["by"]!));
        Assert.Equal(200, (await other.Get($"/attachments/{file}")).Status);
        var text = (await Told(SubmissionNotices.Accepted)).First(n => n.Subject!.Id == id).Fields;
        Assert.Contains("...号", text["maskedCase"]);
        Assert.DoesNotContain(desk.Case.Number[11..], string.Join(' ', text.Values), StringComparison.Ordinal);

        // Who leaves the case sees nothing from then on.
        await Leave(desk.Case, PartyRole.Plaintiff);
        Assert.Empty(Items(await other.Get($"/submissions/released?caseId={desk.Case.Id}")));
        (await other.Get($"/attachments/{file}")).IsRefused(404, "attachment.not_found");
        await Leave(desk.Case, PartyRole.Defendant);
        (await phone.Get($"/submissions/{id}")).IsRefused(404, "submission.not_found");
        Assert.Empty(Items(await phone.Get("/submissions?limit=20")));
    }

    [Fact]
    public async Task The_same_twice_is_one_and_what_is_not_theirs_is_not_found()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var body = Defence(desk.Case.Id, await phone.Uploaded());
        var id = (Guid)(await phone.Post("/submissions", body)).Is(201)["id"]!;
        Assert.Equal(id, (Guid)(await phone.Post("/submissions", body)).Is(200)["id"]!);
        var otherwise = Defence(desk.Case.Id, await phone.Uploaded());
        otherwise["id"] = id;
        (await phone.Post("/submissions", otherwise)).IsRefused(409, "submission.sent_otherwise");

        var stranger = await host.SignedIn(await host.Data.Litigant());
        (await stranger.Post("/submissions", body)).IsRefused(409, "submission.id_reused");
        (await stranger.Post("/submissions", Defence(desk.Case.Id, await stranger.Uploaded()))).IsRefused(404, "submission.case_not_found");
        (await stranger.Get($"/submissions/{id}")).IsRefused(404, "submission.not_found");
        (await stranger.Get($"/submissions/kinds?caseId={desk.Case.Id}")).IsRefused(404, "submission.case_not_found");
        foreach (var act in new[] { "urge", "take-back", "supplement" })
            (await stranger.Post($"/submissions/{id}/{act}", new { id = Guid.CreateVersion7() })).IsRefused(404, "submission.not_found");
        var unknown = await host.SignedIn(await host.Data.Litigant(verified: false));
        (await unknown.Post("/submissions", Defence(desk.Case.Id, Guid.CreateVersion7()))).IsRefused(403, "litigant.not_verified");
        (await host.Phone().Get("/submissions?limit=20")).IsRefused(401, "auth.required");

        var number = (string)(await phone.Get($"/submissions/{id}")).Is(200)["number"]!;
        Assert.Equal(id, (Guid)(await phone.Get($"/submissions/by-number/{number.ToLowerInvariant()}")).Is(200)["id"]!);
        (await stranger.Get($"/submissions/by-number/{number}")).IsRefused(404, "submission.not_found");
        (await phone.Post($"/submissions/{id}/urge", new { id = Guid.CreateVersion7() })).Is(200);
        (await phone.Post($"/submissions/{id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(409, "submission.urged_today");
        (await phone.Post($"/submissions/{id}/take-back", new { id = Guid.CreateVersion7(), reason = "写错了" })).Is(200);
        var clerk = await host.Data.ActorOf(desk.Clerk);
        var closed = await Assert.ThrowsAsync<RefusedException>(() =>
            host.Data.Use((AcceptSubmission a) => a.Handle(id, Guid.CreateVersion7(), new(""), clerk, default))
        );
        Assert.Equal("submission.closed", closed.Code);
    }

    [Fact]
    public async Task Everything_missing_is_asked_for_once_and_brought_at_once()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var id = (Guid)(await phone.Post("/submissions", Defence(desk.Case.Id, await phone.Uploaded()))).Is(201)["id"]!;
        (await phone.Post($"/submissions/{id}/supplement", new { id = Guid.CreateVersion7(), text = "补" })).IsRefused(
            409,
            "submission.not_awaited"
        );
        var clerk = await host.Data.ActorOf(desk.Clerk);
        await Ask(id, clerk, new AskedFor(["补签名", "补身份证反面"]));
        var asked = (await phone.Get($"/submissions/{id}")).Is(200);
        Assert.Equal(["补签名", "补身份证反面"], asked["needs"]!.AsArray().Select(n => (string)n!));
        (await phone.Get("/submissions?state=1")).IsRefused(400, "request.invalid");
        Assert.Equal(
            (1, "awaitingSubmitter"),
            ((int)(await phone.Get("/submissions?state=awaitingSubmitter")).Is(200)["counts"]!["awaited"]!, (string)asked["state"]!)
        );
        var file = await phone.Uploaded();
        var entry = Guid.CreateVersion7();
        var more = new { id = entry, files = new[] { new { attachmentId = file, part = "proof" } } };
        var before = (string)asked["receipt"]!["hash"]!;
        var brought = (await phone.Post($"/submissions/{id}/supplement", more)).Is(200);
        (await phone.Post($"/submissions/{id}/supplement", more)).Is(200);
        Assert.Equal(
            ("toReview", 2, false),
            ((string)brought["state"]!, brought["files"]!.AsArray().Count, (string)brought["receipt"]!["hash"]! == before)
        );

        var again = await Assert.ThrowsAsync<RefusedException>(() => Ask(id, clerk, new AskedFor(["再补"])));
        Assert.Equal("submission.asked_before", again.Code);
        await Ask(id, clerk, new AskedFor(["再补"], WhyAgain: "补来的身份证过期"));
        var facts = await host.Data.Use((CourtDb db) => db.Set<TraceRow>().Where(t => t.SubjectId == id).Select(t => t.Kind).ToListAsync());
        Assert.Equal(
            (1, 1),
            (facts.Count(f => f == SubmissionFacts.MissingAsked), facts.Count(f => f == SubmissionFacts.MissingAskedAgain))
        );
    }

    [Fact]
    public async Task An_agent_appeals_only_by_special_authority_that_runs()
    {
        var desk = await host.Data.SubmissionScene(state: CaseState.Closed);
        var lawyer = await host.Data.Litigant("彭律");
        await host.Data.Agent(desk.Case, lawyer);
        var phone = await host.SignedIn(lawyer);
        var body = Body(desk.Case.Id, SubmissionKind.Counterclaim, (await phone.Uploaded(), "counterclaim"));
        var refused = await phone.Post("/submissions", body);
        refused.IsRefused(403, "submission.needs_authority");
        Assert.Contains("第六十二条", (string)refused.Json["title"]!, StringComparison.Ordinal);
        var kinds = (await phone.Get($"/submissions/kinds?caseId={desk.Case.Id}")).Is(200)["kinds"]!.AsArray();
        Assert.All(kinds.Where(k => (bool)k!["needsSpecialAuthority"]!), k => Assert.False((bool)k!["canAct"]!));
        Assert.Contains(kinds, k => (string)k!["kind"]! == "otherMaterial" && (bool)k["canAct"]!);
        await EndAgency(lawyer);
        (await phone.Post("/submissions", body)).IsRefused(404, "submission.case_not_found");
    }

    [Fact]
    public async Task Whole_checked_and_bounded()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var (caseId, file) = (desk.Case.Id, await phone.Uploaded());
        async Task Refused(JsonObject body, int status, string code) => (await phone.Post("/submissions", body)).IsRefused(status, code);
        await Refused(Body(caseId, SubmissionKind.Defence), 422, "submission.nothing_to_send");
        await Refused(Body(caseId, SubmissionKind.Defence, (file, "proof")), 422, "submission.parts_missing");
        await Refused(Body(caseId, SubmissionKind.Defence, (file, "other")), 422, "submission.part_unknown");
        await Refused(Body(caseId, SubmissionKind.Evidence, (file, "evidence")), 422, "submission.evidence_incomplete");
        await Refused(With(Defence(caseId, file), "answers", Answer("nothing", "x")), 422, "submission.field_unknown");
        var wrong = Defence(caseId, file);
        wrong["files"]![0]!["sha256"] = new string('0', 64);
        await Refused(wrong, 422, "submission.hash_mismatch");
        await Refused(Defence(caseId, Guid.CreateVersion7()), 404, "attachment.not_found");
        var bytes = Samples.Png();
        file = await phone.Uploaded(bytes);
        var right = Defence(caseId, file);
        right["files"]![0]!["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        (await phone.Post("/submissions", right)).Is(201);
        await Refused(Defence(caseId, file), 404, "attachment.not_found"); // sent already

        var strict = await host.SignedIn(desk.Plaintiff, host.Another(null, ("Submissions:SubmissionsADay", "1")));
        (await strict.Post("/submissions", Body(caseId, SubmissionKind.OtherMaterial, (await strict.Uploaded(), "other")))).Is(201);
        (await strict.Post("/submissions", Body(caseId, SubmissionKind.OtherMaterial, (await strict.Uploaded(), "other")))).IsRefused(
            429,
            "submission.too_many_today"
        );
    }

    [Fact]
    public async Task Of_many_at_the_same_moment_one_is_made()
    {
        var desk = await host.Data.SubmissionScene();
        var phone = await host.SignedIn(desk.Defendant);
        var body = Defence(desk.Case.Id, await phone.Uploaded()).ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.Post("/submissions", JsonNode.Parse(body)!)));
        Assert.Equal([200, 200, 200, 200, 201], answers.Select(a => a.Status).Order());
        var clerk = await host.Data.ActorOf(desk.Clerk);
        var id = (Guid)answers[0].Is(answers[0].Status)["id"]!;
        var decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Decided(id, i % 2 == 0, clerk)));
        Assert.Equal(1, decided.Count(d => d));
    }

    [Fact]
    public async Task Of_a_sensitive_case_nothing_goes_to_a_phone()
    {
        var desk = await host.Data.SubmissionScene(CaseRestriction.Family);
        var phone = await host.SignedIn(desk.Defendant);
        var id = (Guid)(await phone.Post("/submissions", Defence(desk.Case.Id, await phone.Uploaded()))).Is(201)["id"]!;
        await host.Data.Use(
            async (RefuseSubmission r) =>
                await r.Handle(id, Guid.CreateVersion7(), new("没有签名"), await host.Data.ActorOf(desk.Clerk), default)
        );
        var told = await host.Data.Use(
            (CourtDb db) => db.Set<Notice>().Where(n => n.SubjectId == id && n.Channel == NoticeChannel.Sms).ToListAsync()
        );
        Assert.NotEmpty(told);
        Assert.All(
            told,
            n => Assert.DoesNotContain(n.Fields, f => !f.Key.Contains(':') && (f.Value.Contains("民初") || f.Value.Contains("答辩")))
        );
        Assert.Equal("没有签名", (string)(await phone.Get($"/submissions/{id}")).Is(200)["reason"]!);
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page_and_by_case()
    {
        var desk = await host.Data.SubmissionScene();
        List<string> ids = [];
        for (var i = 0; i < 5; i++)
            ids.Add((await host.Data.Submission(desk.Case, desk.Defendant)).Id.ToString());
        var phone = await host.SignedIn(desk.Defendant);
        List<string> read = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var page = (await phone.Get($"/submissions?limit=2&caseId={desk.Case.Id}&cursor={cursor}")).Is(200);
            read.AddRange(page["items"]!.AsArray().Select(i => (string)i!["id"]!));
            cursor = (string?)page["next"];
        }

        ids.Reverse();
        Assert.Equal(ids, read);
        (await phone.Get("/submissions?cursor=x")).IsRefused(400, "request.cursor_invalid");
        var page1 = (await phone.Get("/submissions/applications?limit=5")).Is(200);
        Assert.Equal(desk.Case.Id, (Guid)page1["cases"]!.AsArray().Single()!["case"]!["id"]!);
    }

    private Task Ask(Guid id, Actor by, AskedFor asked) =>
        host.Data.Use((AskSubmitter a) => a.Handle(id, Guid.CreateVersion7(), asked, by, default));

    private async Task<bool> Decided(Guid id, bool accept, Actor by)
    {
        try
        {
            if (accept)
                await host.Data.Use((AcceptSubmission a) => a.Handle(id, Guid.CreateVersion7(), new(""), by, default));
            else
                await host.Data.Use((RefuseSubmission r) => r.Handle(id, Guid.CreateVersion7(), new("不收"), by, default));
            return true;
        }
        catch (RefusedException refused)
        {
            Assert.Equal("submission.closed", refused.Code);
            return false;
        }
    }

    private Task<List<Notice>> Told(NoticeKind kind) =>
        host.Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.Kind == kind.Key).ToListAsync());

    private Task Leave(Case @case, PartyRole role) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseParty>()
                    .Where(p => p.CaseId == @case.Id && p.Role == role)
                    .ExecuteUpdateAsync(s => s.SetProperty(p => p.LeftAt, DateTimeOffset.UnixEpoch))
        );

    private Task EndAgency(Litigant agent) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<CaseAgent>()
                    .Where(a => a.IdentityKey == agent.IdentityKey)
                    .ExecuteUpdateAsync(s => s.SetProperty(a => a.EndsOn, new DateOnly(2020, 1, 1)))
        );

    private static JsonArray Items(Answer answer) => answer.Is(200)["items"]!.AsArray();

    private static JsonObject Defence(Guid caseId, Guid file) => Body(caseId, SubmissionKind.Defence, (file, "defence"));

    private static JsonObject Answer(string key, string value) => new() { ["key"] = key, ["value"] = value };

    private static JsonObject With(JsonObject body, string list, JsonObject one)
    {
        body[list] = new JsonArray(one);
        return body;
    }

    private static JsonObject Body(Guid caseId, SubmissionKind kind, params (Guid Id, string Part)[] files) =>
        new()
        {
            ["id"] = Guid.CreateVersion7(),
            ["caseId"] = caseId,
            ["kind"] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()),
            ["answers"] = new JsonArray(),
            ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["attachmentId"] = f.Id, ["part"] = f.Part })]),
        };
}
