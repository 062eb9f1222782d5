namespace Domain.Shared;

/// <summary>Names of what a screen can watch. A hint on a topic only says "look again".</summary>
public static class LiveTopic
{
    public static string Staff(Guid id) => $"staff:{id:N}";
    public static string Division(Guid id) => $"division:{id:N}";
    public static string Litigant(Guid id) => $"litigant:{id:N}";
    public static string WorkOrder(Guid id) => $"workOrder:{id:N}";
    public static string Session(Guid id) => $"session:{id:N}";
}
