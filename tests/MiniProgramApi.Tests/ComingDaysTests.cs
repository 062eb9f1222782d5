using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>What is to be done by when: on the home, and in the list of cases.</summary>
[Collection(ApiTest.Name)]
public sealed class ComingDaysTests(ApiHost host)
{
    private DateOnly Today => ChinaTime.DayOf(host.Data.Now());

    [Fact]
    public async Task Home_lists_what_has_a_day_by_that_day_and_then_what_only_wants_a_look()
    {
        var (me, phone, clerk) = await Person();
        var (judge, _) = await host.Data.People();
        var heard = await host.Data.Case(me, judge: judge);
        await Hearing(heard, Today.AddDays(12));
        var over = await host.Data.Case(me);
        await Hearing(over, Today.AddDays(-1));
        var judged = await Served(me, clerk, DocumentKind.Judgment);
        await Sign(phone, judged);
        await Ends(judged, Today.AddDays(15));
        var past = await Served(me, clerk, DocumentKind.Judgment);
        await Sign(phone, past);
        await Ends(past, Today.AddDays(-1));
        var sued = await Served(me, clerk, DocumentKind.Complaint);
        await Sign(phone, sued);
        await Ends(sued, Today.AddDays(10));
        var toSign = await Served(me, clerk, DocumentKind.Other);
        var asked = await host.Data.Message(me, heard);
        await host.Data.Use(
            async (ReplyInterim reply) =>
                await reply.Handle(asked.Id, Guid.CreateVersion7(), "请补充流水。", true, [], await host.Data.ActorOf(judge), default)
        );
        var answered = await host.Data.Message(me, heard);
        await host.Data.Answer(answered, judge);

        var home = (await phone.Get("/home")).Is(200);
        var todo = home["todo"]!.AsArray();
        Assert.Equal(
            [
                ("supplement", asked.Id),
                ("limit", sued.Copies[0].Id),
                ("hearing", heard.Id),
                ("limit", judged.Copies[0].Id),
                ("sign", toSign.Copies[0].Id),
                ("answer", answered.Id),
            ],
            todo.Select(t => ((string)t!["kind"]!, (Guid)t["id"]!))
        );
        Assert.Equal($"{ChinaTime.Day(Today.AddDays(12), Today.Year)}09:30 开庭", (string)todo[2]!["title"]!);
        Assert.Equal($"不服可以上诉，最晚 {Last(15)}", (string)todo[3]!["title"]!);
        Assert.Equal("还有 15 天", (string)todo[3]!["details"]![0]!);
        Assert.Equal(CaseNumber.DisplayOf(heard.Number), (string)todo[2]!["about"]!);
        Assert.Equal(1, (int)home["documentsToSign"]!);
    }

    [Fact]
    public async Task Answers_of_more_than_two_weeks_ago_are_only_counted()
    {
        var (me, phone, _) = await Person();
        var (judge, _) = await host.Data.People();
        var @case = await host.Data.Case(me, judge: judge);
        var fresh = await host.Data.Message(me, @case);
        await host.Data.Answer(fresh, judge);
        var old = await host.Data.Message(me, @case);
        await host.Data.Answer(old, judge);
        var at = host.Data.Now().AddDays(-15);
        await host.Data.Use(
            (CourtDb db) => db.Set<WorkOrder>().Where(o => o.Id == old.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.LastReplyAt, at))
        );
        var home = (await phone.Get("/home")).Is(200);
        Assert.Equal(fresh.Id, (Guid)Assert.Single(home["todo"]!.AsArray())!["id"]!);
        Assert.Equal((1, 2), ((int)home["olderAnswers"]!, (int)home["unreadAnswers"]!));
    }

    [Fact]
    public async Task A_document_to_sign_whose_period_runs_stands_at_its_last_day_with_the_weekday()
    {
        var (me, phone, clerk) = await Person();
        var service = await Served(me, clerk, DocumentKind.Judgment);
        await Sign(phone, service);
        await Ends(service, Today.AddDays(3));
        await host.Data.Use(
            (CourtDb db) =>
                db.Set<ServiceCopy>()
                    .Where(c => c.ServiceId == service.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(c => c.SignedAt, (DateTimeOffset?)null))
        );
        var todo = Assert.Single((await phone.Get("/home")).Is(200)["todo"]!.AsArray())!;
        Assert.Equal(("sign", "签收判决书"), ((string)todo["kind"]!, (string)todo["title"]!));
        Assert.Equal($"上诉期至 {Last(3)}，还有 3 天", (string)todo["details"]![0]!);
        Assert.Equal(Today.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), (string)todo["date"]!);
    }

    [Fact]
    public async Task A_case_says_what_comes_next_and_that_it_was_judged()
    {
        var (me, phone, clerk) = await Person();
        var heard = await host.Data.Case(me, state: CaseState.HearingScheduled);
        await Hearing(heard, Today.AddDays(12));
        var row = await Row(heard);
        var day = Assert.Single(row["days"]!.AsArray())!;
        Assert.Equal($"{ChinaTime.Day(Today.AddDays(12), Today.Year)}09:30 开庭", (string)day["text"]!);
        Assert.Equal("等开庭", (string)row["stateText"]!);

        var judged = await host.Data.Case(me, state: CaseState.Heard);
        var service = (await host.Data.BegunServices(judged, clerk, null, DocumentKind.Judgment)).Single();
        Assert.Equal("已开庭", (string)(await Row(judged))["stateText"]!);
        await Sign(phone, service);
        await Ends(service, Today.AddDays(15));
        row = await Row(judged);
        Assert.Equal(("可以上诉", true), ((string)row["stateText"]!, (bool)row["mayAppeal"]!));
        Assert.Equal($"不服可以上诉，最晚 {Last(15)}", (string)row["days"]![0]!["text"]!);
        await Ends(service, Today.AddDays(-1));
        row = await Row(judged);
        Assert.Equal(("已判决", false), ((string)row["stateText"]!, (bool)row["mayAppeal"]!));
        Assert.Empty(row["days"]!.AsArray());

        async Task<JsonNode> Row(Case @case) => (await phone.Get($"/cases/{@case.Id}")).Is(200);
    }

    [Fact]
    public async Task Cases_come_by_their_next_day_page_by_page_and_none_without_one()
    {
        var (me, phone, clerk) = await Person();
        List<Guid> wanted = [];
        for (var n = 0; n < 5; n++)
        {
            var @case = await host.Data.Case(me, state: CaseState.HearingScheduled);
            await Hearing(@case, Today.AddDays(20 - (n % 3)));
            wanted.Add(@case.Id);
        }

        var judged = await Served(me, clerk, DocumentKind.Judgment);
        await Sign(phone, judged);
        await Ends(judged, Today.AddDays(19));
        await host.Data.Case(me);
        var first = (await phone.Get("/cases?order=day&limit=2")).Is(200);
        Assert.Equal((6, 5), ((int)first["withDay"]!, (int)first["toBeHeard"]!));
        var byDay = await phone.Pages("/cases?order=day&limit=2", "id");
        Assert.Equal(6, byDay.Distinct().Count());
        Assert.Equal(wanted[2].ToString(), byDay[0]);
        Assert.Equal(judged.CaseId.ToString(), byDay[1]); // on its last day, before the hearings of that day
        var byHearing = await phone.Pages("/cases?order=hearing&limit=2", "id");
        Assert.Equal(wanted.Select(id => id.ToString()).Order(), byHearing.Order());
        Assert.Equal(wanted[2].ToString(), byHearing[0]);
        var found = (await phone.Get($"/cases?order=day&q={Uri.EscapeDataString("没有这个")}")).Is(200);
        Assert.Empty(found["items"]!.AsArray());
        var cursor = (string)first["nextCursor"]!;
        (await phone.Get($"/cases?order=hearing&cursor={cursor}")).IsRefused(400, "request.cursor_invalid");
        (await phone.Get("/cases?order=other")).IsRefused(400, "request.invalid");
    }

    private async Task<(Litigant, Phone, Staff)> Person()
    {
        var me = await host.Data.Litigant();
        return (me, await host.SignedIn(me), await host.Data.Staff(Role.Clerk, await host.Data.Division()));
    }

    private async Task<Service> Served(Litigant me, Staff clerk, DocumentKind kind) =>
        (await host.Data.BegunServices(await host.Data.Case(me), clerk, null, kind)).Single();

    private static async Task Sign(Phone phone, Service service)
    {
        var id = service.Copies.Single().Id;
        (await phone.Get($"/documents/{id}/file")).IsOk();
        (await phone.Post("/documents/sign", new { ids = new[] { id } })).Is(200);
    }

    private Task Hearing(Case @case, DateOnly day)
    {
        var at = ChinaTime.At(day, new TimeOnly(9, 30));
        return host.Data.Use(
            (CourtDb db) => db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.HearingAt, at))
        );
    }

    private Task Ends(Service service, DateOnly day) =>
        host.Data.Use(
            (CourtDb db) =>
                db.Set<ServiceCopy>().Where(c => c.ServiceId == service.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LimitEndsOn, day))
        );

    /// <summary>Within the days whose calendar is published, or said to be provisional.</summary>
    private string Last(int days) =>
        $"{Today.AddDays(days).Month} 月 {Today.AddDays(days).Day} 日（{ChinaTime.Weekday(Today.AddDays(days))}）";
}
