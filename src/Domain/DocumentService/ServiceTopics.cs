using Domain.Shared;

namespace Domain.DocumentService;

public static class ServiceTopics
{
    extension(LiveTopic)
    {
        public static string ServiceTask(Guid id) => $"serviceTask:{id:N}";

        /// <summary>Services of a division's cases, for lists.</summary>
        public static string ServicesOf(Guid divisionId) => $"services:{divisionId:N}";

        /// <summary>Confirmed services wait to be begun.</summary>
        public static string ServicePlans => "servicePlans";

        /// <summary>Channels have reported of services.</summary>
        public static string ServiceOutcomes => "serviceOutcomes";

        /// <summary>In which order channels serve documents.</summary>
        public static string FallbackPlans => "fallbackPlans";
    }
}
