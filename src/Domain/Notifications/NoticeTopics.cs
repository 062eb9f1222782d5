using Domain.Shared;

namespace Domain.Notifications;

public static class NoticeTopics
{
    extension(LiveTopic)
    {
        /// <summary>Notices wait to be sent.</summary>
        public static string Outbox => "outbox";

        /// <summary>Gateways have reported of notices.</summary>
        public static string Receipts => "receipts";

        /// <summary>What notices say.</summary>
        public static string NoticeTemplates => "noticeTemplates";
    }
}
