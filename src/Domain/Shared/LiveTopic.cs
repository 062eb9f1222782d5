using Domain.Organisation;

namespace Domain.Shared;

/// <summary>Names of what a screen can watch. A hint on a topic only says "look again".</summary>
public static class LiveTopic
{
    public static string Staff(Guid id) => $"staff:{id:N}";

    public static string Division(Guid id) => $"division:{id:N}";

    public static string Court(Guid id) => $"court:{id:N}";

    public static string Litigant(Guid id) => $"litigant:{id:N}";

    public static string WorkOrder(Guid id) => $"workOrder:{id:N}";

    public static string ServiceTask(Guid id) => $"serviceTask:{id:N}";

    /// <summary>Services of a division's cases, for lists.</summary>
    public static string ServicesOf(Guid divisionId) => $"services:{divisionId:N}";

    public static string EarlyWarning(Guid id) => $"earlyWarning:{id:N}";

    public static string Session(Guid id) => $"session:{id:N}";

    /// <summary>Notices wait to be sent.</summary>
    public const string Outbox = "outbox";

    /// <summary>Confirmed services wait to be begun.</summary>
    public const string ServicePlans = "servicePlans";

    /// <summary>Gateways have reported of notices.</summary>
    public const string Receipts = "receipts";

    /// <summary>Channels have reported of services.</summary>
    public const string ServiceOutcomes = "serviceOutcomes";

    /// <summary>In which order channels serve documents.</summary>
    public const string FallbackPlans = "fallbackPlans";

    /// <summary>The working days.</summary>
    public const string Calendar = "calendar";

    /// <summary>Within how many working days orders are answered.</summary>
    public const string AnswerLimits = "answerLimits";

    /// <summary>What people wrote to the platform's number.</summary>
    public const string InboundSms = "inboundSms";

    /// <summary>What notices say.</summary>
    public const string NoticeTemplates = "noticeTemplates";

    /// <summary>Both levels, for those who see all courts.</summary>
    public const string AllCourts = "courts";

    /// <summary>What the lists of a member of staff follow: the own orders, and those of the division or court they answer for.</summary>
    public static IReadOnlyList<string> ListsOf(Actor by)
    {
        var post = by.Post!;
        List<string> topics = [Staff(by.Id)];
        if (!by.Reaches(Feature.Answering))
            topics.Add(Division(post.DivisionId));
        if (by.ExtentOf(Feature.Supervision) is var extent and (Extent.Court or Extent.All))
            topics.Add(extent == Extent.All ? AllCourts : Court(post.CourtId));
        return topics;
    }
}
