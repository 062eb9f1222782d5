using Domain.Shared;

namespace Domain.Submissions;

public static class SubmissionTopics
{
    extension(LiveTopic)
    {
        public static string Submission(Guid id) => $"submission:{id:N}";
    }
}
