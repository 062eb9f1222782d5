using Domain.Shared;

namespace Domain.InboundMessages;

public static class InboundTopics
{
    extension(LiveTopic)
    {
        /// <summary>What people wrote to the platform's number.</summary>
        public static string InboundSms => "inboundSms";
    }
}
