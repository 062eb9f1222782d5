using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Domain.Notifications;
using Domain.Organisation;
using Domain.WorkOrders;
using EndToEnd.Tests.Browsing;
using Given;
using Simulators.Phones;

namespace EndToEnd.Tests.Channels;

/// <summary>From the judge's 答复并办结 in the Portal to whoever called, who may have no smartphone, by the configuration of <c>./run</c>.</summary>
[Collection(OnRunCourt.Name)]
public sealed partial class AnswerTests(RunCourt court)
{
    [Fact]
    public async Task Words_with_an_id_number_come_as_a_link_that_opens_them_by_a_code_to_the_same_phone()
    {
        const string answer = "身份证号 440104199001011234 的登记已更正。";
        var phone = await Answered(ReplyWay.Usual, answer, "答复里有证件号");
        var told = await (await court.Phones.Shown("短信", phone, "法院已答复")).InnerTextAsync();
        Assert.DoesNotContain("440104", told, StringComparison.Ordinal);
        var token = Token().Match(told).Groups[1].Value;

        using var client = new LitigantClient(court.Api);
        Assert.Equal($"{phone[..3]}****{phone[^4..]}", (await client.Ask($"surveys/{token}")).GetProperty("phone").GetString());
        await client.AskForCode($"surveys/{token}/code", []);
        var code = SixDigits()
            .Match(await (await court.Phones.Shown("短信", phone, "看法院答复的验证码")).InnerTextAsync())
            .Groups[1]
            .Value;
        using var read = await client.Post($"surveys/{token}/answer", new { code });
        read.EnsureSuccessStatusCode();
        Assert.Equal(answer, (await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_long_answer_comes_whole_to_whoever_asked_for_that()
    {
        var answer = string.Concat(Enumerable.Range(1, 90).Select(n => $"第{n}项材料要带。"));
        var phone = await Answered(ReplyWay.WholeSms, answer, "短信带全文");
        await court.Phones.Shown("短信", phone, "第90项材料要带。");
        var parts = (await court.Phones.MessagesTo(phone, Kind.Sms)).Select(m => Part().Match(m.Text)).Where(m => m.Success).ToList();
        Assert.Equal(answer, string.Concat(parts.OrderBy(m => m.Groups[1].Value).Select(m => m.Groups[2].Value)));
    }

    [Fact]
    public async Task Whoever_cannot_read_it_is_rung_up_and_hears_it()
    {
        var phone = await Answered(ReplyWay.Voice, "可以，请开庭当天带上手机。", "打电话读给");
        await court.Phones.Shown("来电", phone, "法院已经答复：可以，请开庭当天带上手机。");
        await court.NoticeIs(NoticeChannel.Voice, phone, NoticeState.Delivered);
    }

    /// <param name="preview">What the judge reads under the box before it is sent.</param>
    /// <returns>The caller's phone.</returns>
    private async Task<string> Answered(ReplyWay way, string answer, string preview)
    {
        var (judge, _) = await court.Data.People("huangpu");
        await court.Data.GivePassword(judge);
        var division = await court.Data.Division(court: "huangpu");
        var @case = await court.Data.Case(await court.Data.Litigant(), division, judge);
        var agent = await court.Data.ActorOf(
            await court.Data.Staff(Role.HotlineAgent, await court.Data.Division(DivisionKind.Filing, court: "huangpu"))
        );
        var phone = CourtData.Mobile(CourtData.Next());
        var call = new RegisterIntake.Intake(Channel.Hotline, Category.CaseQuery, "陈阿婆", phone, "原告", "开庭要带什么？")
        {
            CaseId = @case.Id,
            ReplyWay = way,
        };
        var order = await court.Data.Use((RegisterIntake register) => register.Handle(Guid.CreateVersion7(), call, agent, default));

        var desk = await StaffPage.SignIn(court.Browser, court.Portal, judge);
        await desk.Open(order);
        await desk.WriteReply(answer);
        await Microsoft.Playwright.Assertions.Expect(desk.Page.Locator(".c-reply-line")).ToContainTextAsync(preview);
        await desk.PressAnswer();
        await Microsoft.Playwright.Assertions.Expect(desk.Page.Locator(".c-msg.court")).ToBeVisibleAsync();
        await desk.Page.CloseAsync();
        return phone;
    }

    [GeneratedRegex(@"/s/([\w-]{22})")]
    private static partial Regex Token();

    [GeneratedRegex("验证码 ([0-9]{6})")]
    private static partial Regex SixDigits();

    [GeneratedRegex("答复：（([0-9])/[0-9]）(.*)　评价：")]
    private static partial Regex Part();
}
