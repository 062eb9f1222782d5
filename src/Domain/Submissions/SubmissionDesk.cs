using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Submissions;

/// <summary>Who reaches submissions, and within how many days one is decided.</summary>
public sealed class SubmissionDesk(ICourtDb db, Handlers handlers, ICalendars calendars, SubmissionSettings settings, TimeProvider clock)
    : HandledDesk<Submission>(handlers)
{
    public override IQueryable<Submission> Reach(Actor by) =>
        by.Kind == ActorKind.Litigant ? db.OwnSubmissions(by, ChinaTime.DayOf(clock.GetUtcNow())) : db.SubmissionsVisibleTo(by);

    public override async Task<Ladder> NewLadder(Submission submission, Owner to, DateTimeOffset now, CancellationToken ct) =>
        settings.Ladder(submission.SubmissionKind, await calendars.Current(ct), now);
}
