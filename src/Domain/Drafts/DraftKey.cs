namespace Domain.Drafts;

/// <summary>The places where a member of staff types something that is kept.</summary>
public static class DraftKey
{
    public static string Reply(Guid workOrderId) => $"reply:{workOrderId:N}";

    public static string Note(Guid workOrderId) => $"note:{workOrderId:N}";
}
