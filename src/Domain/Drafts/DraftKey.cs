namespace Domain.Drafts;

/// <summary>The places where a member of staff types something that is kept.</summary>
public static class DraftKey
{
    public static string Reply(Guid workOrderId) => $"reply:{workOrderId:N}";

    public static string Note(Guid workOrderId) => $"note:{workOrderId:N}";

    /// <summary>Prefix of <see cref="Service"/>.</summary>
    public const string Services = "service:";

    /// <summary>A service for many cases that is not confirmed yet.</summary>
    /// <param name="corrects">The task that it corrects.</param>
    public static string Batch(Guid? corrects) => corrects is { } task ? $"service-batch:{task:N}" : "service-batch";

    /// <summary>A service of documents that is not confirmed yet.</summary>
    public static string Service(Guid caseId) => $"{Services}{caseId:N}";
}
