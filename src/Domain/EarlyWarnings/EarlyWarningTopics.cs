using Domain.Shared;

namespace Domain.EarlyWarnings;

public static class EarlyWarningTopics
{
    extension(LiveTopic)
    {
        public static string EarlyWarning(Guid id) => $"earlyWarning:{id:N}";

        /// <summary>预警词, the city's and every court's own.</summary>
        public static string WarningWords => "warningWords";
    }
}
