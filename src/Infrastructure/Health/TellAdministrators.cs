using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Health;

/// <summary>
/// What administrators have to know or do, told each of them who holds a post now: in-app, which needs no sending, by what else the kind
/// of notice names, and once in a while only.
/// </summary>
public sealed class TellAdministrators(CourtDb db, WorkerLeases leases, TimeProvider clock)
{
    private const string Lease = "alarms"; // every host looks, one of them tells
    private const string States = "states"; // a field beside those of the text
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_over = TimeSpan.FromDays(1);

    /// <summary>What is wrong with the running program, at most once an hour.</summary>
    public Task Tell(NoticeKind kind, IReadOnlyList<string> alarms, CancellationToken ct) =>
        Tell(kind, alarms, clock.GetUtcNow() - s_again, ct);

    /// <param name="kind">With the field <c>reason</c>; in-app, besides whatever other channels.</param>
    /// <param name="reasons">Sentences for people; with none nobody is told.</param>
    /// <param name="since">Who was told since then is not told again.</param>
    public Task Tell(NoticeKind kind, IReadOnlyList<string> reasons, DateTimeOffset since, CancellationToken ct) =>
        Tell(kind, Lasting(reasons), Administrators(), since, ct);

    /// <summary>What only the Intermediate Court's administrators can ask for, since it holds for the whole city.</summary>
    public Task TellOfTheCity(NoticeKind kind, string reason, DateTimeOffset since, CancellationToken ct) =>
        Tell(kind, Lasting([reason]), OfTheCity(), since, ct);

    /// <summary>
    /// What has begun with what all courts share: told those who run it, each at most once an hour, however often it comes and goes, and
    /// whichever host sees it.
    /// </summary>
    /// <param name="begun">Sentences for people, by what stays the same while it lasts.</param>
    /// <param name="over">The kind that says that it is over: who was told so is told anew at once.</param>
    public Task TellOnce(NoticeKind kind, Dictionary<string, string> begun, CancellationToken ct, NoticeKind? over = null) =>
        Tell(kind, begun, OfTheCity(), clock.GetUtcNow() - s_again, ct, over);

    /// <summary>Whoever was told that something began, within a day, is told once that it is over.</summary>
    /// <param name="ended">By what stayed the same and when it was told: a sentence for people, or null while it goes on.</param>
    public async Task TellOver(NoticeKind kind, NoticeKind over, Func<string, DateTimeOffset, string?> ended, CancellationToken ct)
    {
        if ((await Ended(kind, over, ended, ct)).Count > 0)
            await leases.Alone(Lease, s_lease, async _ => await TellEnded(kind, over, ended, ct), ct);
    }

    private async Task<int> TellEnded(NoticeKind kind, NoticeKind over, Func<string, DateTimeOffset, string?> ended, CancellationToken ct)
    {
        foreach (var person in (await Ended(kind, over, ended, ct)).GroupBy(e => e.RecipientId))
            if (await db.Set<Staff>().SingleOrDefaultAsync(s => s.Id == person.Key && s.IsActive, ct) is { } staff)
                Write(over, staff.Id, staff.Mobile, staff.Email, person.ToDictionary(e => e.Key, e => e.Words));
        return await db.SaveChangesAsync(ct);
    }

    private async Task<List<(Guid RecipientId, string Key, string Words)>> Ended(
        NoticeKind kind,
        NoticeKind over,
        Func<string, DateTimeOffset, string?> ended,
        CancellationToken ct
    )
    {
        var told = await Told([kind.Key, over.Key], clock.GetUtcNow() - s_over, ct);
        return
        [
            .. from t in told
            group t by (t.RecipientId, t.State) into one
            let last = one.MaxBy(t => t.At)
            where last.Kind == kind.Key
            let words = ended(last.State, last.At)
            where words is not null
            select (last.RecipientId, last.State, words),
        ];
    }

    /// <summary>In-app, a row for each of the states that a notice told.</summary>
    private async Task<List<(Guid RecipientId, string State, string Kind, DateTimeOffset At)>> Told(
        string[] kinds,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var notices = await db.Set<Notice>()
            .Where(n => n.Channel == NoticeChannel.InApp && n.CreatedAt >= since && kinds.Contains(n.Kind))
            .Select(n => new
            {
                n.RecipientId,
                n.Kind,
                n.Fields,
                n.CreatedAt,
            })
            .ToListAsync(ct);
        return
        [
            .. from n in notices
            from state in n.Fields.GetValueOrDefault(States, "").Split('|')
            select (n.RecipientId!.Value, state, n.Kind, n.CreatedAt),
        ];
    }

    private static Dictionary<string, string> Lasting(IReadOnlyList<string> reasons) =>
        reasons.Count == 0 ? [] : new Dictionary<string, string> { [""] = string.Join('；', reasons) };

    private IQueryable<Post> Administrators() => db.Set<Post>().Where(p => p.Role == Role.Administrator && p.IsActive && p.Staff.IsActive);

    private IQueryable<Post> OfTheCity() =>
        Administrators().Where(p => db.Set<Court>().Any(c => c.Id == p.CourtId && c.Level == CourtLevel.Intermediate));

    private async Task Tell(
        NoticeKind kind,
        Dictionary<string, string> reasons,
        IQueryable<Post> whom,
        DateTimeOffset since,
        CancellationToken ct,
        NoticeKind? over = null
    )
    {
        if (reasons.Count > 0)
            await leases.Alone(Lease, s_lease, _ => TellThose(kind, reasons, whom, since, over, ct), ct);
    }

    private async Task<int> TellThose(
        NoticeKind kind,
        Dictionary<string, string> reasons,
        IQueryable<Post> whom,
        DateTimeOffset since,
        NoticeKind? over,
        CancellationToken ct
    )
    {
        var told = await Told([kind.Key, over?.Key ?? kind.Key], since, ct);
        var administrators = await db.Set<Staff>()
            .Where(s => whom.Any(p => p.StaffId == s.Id))
            .Select(s => new
            {
                s.Id,
                s.Mobile,
                s.Email,
            })
            .ToListAsync(ct);
        foreach (var person in administrators)
        {
            var known = told.Where(t => t.RecipientId == person.Id)
                .GroupBy(t => t.State)
                .Where(one => one.MaxBy(t => t.At).Kind == kind.Key)
                .Select(one => one.Key)
                .ToHashSet();
            var unknown = reasons.Where(r => !known.Contains(r.Key)).ToDictionary();
            if (unknown.Count > 0)
                Write(kind, person.Id, person.Mobile, person.Email, unknown);
        }

        return await db.SaveChangesAsync(ct);
    }

    private void Write(NoticeKind kind, Guid staffId, string mobile, string email, Dictionary<string, string> reasons)
    {
        var now = clock.GetUtcNow();
        var fields = new Dictionary<string, string>
        {
            ["reason"] = string.Join('；', reasons.Values),
            [States] = string.Join('|', reasons.Keys),
        };
        db.Set<Notice>()
            .AddRange(
                kind.To(NoticeRecipient.Staff(staffId), fields)
                    .Where(n => HasAddress(n.Channel, mobile, email))
                    .Select(n => n.WrittenAt(now))
            );
    }

    private static bool HasAddress(NoticeChannel channel, string mobile, string email) =>
        channel switch
        {
            NoticeChannel.Sms => mobile.Length > 0,
            NoticeChannel.Email => email.Length > 0,
            _ => true,
        };
}
