using Domain.Auditing;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>
/// Checks a login name and a password. Five wrong ones in a row lock the source that tried them out of that account for a while. Many from
/// many sources make sources wait that nobody ever came in from; those the person uses answer as ever.
/// </summary>
public sealed class SignInStaff(ICourtDb db, IPasswords passwords, IAudit audit, TimeProvider clock)
{
    /// <param name="source">Where the try comes from.</param>
    /// <returns>The person with active posts, at least one.</returns>
    public async Task<Staff> Handle(string loginName, string password, string source, CancellationToken ct)
    {
        Staff? known = null;
        try
        {
            var staff = await Check(loginName, password, source, found => known = found, ct);
            Note(AuditKind.SignedIn, staff, staff.Name, source, "");
            return staff;
        }
        catch (RefusedException refused)
        {
            Note(AuditKind.SignInRefused, known, loginName, source, refused.Code);
            throw;
        }
    }

    /// <returns>How long whoever tries there is kept waiting, whatever the password is; nothing where the person comes from.</returns>
    public async Task<TimeSpan> Wait(string loginName, string source, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - PasswordPolicy.SlowWindow;
        var name = loginName.Trim().ToLowerInvariant();
        var tries = await db.Set<SignInTries>()
            .AsNoTracking()
            .Where(t => db.Set<Staff>().Any(s => s.Id == t.StaffId && s.LoginName == name))
            .Where(t => t.FailedAt > since || t.Source == source)
            .ToListAsync(ct);
        return tries.Exists(t => t.Source == source && t.IsOwn(now))
            ? TimeSpan.Zero
            : PasswordPolicy.WaitAfter(tries.Where(t => t.FailedAt > since).Sum(t => t.Failures));
    }

    private async Task<Staff> Check(string loginName, string password, string source, Action<Staff?> onFound, CancellationToken ct)
    {
        // Somebody who tries the same name at the same moment is counted too, so that a volley of guesses locks.
        var (staff, isRight) = await db.Change(
            async () =>
            {
                var found = await Find(loginName, ct);
                onFound(found);
                var now = clock.GetUtcNow();
                var right = passwords.Matches(found?.PasswordHash, password);
                if (found is not { IsActive: true, Posts.Count: > 0 })
                    throw StaffErrors.SignInRefused();
                var tries = await db.TriesOf(found.Id, source, ct);
                if (tries.IsLocked(now))
                    throw StaffErrors.SignInRefused();
                tries.Count(found, right, now);
                return (found, right);
            },
            ct,
            lost: StaffErrors.SignInRefused
        );
        return isRight ? staff : throw StaffErrors.SignInRefused();
    }

    /// <param name="name">The person's, or what was typed.</param>
    private void Note(AuditKind kind, Staff? known, string name, string source, string refused) =>
        audit.Note(
            new AuditEntry
            {
                Kind = kind,
                By = ActorKind.Staff,
                ById = known?.Id,
                Name = AuditEntry.Cut(name, Staff.NameMaxLength),
                Source = source,
                What = "登录",
                Refused = refused,
            }
        );

    private Task<Staff?> Find(string loginName, CancellationToken ct)
    {
        var name = loginName.Trim().ToLowerInvariant();
        return db.Set<Staff>().Include(s => s.Posts.Where(p => p.IsActive)).SingleOrDefaultAsync(s => s.LoginName == name, ct);
    }
}

internal static class CountingTries
{
    /// <summary>Those of this source, also the first ones.</summary>
    public static async Task<SignInTries> TriesOf(this ICourtDb db, Guid staffId, string source, CancellationToken ct)
    {
        var tries = await db.Set<SignInTries>().SingleOrDefaultAsync(t => t.StaffId == staffId && t.Source == source, ct);
        if (tries is null)
            db.Set<SignInTries>().Add(tries = new SignInTries { StaffId = staffId, Source = source });
        return tries;
    }

    public static void Count(this SignInTries tries, Staff staff, bool isRight, DateTimeOffset now)
    {
        if (isRight)
        {
            if (tries.LockedUntil is not null)
                staff.SourceUnlocked(tries.Source, now);
            tries.Right(now);
        }
        else if (tries.Failed(now))
        {
            staff.SourceLocked(tries.Source, tries.LockedUntil!.Value, now);
        }
    }
}
