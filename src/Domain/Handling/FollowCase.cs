using Domain.Calendar;
using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Handling;

/// <summary>It may be about a case.</summary>
public interface IOfCase
{
    Guid? CaseId { get; }
}

/// <summary>随案移交: what its former judge or clerk has in hand of a case goes to the next one; the deadline stands.</summary>
public sealed class FollowCase<T>(ICourtDb db, Handlers handlers, ICalendars calendars) : IFollowCasePeople
    where T : Handled, IOfCase
{
    public const string Words = "案件换了承办人，随案移交";

    public async Task Changed(IReadOnlyCollection<CasePersonChange> changes, DateTimeOffset now, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        foreach (var (@case, former, next) in changes)
        {
            var open = await db.Set<T>().Where(t => t.ClosedAt == null && t.OwnerId == former && t.CaseId == @case.Id).ToListAsync(ct);
            if (open.Count == 0)
                continue;
            var to =
                await handlers.Judge(next, @case.CourtId, ct)
                ?? await handlers.Clerk(next, @case.CourtId, ct)
                ?? await handlers.Liaison(@case.DivisionId, ct);
            if (to is null)
                continue; // without a post nobody can be given anything
            foreach (var thing in open)
                thing.GoWithCase(
                    new Hand(Guid.CreateVersion7(now), to, Words, Actor.System, Actor.System.Name, now) { Calendar = calendar }
                );
        }
    }
}
