namespace Infrastructure.Gateways.WeChat;

/// <summary>Section <c>WeChat</c>: one mini-program.</summary>
public sealed class WeChatOptions
{
    public string AppId { get; set; } = "";
    public string AppSecret { get; set; } = "";

    /// <summary>WeChat has stand-by hosts, and tests have fakes.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>Which edition of the mini-program a message opens: <c>formal</c>, <c>trial</c>, <c>developer</c>.</summary>
    public string State { get; set; } = "formal";

    /// <summary>Subscribe-message templates by kind of notice, e.g. <c>WeChat:Templates:work_order.answered:Id</c>.</summary>
    public Dictionary<string, SubscribeTemplate> Templates { get; set; } = [];

    /// <summary>The same as JSON in a file, for both hosts: environment variables cannot name kinds. <see cref="Templates"/> goes before it.</summary>
    public string TemplatesFile { get; set; } = "";

    public WeChatPushOptions Push { get; set; } = new();
}

/// <summary>A template as the mini-program's console has it.</summary>
public sealed class SubscribeTemplate
{
    public string Id { get; set; } = "";

    /// <summary>One accept for many messages (长期订阅); WeChat grants it by the mini-program's category.</summary>
    public bool LongTerm { get; set; }

    /// <summary>
    /// WeChat's field (<c>thing1</c>, <c>time2</c>, <c>phrase3</c> …) → what stands in it: fixed words, our fields in braces, <c>{text}</c>
    /// (the wording of the administrator), <c>{title}</c>, <c>{now}</c>.
    /// </summary>
    public Dictionary<string, string> Fields { get; set; } = [];
}

/// <summary>WeChat's message push, at <c>/gateways/wechat/{Secret}</c>; off while <see cref="Token"/> or <see cref="Secret"/> is empty.</summary>
public sealed class WeChatPushOptions
{
    /// <summary>The Token of the console: signs the calls.</summary>
    public string Token { get; set; } = "";

    /// <summary>Last part of the address: nobody guesses it.</summary>
    public string Secret { get; set; } = "";

    /// <summary>43 characters, for safe mode (安全模式); plain calls are then refused.</summary>
    public string EncodingAesKey { get; set; } = "";

    public bool IsOn => Token.Length > 0 && Secret.Length > 0;
}
