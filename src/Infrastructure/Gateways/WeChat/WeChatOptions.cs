namespace Infrastructure.Gateways.WeChat;

/// <summary>Section <c>WeChat</c>: one mini-program.</summary>
public sealed class WeChatOptions
{
    public string AppId { get; set; } = "";
    public string AppSecret { get; set; } = "";

    /// <summary>WeChat has stand-by hosts, and tests have fakes.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.weixin.qq.com");
}
