using System.Text;
using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MiniProgramApi.Tests;

/// <summary>One's own case, as the trial system says it; nothing of anybody else's, nothing that may not be told.</summary>
[Collection(ApiTest.Name)]
public sealed class CasePageTests(ApiHost host)
{
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    private DateOnly Today => ChinaTime.DayOf(host.Data.Now());

    [Fact]
    public async Task The_page_says_what_now_by_when_who_handles_and_what_happened()
    {
        var (me, idNumber) = await Person();
        var division = await host.Data.Division();
        var (judge, clerk) = (await host.Data.Staff(Role.Judge, division), await host.Data.Staff(Role.Clerk, division));
        var id = await Send(Whole(division, idNumber) with { Judge = judge.LoginName, Clerk = clerk.LoginName });
        var @case = await host.Data.Use((CourtDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));
        await host.Data.Message(me, @case);

        var page = await Page(await host.SignedIn(me), id);

        var hearing = page["hearings"]![0]!;
        Assert.Equal(
            ($"{ChinaTime.Day(Today.AddDays(13), Today.Year)}09:30", "还有 13 天", "越秀区人民法院第七法庭", "仓边路28号"),
            ((string)hearing["timeText"]!, (string)hearing["leftText"]!, (string)hearing["place"]!, (string)hearing["address"]!)
        );
        Assert.Equal("https://video.example/room/7", (string)hearing["videoLink"]!);
        var todo = page["todo"]!.AsArray().Single()!;
        Assert.Equal(
            ("due", $"交证据最晚 {ChinaTime.Day(Today.AddDays(7), Today.Year)}", "还有 7 天"),
            ((string)todo["kind"]!, (string)todo["title"]!, (string)todo["details"]![0]!)
        );
        var trial = page["limits"]!.AsArray().Single(l => (string)l!["kind"]! == "trial")!;
        Assert.Equal(
            ($"最晚 {ChinaTime.Day(Today.AddDays(60), Today.Year)}审完", "民事诉讼法第一百五十二条"),
            ((string)trial["title"]!, (string)trial["rule"]!)
        );
        Assert.Equal(
            [$"到 {Today.AddDays(20):yyyy-MM-dd}", $"到 {Today.AddDays(30):yyyy-MM-dd}", $"到 {Today.AddDays(60):yyyy-MM-dd}"],
            trial["sum"]!.AsArray().Select(s => (string)s!["dayText"]!)
        );
        Assert.Equal(
            [("开庭的日子定了", "排定开庭"), ("法院收下了案子", "立案")],
            page["nodes"]!["items"]!.AsArray().Select(n => ((string)n!["title"]!, (string)n["term"]!))
        );
        var contact = page["contact"]!;
        Assert.Equal(
            (Masking.Name(judge.Name), Masking.Name(clerk.Name), "民事审判第一庭"),
            ((string)contact["judge"]!, (string)contact["clerk"]!, (string)contact["divisionName"]!)
        );
        Assert.Equal((1, 1), ((int)page["messages"]!, (int)page["messagesWaiting"]!));
        var messages = (await (await host.SignedIn(me)).Get($"/work-orders?caseId={id}")).Is(200)["items"]!.AsArray();
        Assert.Single(messages);
        var due = (await (await host.SignedIn(me)).Get("/cases?order=day")).Is(200)["items"]![0]!["days"]![0]!;
        Assert.Equal("举证期限", (string)due["shortText"]!);
    }

    [Fact]
    public async Task What_is_not_public_or_was_withdrawn_never_leaves_the_court()
    {
        var (me, idNumber) = await Person();
        var division = await host.Data.Division();
        var record = Whole(division, idNumber) with
        {
            Nodes =
            [
                new("n1", CaseNodeKind.Filed, At(-30)),
                new("n2", CaseNodeKind.Other, At(-3)) { Words = "合议庭评议", Public = false },
                new("n3", CaseNodeKind.Extended, At(-2)) { Words = "发错了" },
            ],
        };
        var id = await Send(record);
        var phone = await host.SignedIn(me);
        Assert.Equal(["extended", "filed"], Kinds(await Page(phone, id)));

        await Send(record with { Version = 2, Nodes = [record.Nodes[0], record.Nodes[1], record.Nodes[2] with { Withdrawn = true }] });

        foreach (var answer in new[] { await phone.Get($"/cases/{id}/page"), await phone.Get($"/cases/{id}/nodes") })
        {
            var text = Encoding.UTF8.GetString(answer.IsOk());
            Assert.DoesNotContain("评议", text, StringComparison.Ordinal);
            Assert.DoesNotContain("发错了", text, StringComparison.Ordinal);
            Assert.Contains("filed", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_else_opens_it_and_who_left_no_more()
    {
        var (me, idNumber) = await Person();
        var (agent, agentId) = await Person("赵律师");
        var division = await host.Data.Division();
        var whole = Whole(division, idNumber);
        var withAgent = whole with
        {
            Parties = [whole.Parties[0] with { Agents = [new("赵律师") { IdNumber = agentId }] }, whole.Parties[1]],
        };
        var id = await Send(withAgent);
        var hearing = (string)(await Page(await host.SignedIn(me), id))["hearings"]![0]!["id"]!;
        var (stranger, lawyer) = (await host.SignedIn(await host.Data.Litigant("王小二")), await host.SignedIn(agent));
        string[] ways = [$"/cases/{{0}}/page", "/cases/{0}/nodes", $"/cases/{{0}}/hearings/{hearing}/calendar.ics"];
        foreach (var way in ways)
        {
            var refused = await stranger.Get(string.Format(null, way, id));
            refused.IsRefused(404, "case.not_found");
            var missing = await stranger.Get(string.Format(null, way, Guid.CreateVersion7()));
            Assert.Equal(refused.WithoutErrorNumber, missing.WithoutErrorNumber);
            Assert.Equal(200, (await lawyer.Get(string.Format(null, way, id))).Status);
        }

        (await (await host.SignedInByWeChat()).Get($"/cases/{id}/page")).IsRefused(403, "litigant.not_verified");
        await Send(whole with { Version = 2 });
        foreach (var way in ways)
            (await lawyer.Get(string.Format(null, way, id))).IsRefused(404, "case.not_found");

        await Send(whole with { Version = 3, Parties = [new("p9", "新原告", PartyRole.Plaintiff), whole.Parties[1]] });
        foreach (var way in ways)
            (await (await host.SignedIn(me)).Get(string.Format(null, way, id))).IsRefused(404, "case.not_found");
    }

    [Fact]
    public async Task Long_courses_come_page_by_page_the_newest_first()
    {
        var (me, idNumber) = await Person();
        var nodes = Enumerable.Range(1, 53).Select(n => new TrialNode($"n{n}", CaseNodeKind.Other, At(-100 + n)) { Words = $"第 {n} 步" });
        var id = await Send(Whole(await host.Data.Division(), idNumber) with { Nodes = [.. nodes] });
        var phone = await host.SignedIn(me);

        var first = (await Page(phone, id))["nodes"]!;
        Assert.Equal((50, "第 53 步"), (first["items"]!.AsArray().Count, (string)first["items"]![0]!["title"]!));
        var rest = (await phone.Get($"/cases/{id}/nodes?cursor={(string)first["nextCursor"]!}")).Is(200);
        Assert.Equal(["第 3 步", "第 2 步", "第 1 步"], rest["items"]!.AsArray().Select(n => (string)n!["title"]!));
        Assert.Null(rest["nextCursor"]);
        (await phone.Get($"/cases/{id}/nodes?limit=0")).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task A_calendar_entry_is_folded_and_its_successor_takes_its_place()
    {
        var (me, idNumber) = await Person();
        var record = Whole(await host.Data.Division(), idNumber);
        var id = await Send(record);
        var phone = await host.SignedIn(me);
        var before = await Calendar(phone, id, 0);

        Assert.All(before.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.EndsWith("END:VCALENDAR\r\n", before, StringComparison.Ordinal);
        var at = record.Hearings[0].StartsAt!.Value.UtcDateTime;
        var lines = Unfolded(before);
        Assert.Contains($"DTSTART:{at:yyyyMMdd'T'HHmmss'Z'}", lines);
        Assert.Contains("SUMMARY:开庭：您告李*强借钱不还", lines);
        Assert.Contains("LOCATION:越秀区人民法院第七法庭 仓边路28号", lines);
        Assert.Contains(lines, l => l.StartsWith("DESCRIPTION:（2026）粤", StringComparison.Ordinal) && l.Contains("身份证", default));

        await Send(record with { Version = 2, Hearings = [record.Hearings[0] with { StartsAt = At(20) }] });
        var after = Unfolded(await Calendar(phone, id, 0));
        Assert.Equal(Value(lines, "UID"), Value(after, "UID"));
        Assert.True(int.Parse(Value(after, "SEQUENCE"), null) > int.Parse(Value(lines, "SEQUENCE"), null));

        var hearing = (string)(await Page(phone, id))["hearings"]![0]!["id"]!;
        await Send(record with { Version = 3, Hearings = [] });
        var cancelled = Unfolded(Text(await phone.Get($"/cases/{id}/hearings/{hearing}/calendar.ics")));
        Assert.Contains("STATUS:CANCELLED", cancelled);
        (await phone.Get($"/cases/{id}/hearings/{Guid.CreateVersion7()}/calendar.ics")).IsRefused(404, "hearing.not_found");
    }

    [Theory]
    [InlineData(TrialSecrecy.Juvenile)]
    [InlineData(TrialSecrecy.Family)]
    public async Task Of_a_sensitive_case_a_calendar_says_nothing_of_the_content(TrialSecrecy secrecy)
    {
        var (me, idNumber) = await Person();
        var record = Whole(await host.Data.Division(), idNumber);
        var id = await Send(record with { Secrecy = secrecy, Nodes = [record.Nodes[0] with { Words = "陈小明抚养" }] });
        var phone = await host.SignedIn(me);
        var calendar = string.Join('\n', Unfolded(await Calendar(phone, id, 0)));
        foreach (var content in new[] { "粤", "借", "陈", "李", "开庭", "法庭", "仓边路" })
            Assert.DoesNotContain(content, calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("陈小明", (await Page(phone, id)).ToJsonString(), StringComparison.Ordinal);
    }

    private TrialRecord Whole(Division division, string idNumber) =>
        TrialRecords.Of(division, plaintiff: idNumber) with
        {
            State = CaseState.HearingScheduled,
            Hearings =
            [
                new("h1", At(13))
                {
                    Room = "第七法庭",
                    Address = "仓边路28号",
                    VideoLink = "https://video.example/room/7",
                },
            ],
            Limits =
            [
                new("l1", CaseLimitKind.Trial, Today.AddDays(-90), Today.AddDays(60))
                {
                    ExtendedDays = 30,
                    DeductedDays = 10,
                    Rule = "民事诉讼法第一百五十二条",
                },
                new("l2", CaseLimitKind.Evidence, Today.AddDays(-20), Today.AddDays(7)),
                new("l3", CaseLimitKind.Payment, Today.AddDays(-20), Today.AddDays(-13)) { EndedOn = Today.AddDays(-15) },
            ],
            Nodes = [new("n1", CaseNodeKind.Filed, At(-30)), new("n2", CaseNodeKind.HearingSet, At(-10))],
        };

    private DateTimeOffset At(int days) => new(Today.AddDays(days), new TimeOnly(9, 30), s_china);

    private async Task<(Litigant Person, string IdNumber)> Person(string name = "陈建华")
    {
        var idNumber = CourtData.IdNumber(CourtData.Next());
        return (await host.Data.Litigant(name, idNumber), idNumber);
    }

    private async Task<Guid> Send(TrialRecord record)
    {
        var answer = (
            await host.Data.Use((TakeOverCases u) => u.Handle([new RecordLine(1, record)], RecordSender.Folder, default))
        ).Single();
        Assert.Empty(answer.Faults);
        var key = CaseNumber.Read(record.Number!, 2026).CaseKey;
        return await host.Data.Use((CourtDb db) => db.Set<Case>().Where(c => c.Number == key).Select(c => c.Id).SingleAsync());
    }

    private static async Task<JsonNode> Page(Phone phone, Guid id) => (await phone.Get($"/cases/{id}/page")).Is(200);

    private static async Task<string> Calendar(Phone phone, Guid id, int at)
    {
        var hearing = (string)(await Page(phone, id))["hearings"]![at]!["id"]!;
        return Text(await phone.Get($"/cases/{id}/hearings/{hearing}/calendar.ics"));
    }

    private static string Text(Answer answer)
    {
        var text = Encoding.UTF8.GetString(answer.IsOk());
        Assert.Equal("text/calendar", answer.ContentHeaders.ContentType?.MediaType);
        return text;
    }

    private static IEnumerable<string> Kinds(JsonNode page) => page["nodes"]!["items"]!.AsArray().Select(n => (string)n!["kind"]!);

    private static string[] Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    private static string Value(string[] lines, string name) =>
        lines.Single(l => l.StartsWith($"{name}:", StringComparison.Ordinal))[(name.Length + 1)..];
}
