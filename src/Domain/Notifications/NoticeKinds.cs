using Domain.Contacts;
using Domain.DocumentService;
using Domain.EarlyWarnings;
using Domain.InboundMessages;
using Domain.Litigants;
using Domain.WorkOrders;

namespace Domain.Notifications;

/// <summary>Every kind of notice there is; each feature lists its own.</summary>
public static class NoticeKinds
{
    public static IReadOnlyList<NoticeKind> All { get; } =
    [
        LitigantNotices.Code,
        .. WorkOrderNotices.Kinds,
        .. OutboxNotices.Kinds,
        .. EarlyWarningNotices.Kinds,
        .. ContactNotices.Kinds,
        .. InboundNotices.Kinds,
        .. ServiceNotices.Kinds,
        .. ServiceDutyNotices.Kinds,
    ];

    private static readonly Dictionary<string, NoticeKind> s_byKey = All.ToDictionary(k => k.Key);

    public static NoticeKind Of(string key) => s_byKey[key];

    public static NoticeKind? Find(string key) => s_byKey.GetValueOrDefault(key);
}
