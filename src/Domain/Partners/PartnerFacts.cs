using Domain.Shared;

namespace Domain.Partners;

public static class PartnerFacts
{
    public const string Opened = "partner_opened";
    public const string Changed = "partner_changed";
    public const string KeyMade = "partner_key_made";
    public const string KeyEnded = "partner_key_ended";
    public const string Paused = "partner_paused";
    public const string Resumed = "partner_resumed";
    public const string Ended = "partner_ended";

    /// <summary>The word on screen.</summary>
    public static string Chinese(string kind) =>
        kind switch
        {
            Opened => "开通",
            Changed => "改权限和限制",
            KeyMade => "登记密钥或证书",
            KeyEnded => "作废密钥或证书",
            Paused => "停用",
            Resumed => "恢复",
            Ended => "终止",
            _ => kind,
        };
}

public sealed record PartnerSettingsData(
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Addresses,
    int CallsPerMinute,
    int BodyKilobytes
)
{
    public static PartnerSettingsData Of(PartnerSettings settings) =>
        new([.. settings.Scopes.Select(s => s.Code())], settings.Addresses, settings.CallsPerMinute, settings.BodyKilobytes);
}

/// <param name="Approval">Null within one court.</param>
public sealed record PartnerOpenedData(string Name, PartnerKind Kind, PartnerSettingsData Settings, ApprovalData? Approval) : FactData;

/// <param name="Approval">Null within one court.</param>
public sealed record PartnerChangedData(PartnerSettingsData Settings, ApprovalData? Approval) : FactData;

/// <param name="Hint">What people tell the key by; never the key.</param>
public sealed record PartnerKeyData(PartnerKeyKind Kind, string Hint) : FactData;

public static class PartnerTopics
{
    extension(LiveTopic)
    {
        /// <summary>Partner systems and their keys.</summary>
        public static string Partners => "partners";

        /// <summary>Something waits to be pushed to partners.</summary>
        public static string Webhooks => "webhooks";
    }
}
