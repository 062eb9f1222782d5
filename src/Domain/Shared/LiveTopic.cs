using Domain.Organisation;

namespace Domain.Shared;

/// <summary>
/// Names of what a screen can watch. A hint on a topic only says "look again". Here are those of people and places; each feature
/// adds its own in its <c>…Topics</c>.
/// </summary>
public static class LiveTopic
{
    public static string Staff(Guid id) => $"staff:{id:N}";

    public static string Division(Guid id) => $"division:{id:N}";

    public static string Court(Guid id) => $"court:{id:N}";

    public static string Litigant(Guid id) => $"litigant:{id:N}";

    /// <summary>What ends sessions of a member of staff: a sign-out, a new password, leaving, the end of a post.</summary>
    public static string Account(Guid staffId) => $"{AccountPrefix}{staffId:N}";

    public static bool IsAccount(string topic) => topic.StartsWith(AccountPrefix, StringComparison.Ordinal);

    private const string AccountPrefix = "account:";

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
