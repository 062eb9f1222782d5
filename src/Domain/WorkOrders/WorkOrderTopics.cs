using Domain.Shared;

namespace Domain.WorkOrders;

public static class WorkOrderTopics
{
    extension(LiveTopic)
    {
        public static string WorkOrder(Guid id) => $"workOrder:{id:N}";

        /// <summary>Within how many working days orders are answered.</summary>
        public static string AnswerLimits => "answerLimits";
    }
}
