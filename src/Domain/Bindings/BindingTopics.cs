using Domain.Shared;

namespace Domain.Bindings;

public static class BindingTopics
{
    extension(LiveTopic)
    {
        public static string CaseBinding(Guid id) => $"caseBinding:{id:N}";
    }
}
