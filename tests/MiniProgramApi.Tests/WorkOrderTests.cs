using System.Data.Common;
using Domain.Litigants;
using Domain.Organisation;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class WorkOrderTests(ApiHost host)
{
    [Fact]
    public async Task A_message_about_my_case_goes_to_its_judge_with_a_deadline_told_before()
    {
        var (litigant, @case, _) = await CaseWithJudge();
        var phone = await host.SignedIn(litigant);
        var preview = (await phone.Get($"/work-orders/preview?caseId={@case.Id}&category=caseQuery")).Is(200);
        Assert.Equal(
            ("越秀区人民法院", "民事审判第一庭", "承办法官"),
            ((string)preview["courtName"]!, (string)preview["divisionName"]!, (string)preview["ownerRole"]!)
        );
        Assert.Equal(3, preview["days"]!.AsArray().Count);
        Assert.Equal((string)preview["days"]![2]!, (string)preview["answerBy"]!["date"]!);

        var file = await phone.Uploaded();
        var id = Guid.CreateVersion7();
        var created = await phone.Post("/work-orders", Message(id, caseId: @case.Id, files: [file]));
        var order = created.Is(201);
        Assert.EndsWith($"/api/v1/work-orders/{id}", created.Headers.Location!.ToString());
        Assert.Equal(preview["answerBy"]!.ToJsonString(), order["answerBy"]!.ToJsonString());
        Assert.Matches("^GZ[0-9]{8}-[0-9]{6}$", (string)order["number"]!);
        Assert.Equal(
            ("toAnswer", "待答复", "caseQuery"),
            ((string)order["state"]!, (string)order["stateText"]!, (string)order["categoryCode"]!)
        );
        Assert.Equal("开庭带手机行不行？", (string)order["title"]!);
        Assert.Equal(file, (Guid)order["attachments"]![0]!["id"]!);
        Assert.Equal(@case.Id, (Guid)order["case"]!["id"]!);
        Assert.Equal(["done", "done", "now", "next"], order["timeline"]!.AsArray().Select(s => (string)s!["step"]!));
        Assert.Equal(
            ["您发出了留言", "12368 转给了承办部门", "等法官查看", "法院答复"],
            order["timeline"]!.AsArray().Select(s => (string)s!["title"]!)
        );
        Assert.Equal("message", (string)Assert.Single(order["conversation"]!.AsArray())!["kind"]!);
        Assert.Equal("""{"allowed":true,"count":0,"reason":null}""", order["urge"]!.ToJsonString());
        Assert.Equal("""{"allowed":false,"score":null,"words":null}""", order["rating"]!.ToJsonString());
        Assert.True((bool)order["canSupplement"]!);
        Assert.Equal((await phone.Get($"/work-orders/{id}")).Is(200).ToJsonString(), order.ToJsonString());
        Assert.Equal(
            Channel.Web,
            await host.Data.Use((CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == id).Select(o => o.Channel).SingleAsync())
        );
    }

    [Fact]
    public async Task A_message_without_a_case_goes_to_the_filing_division_and_WeChat_is_its_channel()
    {
        var phone = await host.SignedInByWeChat();
        var id = Guid.CreateVersion7();
        var order = (await phone.Post("/work-orders", Message(id, courtId: (await host.Data.Court()).Id))).Is(201);
        Assert.Equal(
            ("toAssign", "联络员", "立案庭"),
            ((string)order["state"]!, (string)order["ownerRole"]!, (string)order["divisionName"]!)
        );
        Assert.Null(order["case"]);
        Assert.Equal("承办部门正在安排法官", (string)order["timeline"]![2]!["title"]!);
        Assert.Equal((await phone.Get($"/work-orders/{id}")).Is(200).ToJsonString(), order.ToJsonString());
        Assert.Equal(
            Channel.WeChat,
            await host.Data.Use((CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == id).Select(o => o.Channel).SingleAsync())
        );
    }

    [Fact]
    public async Task A_typed_number_of_somebody_elses_case_is_taken_like_one_that_does_not_exist()
    {
        var theirs = await host.Data.Case(await host.Data.Litigant(), judge: await host.Data.Staff(Role.Judge, await host.Data.Division()));
        var phone = await host.SignedIn(await host.Data.Litigant("王小二"));
        var missing = $"(2026)粤0104民初{900_000 + CourtData.Next()}号";
        var orders = new List<string>();
        foreach (var number in new[] { theirs.Number, missing })
        {
            var order = (await phone.Post("/work-orders", Message(Guid.CreateVersion7(), caseNumber: number))).Is(201);
            Assert.Null(order["case"]);
            Assert.Equal(number.Replace('(', '（').Replace(')', '）'), (string)order["caseNumber"]!);
            orders.Add($"{order["divisionName"]} {order["ownerRole"]} {order["state"]} {order["courtName"]}");
        }

        Assert.Equal(orders[0], orders[1]);
        (await phone.Post("/work-orders", Message(Guid.CreateVersion7(), caseId: theirs.Id))).IsRefused(404, "case.not_found");
    }

    [Fact]
    public async Task Sixteen_sends_of_one_message_at_once_make_one_order()
    {
        var phone = await host.SignedInByWeChat();
        var body = Message(
            Guid.CreateVersion7(),
            courtId: (await host.Data.Court()).Id,
            files: [await phone.Uploaded(), await phone.Uploaded()]
        );
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => phone.Post("/work-orders", body)));
        Assert.Single(answers, a => a.Status == 201);
        Assert.Equal(15, answers.Count(a => a.Status == 200));
        Assert.Single(answers.Select(a => (string)a.Json["number"]!).Distinct());
        Assert.Single((await phone.Get("/work-orders")).Is(200)["items"]!.AsArray());
        var again = (await phone.Post("/work-orders", body)).Is(200);
        Assert.Equal(2, again["attachments"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_message_about_my_case_is_one_read_and_one_write()
    {
        var reads = new CountedReads();
        var counted = host.AnotherWith(s => s.ConfigureDbContext<PostgreSqlCourtDb>(o => o.AddInterceptors(reads)));
        var (litigant, @case, _) = await CaseWithJudge();
        var phone = await host.SignedIn(litigant, counted);
        List<int> each = [];
        for (var i = 0; i < 4; i++)
        {
            var before = reads.Count;
            (await phone.Post("/work-orders", Message(Guid.CreateVersion7(), caseId: @case.Id))).Is(201);
            each.Add(reads.Count - before);
        }

        Assert.Equal(1, each.Min()); // now and then a session, a block of numbers or the calendar comes on top
    }

    [Fact]
    public async Task An_agent_leaves_a_message_about_the_case_while_the_authority_runs()
    {
        var (_, @case, _) = await CaseWithJudge();
        var (agent, former) = (await host.Data.Litigant("何律师"), await host.Data.Litigant("梁律师"));
        await host.Data.Agent(@case, agent);
        await host.Data.Agent(@case, former, endedAt: host.Data.Now());
        var phone = await host.SignedIn(agent);
        var id = Guid.CreateVersion7();
        var order = (await phone.Post("/work-orders", Message(id, caseId: @case.Id))).Is(201);
        Assert.Equal("原告的代理人", (string)order["case"]!["roleText"]!);
        Assert.Equal((await phone.Get($"/work-orders/{id}")).Is(200).ToJsonString(), order.ToJsonString());
        var without = await host.SignedIn(former);
        (await without.Post("/work-orders", Message(Guid.CreateVersion7(), caseId: @case.Id))).IsRefused(404, "case.not_found");
    }

    [Fact]
    public async Task An_id_that_another_person_has_used_is_refused()
    {
        var body = Message(Guid.CreateVersion7(), courtId: (await host.Data.Court()).Id);
        (await (await host.SignedInByWeChat()).Post("/work-orders", body)).Is(201);
        (await (await host.SignedInByWeChat()).Post("/work-orders", body)).IsRefused(409, "request.id_reused");
    }

    [Fact]
    public async Task My_messages_come_page_by_page_newest_first()
    {
        var litigant = await host.Data.Litigant();
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++)
            ids.Add((await host.Data.Message(litigant, text: $"第 {i} 条")).Id);
        ids.Reverse();
        var phone = await host.SignedIn(litigant);
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await phone.Get($"/work-orders?limit=2&cursor={cursor}")).Is(200);
            seen.AddRange(page["items"]!.AsArray().Select(i => (Guid)i!["id"]!));
            cursor = (string?)page["nextCursor"];
        } while (cursor is not null);
        Assert.Equal(ids, seen);
        Assert.Equal(5, (await phone.Get("/work-orders?state=open")).Is(200)["items"]!.AsArray().Count);
        Assert.Empty((await phone.Get("/work-orders?state=closed")).Is(200)["items"]!.AsArray());
        (await phone.Get("/work-orders?state=lost")).IsRefused(400, "request.invalid");
        (await phone.Get("/work-orders?cursor=xyz")).IsRefused(400, "request.cursor_invalid");
        (await phone.Get("/work-orders?limit=1000")).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task An_answer_comes_as_a_letter_and_is_rated_once()
    {
        var (litigant, @case, judge) = await CaseWithJudge();
        var order = await host.Data.Message(litigant, @case);
        var phone = await host.SignedIn(litigant);
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "satisfied" })).IsRefused(409, "work_order.not_closed");
        await host.Data.Answer(order, judge);
        Assert.True((bool)(await phone.Get("/work-orders")).Is(200)["items"]![0]!["unread"]!);

        var closed = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        var answer = closed["answer"]!;
        Assert.Equal(
            ("广州市越秀区人民法院", "民事审判第一庭", "陈建华"),
            ((string)answer["courtName"]!, (string)answer["divisionName"]!, (string)answer["addressee"]!)
        );
        Assert.Equal(["您发出了留言", "民事审判第一庭收到", "法官答复"], closed["timeline"]!.AsArray().Select(s => (string)s!["title"]!));
        Assert.DoesNotContain(judge.Name, closed.ToJsonString());
        Assert.DoesNotContain(judge.Mobile, closed.ToJsonString());
        Assert.False((bool)closed["urge"]!["allowed"]!);

        (await phone.Post($"/work-orders/{order.Id}/read")).Is(204);
        Assert.False((bool)(await phone.Get("/work-orders")).Is(200)["items"]![0]!["unread"]!);
        var rated = (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "basicallySatisfied", words = "还行" })).Is(200);
        Assert.Equal("""{"allowed":false,"score":"basicallySatisfied","words":"还行"}""", Plain(rated["rating"]!));
        var version = (long)rated["version"]!;
        Assert.Equal(
            version,
            (long)
                (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "basicallySatisfied", words = "还行" })).Is(200)[
                    "version"
                ]!
        );
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "satisfied" })).IsRefused(409, "work_order.already_rated");
        (await phone.Post($"/work-orders/{order.Id}/messages", Message(Guid.CreateVersion7()))).IsRefused(409, "work_order.closed");
        (await phone.Post($"/work-orders/{order.Id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(409, "work_order.closed");
    }

    [Fact]
    public async Task Urging_works_once_a_working_day_however_often_the_tap_is_sent()
    {
        var (litigant, @case, _) = await CaseWithJudge();
        var order = await host.Data.Message(litigant, @case);
        var phone = await host.SignedIn(litigant);
        var tap = new { id = Guid.CreateVersion7() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Post($"/work-orders/{order.Id}/urge", tap)));
        Assert.All(answers, a => Assert.Equal(1, (int)a.Is(200)["urge"]!["count"]!));
        (await phone.Post($"/work-orders/{order.Id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(409, "work_order.urged_today");
        var shown = (await phone.Get($"/work-orders/{order.Id}")).Is(200)["urge"]!;
        Assert.False((bool)shown["allowed"]!);
        Assert.Contains("以后可再催", (string)shown["reason"]!);
    }

    [Fact]
    public async Task A_supplement_sent_eight_times_at_once_is_added_once_with_its_file()
    {
        var (litigant, @case, judge) = await CaseWithJudge();
        var order = await host.Data.Message(litigant, @case);
        await host.Data.Use(
            async (ReplyInterim reply) =>
                await reply.Handle(
                    order.Id,
                    Guid.CreateVersion7(),
                    "请补一份流水。",
                    asksForMore: true,
                    [],
                    await host.Data.ActorOf(judge),
                    default
                )
        );
        var phone = await host.SignedIn(litigant);
        var waiting = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        Assert.Equal(("awaitingRequester", "等您补充"), ((string)waiting["state"]!, (string)waiting["stateText"]!));
        var body = new
        {
            id = Guid.CreateVersion7(),
            text = "<script>alert('x')</script> 流水在这里",
            attachmentIds = new[] { await phone.Uploaded() },
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => phone.Post($"/work-orders/{order.Id}/messages", body)));
        Assert.All(answers, a => a.Is(200));
        var said = (await phone.Get($"/work-orders/{order.Id}")).Is(200)["conversation"]!.AsArray();
        Assert.Equal(["message", "interim", "supplement"], said.Select(s => (string)s!["kind"]!));
        Assert.Equal(("me", "court", "me"), ((string)said[0]!["from"]!, (string)said[1]!["from"]!, (string)said[2]!["from"]!));
        Assert.Equal(body.text, (string)said[2]!["text"]!);
        Assert.Single(said[2]!["attachments"]!.AsArray());
    }

    [Fact]
    public async Task An_id_that_stands_in_another_order_is_refused()
    {
        var (litigant, @case, _) = await CaseWithJudge();
        var someone = await host.Data.Litigant();
        var (order, other) = (await host.Data.Message(litigant, @case), await host.Data.Message(someone));
        var said = new
        {
            id = Guid.CreateVersion7(),
            text = "补一份流水",
            attachmentIds = Array.Empty<Guid>(),
        };
        (await (await host.SignedIn(litigant)).Post($"/work-orders/{order.Id}/messages", said)).Is(200);
        var stranger = await host.SignedIn(someone);
        (await stranger.Post($"/work-orders/{other.Id}/messages", said)).IsRefused(409, "work_order.entry_id_reused");
        (await stranger.Post($"/work-orders/{other.Id}/urge", said)).IsRefused(409, "work_order.entry_id_reused");
    }

    [Fact]
    public async Task Internal_notes_and_handovers_stay_inside()
    {
        var (litigant, @case, judge) = await CaseWithJudge();
        var order = await host.Data.Message(litigant, @case);
        var actor = await host.Data.ActorOf(judge);
        await host.Data.Use((NoteWorkOrder note) => note.Handle(order.Id, Guid.CreateVersion7(), "当事人情绪激动", actor, default));
        var detail = (await (await host.SignedIn(litigant)).Get($"/work-orders/{order.Id}")).Is(200);
        Assert.DoesNotContain("情绪", Plain(detail));
    }

    [Fact]
    public async Task Another_persons_order_looks_like_one_that_does_not_exist()
    {
        var order = await host.Data.Message(await host.Data.Litigant());
        var stranger = await host.SignedInByWeChat();
        var calls = new (string Path, object? Body)[]
        {
            ("", null),
            (
                "/messages",
                new
                {
                    id = Guid.CreateVersion7(),
                    text = "补一条",
                    attachmentIds = Array.Empty<Guid>(),
                }
            ),
            ("/urge", new { id = Guid.CreateVersion7() }),
            ("/rating", new { score = "satisfied" }),
            ("/read", new { }),
        };
        foreach (var (path, body) in calls)
        {
            var (theirs, missing) = (await Call(order.Id), await Call(Guid.CreateVersion7()));
            theirs.IsRefused(404, "work_order.not_found");
            Assert.Equal(missing.WithoutErrorNumber, theirs.WithoutErrorNumber);

            Task<Answer> Call(Guid id) =>
                body is null ? stranger.Get($"/work-orders/{id}") : stranger.Post($"/work-orders/{id}{path}", body);
        }

        Assert.Empty((await stranger.Get("/work-orders")).Is(200)["items"]!.AsArray());
    }

    [Fact]
    public async Task Categories_are_offered_in_plain_words()
    {
        var items = (await (await host.SignedInByWeChat()).Get("/work-orders/categories")).Is(200)["items"]!.AsArray();
        Assert.Equal(
            ("caseQuery", "案件查询", "案子到哪一步了", "什么时候立案、开庭、出结果"),
            ((string)items[0]!["code"]!, (string)items[0]!["name"]!, (string)items[0]!["plain"]!, (string)items[0]!["hint"]!)
        );
        Assert.DoesNotContain(items, i => (string)i!["code"]! is "petition" or "reminder");
    }

    private async Task<(Litigant Litigant, Domain.Cases.Case Case, Staff Judge)> CaseWithJudge()
    {
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division, $"孙法官{CourtData.Next()}");
        var litigant = await host.Data.Litigant();
        return (litigant, await host.Data.Case(litigant, division, judge), judge);
    }

    private static object Message(Guid id, Guid? caseId = null, string? caseNumber = null, Guid? courtId = null, params Guid[] files) =>
        new
        {
            id,
            category = "caseQuery",
            text = "开庭带手机行不行？我怕白跑一趟。",
            caseId,
            caseNumber,
            courtId,
            attachmentIds = files,
        };

    private static string Plain(System.Text.Json.Nodes.JsonNode json) =>
        json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>What EF Core asks the database; new rows are written past it.</summary>
    private sealed class CountedReads : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _count);
            return new(result);
        }
    }
}
