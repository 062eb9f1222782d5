using System.Text.RegularExpressions;
using Domain.Notifications;
using Given;
using Simulators.Phones;

namespace EndToEnd.Tests.Channels;

/// <summary>Each channel from what somebody does over HTTP to the page of the simulated phones, through the configuration of <c>./run</c>.</summary>
[Collection(OnRunCourt.Name)]
public sealed partial class ChannelTests(RunCourt court)
{
    [Fact]
    public async Task Sms_a_judge_is_told_answers_by_sms_and_the_litigant_reads_that_on_the_phone_and_in_the_inbox()
    {
        var (judge, _) = await court.Data.People();
        var person = await court.Data.Litigant();
        var @case = await court.Data.Case(person, judge: judge);
        using var phone = await court.SignIn(person.Phone!);

        using var left = await phone.Leave(Guid.CreateVersion7(), @case.Id);
        left.EnsureSuccessStatusCode();

        var told = await (await court.Phones.Shown("短信", judge.Mobile, "新工单")).InnerTextAsync();
        await court.Phones.Reply(judge.Mobile, $"{ReplyCode().Match(told).Groups[1].Value}+可以，请开庭当天带上手机。");
        await court.Phones.Shown("短信", person.Phone!, "答复：可以，请开庭当天带上手机。");
        Assert.Contains("法院已答复", (await phone.Ask("notices")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeChat_who_signed_in_there_and_subscribed_reads_it_under_the_wechat_tab()
    {
        using var phone = await LitigantClient.SignInByWeChat(court.Api, "sim-linxiulan");
        await RunCourt.Subscribe(phone);
        await court.Data.People("tianhe");
        using var left = await phone.Leave(Guid.CreateVersion7(), courtId: (await court.Data.Court("tianhe")).Id);
        left.EnsureSuccessStatusCode();

        await court.Phones.Shown("微信", "linxiulan", "留言已收到");
    }

    [Fact]
    public async Task Email_a_judge_whose_phone_takes_no_sms_is_told_by_mail()
    {
        var (judge, _) = await court.Data.People("liwan");
        var mailbox = await court.GiveMailbox(judge);
        var person = await court.Data.Litigant();
        var @case = await court.Data.Case(person, await court.Data.Division(court: "liwan"), judge);
        using var phone = await court.SignIn(person.Phone!);

        await court.Phones.Switch("短信通道", "应答", "拒收");
        using var left = await phone.Leave(Guid.CreateVersion7(), @case.Id);
        left.EnsureSuccessStatusCode();

        await court.Phones.Shown("邮件", mailbox, "新工单");
        await court.Phones.Switch("短信通道", "应答", "正常");
        Assert.Empty(await court.Phones.MessagesTo(judge.Mobile, Kind.Sms));
    }

    [Fact]
    public async Task Voice_and_email_a_clerk_serves_a_judgment_by_sms_mail_and_call()
    {
        var (phone, mailbox) = await court.Serve();
        await court.Phones.Shown("短信", phone, "文书送达给您");
        await court.Phones.Shown("邮件", mailbox, "法院文书送达");
        await court.Phones.Shown("来电", phone, "已接听");
        await court.NoticeIs(NoticeChannel.Voice, phone, NoticeState.Delivered);
    }

    [GeneratedRegex(@"回复 (\d{4})\+")]
    private static partial Regex ReplyCode();
}
