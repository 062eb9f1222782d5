using Domain.Shared;

namespace Domain.EarlyWarnings;

public static class EarlyWarningTopics
{
    extension(LiveTopic)
    {
        public static string EarlyWarning(Guid id) => $"earlyWarning:{id:N}";
    }
}
