using Domain.Handling;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class AfterAnswerTests(ApiHost host)
{
    [Fact]
    public async Task A_reopened_message_shows_what_was_answered_and_waits_for_the_next_answer()
    {
        var (litigant, order, judge) = await Message();
        await host.Data.Answer(order, judge, "可以。");
        var phone = await host.SignedIn(litigant);
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "dissatisfied", words = "没说要不要原件" })).Is(200);
        await host.Data.Use(
            async (Reopen<WorkOrder> reopen) =>
                await reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "要补充原件的要求"), await Filing(), default)
        );

        var open = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        Assert.Equal(("toAnswer", "重新办理中", 1), ((string)open["state"]!, (string)open["stateText"]!, (int)open["reopenCount"]!));
        Assert.Null(open["answer"]);
        Assert.Equal(["message", "answer"], open["conversation"]!.AsArray().Select(s => (string)s!["kind"]!));
        Assert.Equal(
            ["您发出了留言", "12368 转给了承办部门", "法官答复", "您不满意，法院重新办理", "等法官查看", "法院答复"],
            open["timeline"]!.AsArray().Select(s => (string)s!["title"]!)
        );
        Assert.Equal(
            ("dissatisfied", "没说要不要原件"),
            ((string)open["formerRatings"]![0]!["score"]!, (string)open["formerRatings"]![0]!["words"]!)
        );
        Assert.DoesNotContain("要补充原件的要求", Plain(open));
        Assert.True((bool)open["urge"]!["allowed"]!);
        Assert.False((bool)open["rating"]!["allowed"]!);
        Assert.Equal("重新办理中", (string)(await phone.Get("/work-orders")).Is(200)["items"]![0]!["stateText"]!);

        await host.Data.Answer(order, judge, "要带原件。");
        var closed = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        Assert.Equal("要带原件。", (string)closed["answer"]!["text"]!);
        Assert.Equal(["message", "answer", "answer"], closed["conversation"]!.AsArray().Select(s => (string)s!["kind"]!));
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "satisfied" })).Is(200);
    }

    [Fact]
    public async Task A_review_that_lets_the_answer_stand_may_tell_the_person_why()
    {
        var (litigant, order, judge) = await Message();
        await host.Data.Answer(order, judge, "可以。");
        var phone = await host.SignedIn(litigant);
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "dissatisfied" })).Is(200);
        await host.Data.Use(
            async (CloseReview<WorkOrder> close) =>
                await close.Handle(
                    order.Id,
                    Guid.CreateVersion7(),
                    "内部理由",
                    Guid.CreateVersion7(),
                    "开庭时法官会当面说明。",
                    await Filing(),
                    default
                )
        );

        var shown = (await phone.Get($"/work-orders/{order.Id}")).Is(200);
        Assert.Equal(
            ("explanation", "court", "开庭时法官会当面说明。"),
            (
                (string)shown["conversation"]![2]!["kind"]!,
                (string)shown["conversation"]![2]!["from"]!,
                (string)shown["conversation"]![2]!["text"]!
            )
        );
        Assert.Equal("可以。", (string)shown["answer"]!["text"]!);
        Assert.True((bool)shown["unread"]!);
        Assert.DoesNotContain("内部理由", Plain(shown));
    }

    [Fact]
    public async Task A_merged_message_leads_to_the_one_that_goes_on_and_shows_its_answer()
    {
        var (litigant, main, judge) = await Message();
        var again = await host.Data.Message(litigant, await host.Data.Case(litigant, judge: judge), text: "再问一次，能带手机吗？");
        var by = await host.Data.ActorOf(judge);
        await host.Data.Use((Merge<WorkOrder> merge) => merge.Handle(new Merging(again.Id, main.Id), Guid.CreateVersion7(), by, default));
        var phone = await host.SignedIn(litigant);

        var merged = (await phone.Get($"/work-orders/{again.Id}")).Is(200);
        Assert.Equal(
            ("closed", "已并入", main.Number, false),
            (
                (string)merged["state"]!,
                (string)merged["stateText"]!,
                (string)merged["mergedInto"]!["number"]!,
                (bool)merged["mergedInto"]!["answered"]!
            )
        );
        Assert.Null(merged["answer"]);
        Assert.Equal($"并到 {main.Number} 一起办理", (string)merged["timeline"]!.AsArray()[^1]!["title"]!);
        Assert.Equal(
            ["开庭带手机给法官看转账记录，行不行？", "再问一次，能带手机吗？"],
            (await phone.Get($"/work-orders/{main.Id}")).Is(200)["conversation"]!.AsArray().Select(s => (string)s!["text"]!)
        );
        (await phone.Post($"/work-orders/{again.Id}/urge", new { id = Guid.CreateVersion7() })).IsRefused(409, "merge.merged");
        (await phone.Post($"/work-orders/{again.Id}/rating", new { score = "satisfied" })).IsRefused(409, "merge.merged");

        await host.Data.Answer(main, judge, "可以带。");
        Assert.Equal("可以带。", (string)(await phone.Get($"/work-orders/{again.Id}")).Is(200)["answer"]!["text"]!);
        Assert.True((bool)(await phone.Get("/work-orders")).Is(200)["items"]![0]!["mergedInto"]!["answered"]!);
    }

    /// <summary>Tag, timeline and home say who answered by one rule, and what is over stands in the order of its time.</summary>
    [Fact]
    public async Task Who_answered_is_said_by_the_post_of_who_answered()
    {
        var (litigant, order, judge) = await Message();
        var phone = await host.SignedIn(litigant);
        await host.Data.Use(
            async (ReplyInterim reply) =>
                await reply.Handle(order.Id, Guid.CreateVersion7(), "请补充流水。", true, [], await host.Data.ActorOf(judge), default)
        );
        var asked = (await phone.Get("/home")).Is(200)["todo"]![0]!;
        var row = (await phone.Get("/work-orders")).Is(200)["items"]![0]!;
        Assert.Equal(
            ("supplement", "法官请您补充", $"请尽早补，法院最迟 {(string)row["answerBy"]!["text"]!}答复"),
            ((string)asked["kind"]!, (string)asked["title"]!, (string)asked["details"]![0]!)
        );
        await host.Data.Answer(order, judge, "可以。");
        (await phone.Post($"/work-orders/{order.Id}/rating", new { score = "dissatisfied" })).Is(200);
        await host.Data.Use(
            async (Reopen<WorkOrder> reopen) =>
                await reopen.Handle(order.Id, Guid.CreateVersion7(), new HandOver(judge.Id, "再答一次"), await Filing(), default)
        );
        Assert.Equal(
            ["您发出了留言", "12368 转给了承办部门", "法官先回复了您", "法官答复", "您不满意，法院重新办理"],
            (await phone.Get($"/work-orders/{order.Id}")).Is(200)["timeline"]!.AsArray().Select(s => (string)s!["title"]!).Take(5)
        );
        await host.Data.Answer(order, judge, "要带原件。");
        foreach (var (role, who) in new[] { (Role.HotlineAgent, "12368 "), (Role.FilingDivision, "立案庭"), (Role.Judge, "法官") })
        {
            await host.Data.Use(
                (CourtDb db) =>
                    db.Set<WorkOrder>().Where(o => o.Id == order.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.OwnerRole, role))
            );
            Assert.Equal(who, (string)(await phone.Get("/work-orders")).Is(200)["items"]![0]!["answerer"]!);
            Assert.Equal($"{who}答复您了，去看看", (string)(await phone.Get("/home")).Is(200)["todo"]![0]!["title"]!);
            var steps = (await phone.Get($"/work-orders/{order.Id}")).Is(200)["timeline"]!.AsArray();
            Assert.Equal($"{who}答复", (string)steps[^1]!["title"]!);
        }
    }

    private async Task<(Litigant, WorkOrder, Staff)> Message()
    {
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division);
        var litigant = await host.Data.Litigant();
        return (litigant, await host.Data.Message(litigant, await host.Data.Case(litigant, division, judge)), judge);
    }

    private async Task<Actor> Filing() =>
        await host.Data.ActorOf(await host.Data.Staff(Role.FilingDivision, await host.Data.Division(DivisionKind.Filing)));

    private static string Plain(System.Text.Json.Nodes.JsonNode json) =>
        json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
