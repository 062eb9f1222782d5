using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Domain.Notifications;
using Infrastructure.Notifications;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Gateways.Email;

/// <summary>
/// Plain mails to members of staff and to recipients of served documents, with no more in them than an SMS has. The Message-Id comes from
/// the notice, so that a mail
/// server or reader that sees it twice can tell; a server's taking it is the last that we hear.
/// </summary>
internal sealed partial class EmailGateway(EmailOptions options, ILogger<EmailGateway> log) : INoticeGateway
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);
    private const string FootForStaff = "\n\n本邮件由 12368 诉讼服务平台自动发出，请勿回复。办理请登录平台。\n";

    /// <summary>Who gets a court's mail must be able to tell that it is the court's.</summary>
    private const string FootForLitigants =
        "\n\n本邮件由广州法院 12368 诉讼服务平台自动发出，请勿回复。法院不会在邮件里向您索要密码、验证码，也不会要求转账。有疑问请拨打 12368。\n";

    public NoticeChannel Channel => NoticeChannel.Email;

    public int BatchSize => 20;

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        using var smtp = new SmtpClient(options.Host, options.Port) { EnableSsl = options.UseTls };
        if (options.User.Length > 0)
            smtp.Credentials = new NetworkCredential(options.User, options.Password);
        List<Handover> done = [];
        foreach (var notice in notices)
            done.Add(await Send(smtp, notice, ct));
        return done;
    }

    private async Task<Handover> Send(SmtpClient smtp, OutgoingNotice notice, CancellationToken ct)
    {
        if (notice.Address.Length == 0)
            return Refused(FailureCodes.NoAddress);
        if (!MailAddress.TryCreate(notice.Address, out var to))
            return Refused(FailureCodes.BadAddress);
        using var mail = Mail(notice, to);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_timeout);
        try
        {
            await smtp.SendMailAsync(mail, patience.Token);
            return new Handover(notice.Id, HandoverOutcome.Delivered);
        }
        catch (SmtpException e)
        {
            var code = CodeOf(e);
            Failed(log, notice.Id, code, e);
            // 5xx is the server's last word on this mail, but not where it wants a better sign-in of ours.
            return (int)e.StatusCode is >= 500 and not (530 or 534 or 535) ? Refused(code) : Again(code);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Again(FailureCodes.Timeout);
        }

        Handover Refused(string code) => new(notice.Id, HandoverOutcome.Refused, code);
        Handover Again(string code) => new(notice.Id, HandoverOutcome.TryAgain, code);
    }

    /// <summary>What never came to a reply of the server has the status −1, whatever it was.</summary>
    private string CodeOf(SmtpException e) =>
        e switch
        {
            { StatusCode: not SmtpStatusCode.GeneralFailure } => $"smtp_{(int)e.StatusCode}",
            { InnerException: AuthenticationException } => FailureCodes.MailTlsFailed,
            { InnerException: SocketException or IOException } => FailureCodes.Unreachable,
            { InnerException: null } when options.UseTls => FailureCodes.MailWithoutTls,
            _ => FailureCodes.GatewayError,
        };

    private MailMessage Mail(OutgoingNotice notice, MailAddress to)
    {
        var from = new MailAddress(options.From, options.FromName, Encoding.UTF8);
        var mail = new MailMessage(from, to)
        {
            Subject = OneLine(notice.Title),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = notice.Body + (notice.RecipientKind == RecipientKind.Staff ? FootForStaff : FootForLitigants),
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        mail.Headers.Add("Message-ID", $"<{notice.Id:N}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // no out-of-office answers
        return mail;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server did not take notice {Notice}: {Code}")]
    private static partial void Failed(ILogger log, Guid notice, string code, Exception exception);
}
