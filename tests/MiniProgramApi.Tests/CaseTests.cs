using Domain.Cases;
using Domain.Organisation;
using Given;
using Infrastructure.Paging;

namespace MiniProgramApi.Tests;

[Collection(ApiTest.Name)]
public sealed class CaseTests(ApiHost host)
{
    [Fact]
    public async Task A_party_sees_the_own_case_in_plain_words()
    {
        var litigant = await host.Data.Litigant();
        var @case = await host.Data.Case(litigant);
        var phone = await host.SignedIn(litigant);
        var list = (await phone.Get("/cases")).Is(200);
        var row = Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal(row.ToJsonString(), (await phone.Get($"/cases/{@case.Id}")).Is(200).ToJsonString());
        Assert.True((bool)list["verified"]!);
        Assert.Equal("您告李*强借钱不还", (string)row["title"]!);
        Assert.Equal(@case.Number.Replace('(', '（').Replace(')', '）'), (string)row["number"]!);
        Assert.Equal(
            ("越秀区人民法院", "民事审判第一庭", "一审", "已立案", "原告", true),
            (
                (string)row["courtName"]!,
                (string)row["divisionName"]!,
                (string)row["stageText"]!,
                (string)row["stateText"]!,
                (string)row["roleText"]!,
                (bool)row["open"]!
            )
        );
    }

    [Fact]
    public async Task Cases_come_page_by_page_by_state_and_none_is_lost()
    {
        var litigant = await host.Data.Litigant();
        List<string> open = [],
            closed = [];
        for (var n = 0; n < 7; n++)
            (n % 3 == 0 ? closed : open).Add(
                (await host.Data.Case(litigant, state: n % 3 == 0 ? CaseState.Closed : CaseState.Filed)).Id.ToString()
            );
        var phone = await host.SignedIn(litigant);
        var first = (await phone.Get("/cases?limit=1")).Is(200);
        Assert.Equal((open.Count, closed.Count), ((int)first["open"]!, (int)first["closed"]!));
        Assert.Equal(open.Concat(closed).Order(), (await phone.Pages("/cases?limit=2", "id")).Order());
        Assert.Equal(open.Order(), (await phone.Pages("/cases?limit=3&state=open", "id")).Order());
        Assert.Equal(closed.Order(), (await phone.Pages("/cases?limit=2&state=closed", "id")).Order());

        var cursor = (string)first["nextCursor"]!;
        var changed = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];
        (await phone.Get($"/cases?cursor={changed}")).IsRefused(400, "request.cursor_invalid");
        var madeUp = new Cursor(DateTimeOffset.MaxValue, Guid.Empty);
        (await phone.Get($"/cases?cursor={madeUp}")).IsRefused(400, "request.cursor_invalid");
        (await phone.Get("/cases?limit=0")).IsRefused(400, "request.invalid");
        (await phone.Get("/cases?state=lost")).IsRefused(400, "request.invalid");
    }

    [Fact]
    public async Task A_missing_case_and_another_persons_case_look_the_same()
    {
        var theirs = await host.Data.Case(await host.Data.Litigant());
        var phone = await host.SignedIn(await host.Data.Litigant("王小二"));
        var refused = await phone.Get($"/cases/{theirs.Id}");
        refused.IsRefused(404, "case.not_found");
        Assert.Equal(refused.WithoutErrorNumber, (await phone.Get($"/cases/{Guid.CreateVersion7()}")).WithoutErrorNumber);

        var other = "(2026)粤0104民初" + (900_000 + CourtData.Next()) + "号";
        var (real, missing) = (
            (await phone.Get($"/cases/lookup?number={theirs.Number}")).Is(200),
            (await phone.Get($"/cases/lookup?number={other}")).Is(200)
        );
        Assert.Null(real["mine"]);
        (real["number"], missing["number"]) = (null, null);
        Assert.Equal(missing.ToJsonString(), real.ToJsonString());
    }

    [Fact]
    public async Task Nobody_sees_cases_before_the_identity_is_verified()
    {
        var phone = await host.SignedInByWeChat();
        Assert.Equal(
            """{"items":[],"nextCursor":null,"verified":false,"open":0,"closed":0,"withDay":0,"toBeHeard":0}""",
            (await phone.Get("/cases")).Is(200).ToJsonString()
        );
        (await phone.Get($"/cases/{Guid.CreateVersion7()}")).IsRefused(403, "litigant.not_verified");
    }

    [Fact]
    public async Task An_agent_sees_the_case_until_the_power_of_attorney_ends()
    {
        var (party, agent, former) = (await host.Data.Litigant(), await host.Data.Litigant("赵律师"), await host.Data.Litigant("钱律师"));
        var @case = await host.Data.Case(party);
        await host.Data.Agent(@case, agent);
        await host.Data.Agent(@case, former, endedAt: DateTimeOffset.UnixEpoch);
        var row = (await (await host.SignedIn(agent)).Get($"/cases/{@case.Id}")).Is(200);
        Assert.Equal(("原告的代理人", "陈*华和李*强的民间借贷纠纷"), ((string)row["roleText"]!, (string)row["title"]!));
        var phone = await host.SignedIn(former);
        (await phone.Get($"/cases/{@case.Id}")).IsRefused(404, "case.not_found");
        Assert.Empty((await phone.Get("/cases")).Is(200)["items"]!.AsArray());
        Assert.Null((await phone.Get($"/cases/lookup?number={@case.Number}")).Is(200)["mine"]);
    }

    [Theory]
    [InlineData("(2015)穗越法民一初字第{0}号", "（2015）穗越法民一初字{0}號")]
    [InlineData("(2025)粤0104民初{0}号", "「2025」粵0104民初{0}號之一")]
    [InlineData("(2025)粤0104民初{0}号", "我的案子是（2025）粤0104民初{0}号，什么时候开庭？")]
    public async Task My_own_case_is_found_however_its_number_is_written_and_a_message_goes_to_it(string stored, string typed)
    {
        var n = 20_000 + CourtData.Next();
        var litigant = await host.Data.Litigant();
        var division = await host.Data.Division();
        var judge = await host.Data.Staff(Role.Judge, division);
        var @case = await host.Data.Case(litigant, division, judge, string.Format(null, stored, n));
        var phone = await host.SignedIn(litigant);
        var number = string.Format(null, typed, n);
        var found = (await phone.Get($"/cases/lookup?number={Uri.EscapeDataString(number)}")).Is(200);
        Assert.Equal((@case.Id, true), ((Guid)found["mine"]!["id"]!, (bool)found["inScope"]!));
        var preview = (await phone.Get($"/work-orders/preview?caseNumber={Uri.EscapeDataString(number)}&category=caseQuery")).Is(200);
        Assert.Equal("承办法官", (string)preview["ownerRole"]!);
    }

    [Theory]
    [InlineData(CaseRestriction.Juvenile)]
    [InlineData(CaseRestriction.Family)]
    public async Task A_sensitive_case_names_nobody(CaseRestriction restriction)
    {
        var litigant = await host.Data.Litigant();
        await host.Data.Case(litigant, restriction: restriction);
        var row = (await (await host.SignedIn(litigant)).Get("/cases")).Is(200)["items"]![0]!;
        Assert.Equal("民间借贷纠纷", (string)row["title"]!);
    }

    [Fact]
    public async Task A_number_typed_by_a_person_is_repaired_and_found()
    {
        var litigant = await host.Data.Litigant();
        var @case = await host.Data.Case(litigant);
        var phone = await host.SignedIn(litigant);
        var typed = @case.Number.Replace("(", "").Replace(")", "").Replace("号", "");
        var found = (await phone.Get($"/cases/lookup?number={Uri.EscapeDataString(typed)}")).Is(200);
        Assert.True((bool)found["repaired"]!);
        Assert.Equal(@case.Id, (Guid)found["mine"]!["id"]!);
        Assert.Equal("越秀区人民法院", (string)found["courtName"]!);
    }

    [Theory]
    [InlineData("今天天气不错", "invalid", false)]
    [InlineData("（2015）穗越法民一初字第174号", "legacy", false)]
    [InlineData("(2024)粤0104民终1号", "suspect", true)]
    [InlineData("(2024)粤0305民初1号", null, false)]
    public async Task A_number_of_another_kind_gets_its_verdict(string typed, string? verdict, bool inScope)
    {
        var phone = await host.SignedInByWeChat();
        var found = (await phone.Get($"/cases/lookup?number={Uri.EscapeDataString(typed)}")).Is(200);
        if (verdict is not null)
            Assert.Equal(verdict, (string)found["verdict"]!);
        Assert.Equal(inScope, (bool)found["inScope"]!);
        Assert.NotEmpty((string)found["message"]!);
    }

    [Fact]
    public async Task There_are_thirteen_courts_the_Intermediate_first()
    {
        var courts = (await (await host.SignedInByWeChat()).Get("/courts")).Is(200)["items"]!.AsArray();
        Assert.Equal(CourtFacts.All.Count(c => c.InScope), courts.Count);
        Assert.Equal("广东省广州市中级人民法院", (string)courts[0]!["name"]!);
    }
}
