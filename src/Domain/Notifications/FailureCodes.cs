namespace Domain.Notifications;

/// <summary>Our own codes for why a notice did not go; the others are the gateways'.</summary>
public static class FailureCodes
{
    public const string ChannelOff = "channel_off";
    public const string NoAddress = "no_address";
    public const string BadAddress = "bad_address";
    public const string NoText = "no_text";
    public const string NoAnswer = "no_answer";
    public const string Timeout = "timeout";
    public const string Unreachable = "unreachable";
    public const string GatewayError = "gateway_error";
    public const string WorkerLost = "worker_lost";
    public const string MailWithoutTls = "mail_without_tls";
    public const string MailTlsFailed = "mail_tls_failed";
    public const string NoTemplate = "no_template";
    public const string NoOpenId = "no_openid";
    public const string NoCredit = "no_credit";

    /// <summary>The provider may have sent it or not: it is not sent again.</summary>
    public const string OutcomeUnknown = "sms.outcome_unknown";

    /// <summary>WeChat gave no token; not one of its own codes.</summary>
    public const int NoWeChatToken = -1000;

    /// <summary>A gateway's way to say that the time of day is wrong: it waits on purpose.</summary>
    public const string NotAtNight = "voice.not_at_night";

    /// <summary>Why; a gateway's own code that nobody has words for is shown as it is.</summary>
    public static string Chinese(string code) => FailureWords.Of(code).Why;
}
