using System.Globalization;
using System.Text;
using Domain.Notifications;
using Infrastructure.Gateways;
using Infrastructure.Notifications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.Tests.Gateways;

public sealed class EmailTests : IDisposable
{
    private const string Subject = "工单即将到期，请尽快办理并答复当事人";
    private readonly FakeSmtp _smtp = new();

    public void Dispose() => _smtp.Dispose();

    [Fact]
    public async Task A_mail_carries_Chinese_headers_and_the_notices_own_id()
    {
        var notice = Notice("staff@court.test");
        Assert.Equal((HandoverOutcome.Delivered, ""), await Hand(notice));
        var mail = Assert.Single(_smtp.Mails);
        Assert.Contains($"Message-ID: <{notice.Id:N}@12368.test>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("To: staff@court.test", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Equal(Subject, Decoded(Header(mail, "Subject")));
        Assert.Contains("广州法院 12368", Decoded(Header(mail, "From")), StringComparison.Ordinal);
        Assert.All(mail, c => Assert.True(c < 128));
        var body = Encoding.UTF8.GetString(
            Convert.FromBase64String(
                mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Replace("\n", "", StringComparison.Ordinal)
            )
        );
        Assert.StartsWith(notice.Body, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_title_makes_no_header()
    {
        await Hand(Notice("staff@court.test") with { Title = "标题\r\nBcc: other@court.test" });
        Assert.DoesNotContain("\nBcc:", Assert.Single(_smtp.Mails), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", null, HandoverOutcome.Refused, "no_address")]
    [InlineData("not an address", null, HandoverOutcome.Refused, "bad_address")]
    [InlineData("gone@court.test", "550 no such user", HandoverOutcome.Refused, "smtp_550")]
    [InlineData("full@court.test", "452 try later", HandoverOutcome.TryAgain, "smtp_452")]
    public async Task A_mail_that_cannot_go_says_whether_it_ever_will(string address, string? answer, HandoverOutcome outcome, string code)
    {
        if (answer is not null)
            _smtp.Answers[address] = answer;
        Assert.Equal((outcome, code), await Hand(Notice(address)));
        Assert.Empty(_smtp.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        _smtp.Stop();
        Assert.Equal((HandoverOutcome.TryAgain, FailureCodes.Unreachable), await Hand(Notice("staff@court.test")));
    }

    [Fact]
    public async Task A_server_without_encryption_is_named_where_it_is_asked_for()
    {
        var gateway = Assert.Single(Gateways("127.0.0.1", useTls: true));
        var done = Assert.Single(await gateway.Send([Notice("staff@court.test")], default));
        Assert.Equal((HandoverOutcome.TryAgain, FailureCodes.MailWithoutTls), (done.Outcome, done.Code));
        Assert.Equal("邮件服务器不支持加密连接", FailureCodes.Chinese(done.Code));
        Assert.Empty(_smtp.Mails);
    }

    [Fact]
    public async Task One_bad_mail_does_not_hold_up_the_next()
    {
        _smtp.Answers["gone@court.test"] = "550 no such user";
        var done = await Gateway().Send([Notice("gone@court.test"), Notice("staff@court.test")], default);
        Assert.Equal([HandoverOutcome.Refused, HandoverOutcome.Delivered], done.Select(h => h.Outcome));
    }

    [Fact]
    public void Without_a_server_there_is_no_such_channel() => Assert.Empty(Gateways(host: ""));

    private async Task<(HandoverOutcome, string)> Hand(OutgoingNotice notice)
    {
        var done = Assert.Single(await Gateway().Send([notice], default));
        return (done.Outcome, done.Code);
    }

    private INoticeGateway Gateway() => Assert.Single(Gateways("127.0.0.1"));

    private List<INoticeGateway> Gateways(string host, bool useTls = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Production" });
        builder.Configuration["Email:Host"] = host;
        if (host.Length > 0)
            builder.Configuration["Email:Port"] = _smtp.Port.ToString(CultureInfo.InvariantCulture);
        builder.Configuration["Email:From"] = "notice@12368.test";
        builder.Configuration["Email:UseTls"] = useTls ? "true" : "false";
        builder.AddGateways();
        return [.. builder.Build().Services.GetServices<INoticeGateway>().Where(g => g.Channel == NoticeChannel.Email)];
    }

    private static OutgoingNotice Notice(string address) =>
        new(
            Guid.CreateVersion7(),
            "work_order.urged",
            RecipientKind.Staff,
            Guid.CreateVersion7(),
            address,
            Subject,
            "工单 GZ20261120-000123 当事人第 2 次催办。",
            new Dictionary<string, string>(),
            null
        );

    /// <summary>A header with its folded lines.</summary>
    private static string Header(string mail, string name)
    {
        var lines = mail.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var at = lines.FindIndex(l => l.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        return lines[at][(name.Length + 1)..] + string.Concat(lines.Skip(at + 1).TakeWhile(l => l.StartsWith(' ')));
    }

    /// <summary>RFC 2047: <c>=?utf-8?B?…?=</c>, <c>=?utf-8?Q?…?=</c>.</summary>
    private static string Decoded(string header) =>
        string.Concat(
            header
                .Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word.Split('?') switch
                    {
                        [_, "utf-8", "B", var text, _] => Encoding.UTF8.GetString(Convert.FromBase64String(text)),
                        [_, "utf-8", "Q", var text, _] => Uri.UnescapeDataString(text.Replace('=', '%').Replace('_', ' ')),
                        _ => word,
                    }
                )
        );
}
