using Domain.Shared;

namespace Domain.Litigants;

public static class LitigantTopics
{
    extension(LiveTopic)
    {
        public static string Session(Guid id) => $"session:{id:N}";
    }
}
