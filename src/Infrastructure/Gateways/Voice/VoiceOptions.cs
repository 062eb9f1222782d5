using Infrastructure.Settings;

namespace Infrastructure.Gateways.Voice;

/// <summary>Section <c>Voice</c>: who rings people up and says a text (docs/voice-gateway.md). Without an address there is no such channel.</summary>
public sealed class VoiceOptions
{
    public Uri? BaseAddress { get; set; }
    public string Account { get; set; } = "";
    public string Secret { get; set; } = "";

    /// <summary>The part of the callbacks' path that only the provider knows.</summary>
    public string CallbackSecret { get; set; } = "";

    /// <summary>Addresses or networks (CIDR) that callbacks may come from.</summary>
    public string[] CallbackAddresses { get; set; } = [];

    /// <summary>Nobody is rung up before, in Guangzhou.</summary>
    public TimeOnly From { get; set; } = new(8, 30);

    /// <summary>Nor from then on.</summary>
    public TimeOnly Until { get; set; } = new(20, 0);

    public bool IsConfigured => BaseAddress is not null;

    /// <exception cref="SettingsException">Half a configuration: better no start than a channel that works one way.</exception>
    public void Check(bool isDevelopment)
    {
        List<string> missing = [];
        if (BaseAddress is not { IsAbsoluteUri: true })
            missing.Add("an absolute Voice:BaseAddress");
        if (Account.Length == 0)
            missing.Add("Voice:Account");
        if (Secret.Length == 0)
            missing.Add("Voice:Secret");
        if (CallbackSecret.Length < 20)
            missing.Add("Voice:CallbackSecret (at least 20 characters)");
        if (CallbackAddresses.Length == 0 && !isDevelopment)
            missing.Add("Voice:CallbackAddresses");
        if (From >= Until)
            missing.Add("a Voice:From before Voice:Until");
        if (missing.Count > 0)
            throw new SettingsException($"Voice:BaseAddress is set but not {string.Join(", ", missing)}.");
        if (!isDevelopment && BaseAddress!.Scheme != Uri.UriSchemeHttps)
            throw new SettingsException("Voice:BaseAddress must be https: texts and numbers go there.");
    }
}
