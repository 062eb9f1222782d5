namespace Domain.DocumentService;

/// <summary>The order of channels that holds where a court has set none of its own.</summary>
public static class FallbackSteps
{
    private static readonly IReadOnlyList<FallbackStep> s_usual =
    [
        new(ServiceChannel.WeChat, 24),
        new(ServiceChannel.SmsLink, 24),
        new(ServiceChannel.Email, 24),
        new(ServiceChannel.WebAccount, 24),
        new(ServiceChannel.Voice, 24),
    ];

    /// <summary>A hearing does not wait (CPL 139: three days before).</summary>
    private static readonly IReadOnlyList<FallbackStep> s_urgent =
    [
        new(ServiceChannel.WeChat, 12),
        new(ServiceChannel.SmsLink, 12),
        new(ServiceChannel.Voice, 12),
        new(ServiceChannel.Email, 12),
        new(ServiceChannel.WebAccount, 12),
    ];

    /// <summary>What ends a case gives people time to look.</summary>
    private static readonly IReadOnlyList<FallbackStep> s_patient =
    [
        new(ServiceChannel.WeChat, 48),
        new(ServiceChannel.SmsLink, 48),
        new(ServiceChannel.Email, 48),
        new(ServiceChannel.WebAccount, 48),
        new(ServiceChannel.Voice, 24),
    ];

    public static IReadOnlyList<FallbackStep> National(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Summons or DocumentKind.EvidenceNotice or DocumentKind.AppealFeeNotice => s_urgent,
            DocumentKind.Judgment or DocumentKind.Ruling or DocumentKind.MediationStatement => s_patient,
            _ => s_usual,
        };

    /// <summary>How long a channel is waited for, also one that the plan does not name because the clerk chose it.</summary>
    public static TimeSpan WaitAfter(this IReadOnlyList<FallbackStep> steps, ServiceChannel channel) =>
        TimeSpan.FromHours(steps.FirstOrDefault(s => s.Channel == channel)?.WaitHours ?? steps.Max(s => s.WaitHours));

    /// <summary>
    /// Ways that follow when no other reached the person. Electronic service asks for consent (CPL 90) and for an address known to be the
    /// person's own (OLR 31); a call only prompts (OLR 32).
    /// </summary>
    /// <param name="isTried">Channels that were used already.</param>
    /// <param name="known">Ways to the person, the surest of each channel first.</param>
    public static IEnumerable<PlannedWay> Following(
        this IReadOnlyList<FallbackStep> steps,
        Func<ServiceChannel, bool> isTried,
        IReadOnlyList<PlannedWay> known,
        bool hasConsent,
        bool hasAccount
    ) =>
        steps
            .Where(step => !isTried(step.Channel))
            .Where(step => hasAccount || step.Channel is not (ServiceChannel.WeChat or ServiceChannel.WebAccount))
            .Where(step => hasConsent || step.Channel == ServiceChannel.Voice)
            .Select(step => known.FirstOrDefault(w => w.Channel == step.Channel && w.Basis != AddressBasis.Unconfirmed))
            .OfType<PlannedWay>();

    /// <returns>微信 24 小时 → 短信链接 24 小时.</returns>
    public static string Words(IReadOnlyList<FallbackStep> steps) =>
        string.Join(" → ", steps.Select(s => $"{s.Channel.Chinese()} {s.WaitHours} 小时"));
}
