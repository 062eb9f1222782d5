namespace Simulators.App;

/// <summary>Section <c>Simulators</c>: what the hosts are told under <c>Sms</c>, <c>Voice</c>, <c>WeChat</c>, <c>Lawyers</c> and <c>Email</c>.</summary>
public sealed class SimulatorOptions
{
    public SmsAccount Sms { get; set; } = new();
    public SmsAccount Voice { get; set; } = new();
    public WeChatAccount WeChat { get; set; } = new();

    public LawyerAccount Lawyers { get; set; } = new();

    /// <summary>0 takes a free port; null has no mail server.</summary>
    public int? SmtpPort { get; set; }

    public sealed class SmsAccount
    {
        public string Account { get; set; } = "court";
        public string Secret { get; set; } = "";

        /// <summary>Up to and with the path's secret; null calls nobody back.</summary>
        public Uri? CallbackAddress { get; set; }
    }

    public sealed class LawyerAccount
    {
        public string Key { get; set; } = "";
    }

    public sealed class WeChatAccount
    {
        public string AppId { get; set; } = "";
        public string AppSecret { get; set; } = "";

        /// <summary>Names whose openids are known before they sign in.</summary>
        public List<string> People { get; set; } = [];
    }
}
