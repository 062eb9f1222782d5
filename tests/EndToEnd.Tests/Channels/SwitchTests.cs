using Domain.Notifications;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Simulators.Phones;

namespace EndToEnd.Tests.Channels;

/// <summary>Each switch of the simulated gateways, chosen on their page, and what comes of it for a sign-in code, a call or a mail.</summary>
[Collection(OnRunCourt.Name)]
public sealed class SwitchTests(RunCourt court) : IAsyncLifetime
{
    private const string Sms = "短信通道";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var gateway in new[] { Sms, "微信通道", "邮件通道", "语音通道" })
            await court.Phones.Reset(gateway);
    }

    [Theory]
    [InlineData("服务器出错（5xx）")]
    [InlineData("不应答")]
    public async Task What_a_broken_gateway_did_not_take_arrives_when_it_works_again(string broken)
    {
        var phone = CourtData.Mobile(CourtData.Next());
        var failed = await court.Phones.Count(Sms, "故障");
        await court.Phones.Switch(Sms, "应答", broken);
        await court.AskForCode(phone);
        await court.Phones.Counts(Sms, "故障", failed + 1);
        Assert.Empty(await court.Phones.MessagesTo(phone, Kind.Sms));

        await court.Phones.Switch(Sms, "应答", "正常");

        await court.Phones.Shown("短信", phone, "验证码");
    }

    [Fact]
    public async Task What_was_taken_and_not_answered_is_handed_over_again_and_shown_once()
    {
        var phone = CourtData.Mobile(CourtData.Next());
        await court.Phones.Switch(Sms, "回执", "不回执"); // else it is known to have arrived
        await court.Phones.Switch(Sms, "应答", "收下但不应答");
        await court.AskForCode(phone);
        await court.Phones.Shown("短信", phone, "验证码");

        await court.Phones.Switch(Sms, "应答", "正常");

        await court.Phones.Shown("短信", phone, "只显示一条");
        Assert.Single(await court.Phones.MessagesTo(phone, Kind.Sms));
    }

    [Fact]
    public async Task What_is_refused_never_comes()
    {
        var phone = CourtData.Mobile(CourtData.Next());
        var refused = await court.Phones.Count(Sms, "拒收");
        await court.Phones.Switch(Sms, "应答", "拒收");
        await court.AskForCode(phone);
        await court.Phones.Counts(Sms, "拒收", refused + 1);
        await State(phone, NoticeState.Failed);
        Assert.Empty(await court.Phones.MessagesTo(phone, Kind.Sms));
    }

    [Fact]
    public async Task A_slow_gateway_takes_its_time()
    {
        var phone = CourtData.Mobile(CourtData.Next());
        await court.Phones.Delay(Sms, 3_000);
        await court.AskForCode(phone);
        await State(phone, NoticeState.Delivered);
        var took = await court.Data.Use(
            (CourtDb db) =>
                (
                    from attempt in db.Set<NoticeAttempt>()
                    join notice in db.Set<Notice>() on attempt.NoticeId equals notice.Id
                    where notice.Address == phone
                    select attempt.TookMs
                ).SingleAsync()
        );
        Assert.InRange(took, 3_000, 8_000);
    }

    [Theory]
    [InlineData("未送达", "未送达", NoticeState.Failed)]
    [InlineData("每条回两次", "已送达", NoticeState.Delivered)]
    [InlineData("不回执", "未回执", NoticeState.Accepted)]
    public async Task What_the_gateway_reports_is_known(string receipts, string onThePhone, NoticeState state)
    {
        var phone = CourtData.Mobile(CourtData.Next());
        var reported = await court.Phones.Count(Sms, "回执");
        await court.Phones.Switch(Sms, "回执", receipts);
        await court.AskForCode(phone);
        await court.Phones.Shown("短信", phone, onThePhone);
        if (receipts == "每条回两次")
            await court.Phones.Counts(Sms, "回执", reported + 2);
        await State(phone, state);
    }

    [Fact]
    public async Task WeChat_that_refuses_leaves_it_to_the_sms()
    {
        using var person = await LitigantClient.SignInByWeChat(court.Api, $"sim-refused{CourtData.Next()}");
        using var bound = await person.Post("me/phone", new { wechatPhoneCode = "phone-13800138111" });
        bound.EnsureSuccessStatusCode();
        await RunCourt.Subscribe(person);
        await court.Data.People("panyu");
        await court.Phones.Switch("微信通道", "应答", "拒收");
        using var left = await person.Leave(Guid.CreateVersion7(), courtId: (await court.Data.Court("panyu")).Id);
        left.EnsureSuccessStatusCode();
        await court.Phones.Shown("短信", "13800138111", "留言已收到");
    }

    [Fact]
    public async Task Mail_and_calls_that_failed_go_out_when_they_work_again()
    {
        var (failedMails, failedCalls) = (await court.Phones.Count("邮件通道", "故障"), await court.Phones.Count("语音通道", "故障"));
        foreach (var gateway in new[] { "邮件通道", "语音通道" })
            await court.Phones.Switch(gateway, "应答", "服务器出错（5xx）");
        var (phone, mailbox) = await court.Serve();
        await court.Phones.Counts("邮件通道", "故障", failedMails + 1);
        await court.Phones.Counts("语音通道", "故障", failedCalls + 1);
        await court.Phones.Switch("语音通道", "回执", "未送达");

        foreach (var gateway in new[] { "邮件通道", "语音通道" })
            await court.Phones.Switch(gateway, "应答", "正常");

        await court.Phones.Shown("邮件", mailbox, "法院文书送达");
        await court.Phones.Shown("来电", phone, "未接听");
        await court.NoticeIs(NoticeChannel.Voice, phone, NoticeState.Failed);
    }

    private Task State(string phone, NoticeState state) => court.NoticeIs(NoticeChannel.Sms, phone, state);
}
