using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Recipients;

namespace MiniProgramApi.Tests.DocumentService;

/// <summary>What a recipient reads of when a document was sent, came, and counts as served: nobody is told of an arrival that never was.</summary>
[Collection(ApiTest.Name)]
public sealed class ArrivalTests(ApiHost host)
{
    private Actor? _clerk;

    private DateTimeOffset Now => host.Data.Now();

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // the gateway took it, and it came back
    public async Task What_never_reached_the_agreed_phone_was_sent_and_is_served_by_the_opening(bool seemedToBeSent)
    {
        var (phone, service) = await Served();
        var id = service.Copies[0].Id;
        await Change(
            service,
            s =>
            {
                if (seemedToBeSent)
                    s.Sent(s.Attempts[0].Id, Now, Now);
                s.Failed(s.Attempts[0].Id, "UNDELIV", Now, Now);
                s.Failed(s.Attempts[1].Id, "NO_ANSWER", Now, Now);
                s.Sent(s.Attempts[2].Id, Now, Now);
            }
        );
        var before = (await phone.Get($"/documents/{id}")).Is(200);
        Assert.Equal((false, null), ((bool)before["hasArrived"]!, (string?)before["servedText"]));
        Assert.Contains("没有查到它已送到", (string)before["unopened"]!, StringComparison.Ordinal);
        Assert.Contains("推定已送达", (string)before["unopened"]!, StringComparison.Ordinal);

        (await phone.Get($"/documents/{id}/file")).IsOk();
        var after = (await phone.Get($"/documents/{id}")).Is(200);
        Assert.False((bool)after["hasArrived"]!);
        Assert.Equal($"{ChinaTime.DayWithYear(ChinaTime.DayOf(Now))}推定送达", (string)after["effectiveText"]!);
        Assert.Equal("从您打开看的那天算（在线诉讼规则第 31 条第 2 款第 2 项）", (string)after["servedText"]!);
        Assert.Null(after["unopened"]);
        Assert.DoesNotContain(after["history"]!.AsArray(), h => (string)h!["title"]! == "已送到");
        var row = (await phone.Get("/documents")).Is(200)["items"]!.AsArray().Single(r => (Guid)r!["id"]! == id)!;
        Assert.EndsWith("发出", (string)row["arrivedText"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_call_is_no_arrival_and_a_report_of_the_message_is()
    {
        var (phone, service) = await Served();
        var id = service.Copies[0].Id;
        await Change(service, s => s.Delivered(s.Attempts[1].Id, Now, Now));
        Assert.False((bool)(await phone.Get($"/documents/{id}")).Is(200)["hasArrived"]!);
        await Change(service, s => s.Delivered(s.Attempts[0].Id, Now, Now));
        var view = (await phone.Get($"/documents/{id}")).Is(200);
        Assert.True((bool)view["hasArrived"]!);
        Assert.StartsWith("从送到您同意的地址那天算", (string)view["servedText"]!, StringComparison.Ordinal);
        Assert.StartsWith("您同意过用手机收文书，它今天送到，就算**已送达**了", (string)view["unopened"]!, StringComparison.Ordinal);
    }

    /// <summary>By post or on the agent: not 您同意过用手机收文书.</summary>
    [Fact]
    public async Task What_was_served_in_another_way_says_in_which()
    {
        var (phone, service) = await Served();
        await Change(
            service,
            s =>
            {
                s.Failed(s.Attempts[0].Id, "UNDELIV", Now, Now);
                s.Attempts[2].ReturnedOn = ChinaTime.DayOf(Now);
            }
        );
        var view = (await phone.Get($"/documents/{service.Copies[0].Id}")).Is(200);
        Assert.False((bool)view["hasArrived"]!);
        var words = (string)view["unopened"]!;
        Assert.StartsWith("它于 ", words, StringComparison.Ordinal);
        Assert.Contains("从邮件退回那天算", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_its_words() => Assert.Equal(Enum.GetValues<ServiceRule>().Length, DocumentWords.Load(null).Grounds.Count);

    private async Task<(Phone Phone, Service Service)> Served()
    {
        var me = await host.Data.Litigant();
        var @case = await host.Data.Case(me);
        PlannedWay[] ways =
        [
            new(ServiceChannel.SmsLink, me.Phone!, AddressBasis.Confirmed, "地址确认书"),
            new(ServiceChannel.Voice, me.Phone!, AddressBasis.Confirmed, "地址确认书"),
            new(ServiceChannel.Post, "广州市天河区 1 号", AddressBasis.Confirmed, "地址确认书"),
        ];
        var clerk = await host.Data.Staff(Role.Clerk, await host.Data.Division());
        _clerk = await host.Data.ActorOf(clerk);
        var recipient = CourtDataServing.Recipient(@case.Parties[0], ways: ways);
        return (await host.SignedIn(me), (await host.Data.BegunServices(@case, clerk, [recipient])).Single());
    }

    private Task Change(Service service, Action<Service> act) =>
        host.Data.Use((ServiceDesk desk) => desk.Change(service.Id, _clerk!, (s, _) => act(s), default));
}
