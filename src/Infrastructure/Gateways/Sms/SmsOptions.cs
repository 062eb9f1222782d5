using Infrastructure.Settings;

namespace Infrastructure.Gateways.Sms;

/// <summary>Section <c>Sms</c>: one account at one provider. Without a provider there is no SMS channel.</summary>
public sealed class SmsOptions
{
    /// <summary>Our own contract (docs/sms-gateway.md).</summary>
    public const string OwnContract = "Gateway";

    /// <summary>China Mobile's Cloud MAS (云MAS), free text.</summary>
    public const string CloudMas = "CloudMas";

    public string Provider { get; set; } = "";
    public Uri? BaseAddress { get; set; }

    /// <summary>Our name at the provider; Cloud MAS: <c>ecName</c>.</summary>
    public string Account { get; set; } = "";

    /// <summary>Cloud MAS: <c>apId</c>.</summary>
    public string User { get; set; } = "";

    public string Secret { get; set; } = "";

    /// <summary>Cloud MAS: the code of the signature filed with the carrier, which it puts before each text.</summary>
    public string SignCode { get; set; } = "";

    /// <summary>Digits behind our number that replies come back to.</summary>
    public string Extension { get; set; } = "";

    /// <summary>The part of the callbacks' path that only the provider knows.</summary>
    public string CallbackSecret { get; set; } = "";

    /// <summary>Addresses or networks (CIDR) that callbacks may come from.</summary>
    public string[] CallbackAddresses { get; set; } = [];

    public bool IsConfigured => Provider.Length > 0;

    /// <exception cref="SettingsException">Half a configuration: better no start than a channel that works one way.</exception>
    public void Check(bool isDevelopment)
    {
        List<string> missing = [];
        if (Provider is not (OwnContract or CloudMas))
            throw new SettingsException($"Sms:Provider is {Provider}: it must be {OwnContract} or {CloudMas}.");
        if (BaseAddress is not { IsAbsoluteUri: true })
            missing.Add("Sms:BaseAddress");
        if (Account.Length == 0)
            missing.Add("Sms:Account");
        if (Secret.Length == 0)
            missing.Add("Sms:Secret");
        if (Provider == CloudMas && User.Length == 0)
            missing.Add("Sms:User");
        if (Provider == CloudMas && SignCode.Length == 0)
            missing.Add("Sms:SignCode");
        if (CallbackSecret.Length < 20)
            missing.Add("Sms:CallbackSecret (at least 20 characters)");
        if (CallbackAddresses.Length == 0 && !isDevelopment)
            missing.Add("Sms:CallbackAddresses");
        if (missing.Count > 0)
            throw new SettingsException($"Sms:Provider is set but not {string.Join(", ", missing)}.");
        if (!isDevelopment && BaseAddress!.Scheme != Uri.UriSchemeHttps)
            throw new SettingsException("Sms:BaseAddress must be https: texts and numbers go there.");
    }
}
