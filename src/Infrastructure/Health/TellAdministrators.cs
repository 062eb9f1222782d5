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
    public Task TellOnce(NoticeKind kind, Dictionary<string, string> begun, CancellationToken ct) =>
        Tell(kind, begun, OfTheCity(), clock.GetUtcNow() - s_again, ct);

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
        CancellationToken ct
    )
    {
        if (reasons.Count > 0)
            await leases.Alone(Lease, s_lease, _ => TellThose(kind, reasons, whom, since, ct), ct);
    }

    private async Task<int> TellThose(
        NoticeKind kind,
        Dictionary<string, string> reasons,
        IQueryable<Post> whom,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var told = await db.Set<Notice>()
            .Where(n => n.Channel == NoticeChannel.InApp && n.CreatedAt >= since && n.Kind == kind.Key)
            .Select(n => new { n.RecipientId, n.Fields })
            .ToListAsync(ct);
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
                .SelectMany(t => t.Fields.GetValueOrDefault(States, "").Split('|'))
                .ToHashSet();
            var unknown = reasons.Where(r => !known.Contains(r.Key)).ToDictionary();
            if (unknown.Count == 0)
                continue;
            var fields = new Dictionary<string, string>
            {
                ["reason"] = string.Join('；', unknown.Values),
                [States] = string.Join('|', unknown.Keys),
            };
            db.Set<Notice>()
                .AddRange(
                    kind.To(NoticeRecipient.Staff(person.Id), fields)
                        .Where(n => HasAddress(n.Channel, person.Mobile, person.Email))
                        .Select(n => n.WrittenAt(now))
                );
        }

        return await db.SaveChangesAsync(ct);
    }

    private static bool HasAddress(NoticeChannel channel, string mobile, string email) =>
        channel switch
        {
            NoticeChannel.Sms => mobile.Length > 0,
            NoticeChannel.Email => email.Length > 0,
            _ => true,
        };
}
