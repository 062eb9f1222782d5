using Domain.Calendar;
using Domain.Shared;
using Domain.Submissions;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Submissions;

/// <summary>What was asked for did not come: the court goes on with what there is.</summary>
public sealed class LapseSubmissions(CourtDb db, SubmissionSettings settings, ICalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many go on.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var due = await db.Set<Submission>()
            .AsNoTracking()
            .Where(s => s.SupplementBy < today)
            .OrderBy(s => s.SupplementBy)
            .Take(BatchSize)
            .Select(s => s.Id)
            .ToListAsync(ct);
        var lapsed = 0;
        foreach (var id in due)
        {
            db.Forget();
            var submission = await db.Set<Submission>().SingleAsync(s => s.Id == id, ct);
            // From the last day that was given, however late this looks.
            var ladder = settings.Ladder(submission.SubmissionKind, await calendars.Current(ct), submission.SupplementBy ?? today);
            if (submission.LapseSupplement(ladder, now) && await db.SaveUnlessLost(ct))
                lapsed++;
        }

        return lapsed;
    }
}

/// <summary>Any number of hosts may run it.</summary>
internal sealed class SubmissionWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<SubmissionWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (LapseSubmissions lapses, CancellationToken ct) => lapses.Run(ct)),
            Round.Of(s_soon, (IssueEffectCertificates issue, CancellationToken ct) => issue.Run(ct)),
            Round.Of(s_soon, (HandOverAppeals appeals, CancellationToken ct) => appeals.Run(ct)),
        ];
}
