using Infrastructure.Litigants;

namespace Infrastructure.Paging;

/// <summary>The litigants' lists, by which a cursor of one is told from a cursor of another.</summary>
public static class LitigantLists
{
    public const string Messages = "work-orders";
    public const string Notices = "notices";
    public const string Confirmations = "address-confirmations";
    public const string Bindings = "bindings";
    public const string Submissions = "submissions";
    public const string Applications = "submissions/applications";
    public const string Released = "submissions/released";
    public const string Readings = "readings";
    public const string Subjects = "address-confirmations/subjects";

    public const string Nodes = "cases/nodes";

    public static string Cases(CaseOrder order) => $"cases/{order}";

    /// <param name="waiting">As the list was asked for: each part has its own order.</param>
    public static string Documents(bool? waiting) => $"documents/{waiting}";
}
