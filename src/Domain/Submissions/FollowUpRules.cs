using Domain.Calendar;
using Domain.DocumentService;

namespace Domain.Submissions;

/// <param name="Days">Calendar days; a last day that is a rest day rolls on.</param>
/// <param name="After">The one that has to be done first and from whose day it is counted; null counts from the arrival.</param>
/// <param name="Law">By which article.</param>
public sealed record FollowUpRule(FollowUpKind Kind, int Days, FollowUpKind? After, LawPoint Law)
{
    public CountedDay Until(WorkCalendar calendar, DateOnly from) => calendar.Counted(calendar.LastDayOfPeriod(from, Days));
}

/// <summary>What follows an acceptance by law.</summary>
public static class FollowUpRules
{
    /// <summary>An appeal: its copy to the other side, their reply, and the file to the court above (CPL 174).</summary>
    private static readonly FollowUpRule[] s_appeal =
    [
        new(FollowUpKind.ServeCopy, 5, After: null, LawPoint.AppealForward),
        new(FollowUpKind.AwaitReply, 15, FollowUpKind.ServeCopy, LawPoint.AppealReply),
        new(FollowUpKind.SendFile, 5, FollowUpKind.AwaitReply, LawPoint.AppealForward),
    ];

    public static IReadOnlyList<FollowUpRule> Of(SubmissionKind kind) => kind == SubmissionKind.Appeal ? s_appeal : [];
}
