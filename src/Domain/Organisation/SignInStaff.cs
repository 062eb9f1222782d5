using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>Checks a login name and a password; five wrong ones in a row lock the account for a while.</summary>
public sealed class SignInStaff(ICourtDb db, IPasswords passwords, TimeProvider clock)
{
    /// <returns>The person with active posts, at least one.</returns>
    public async Task<Staff> Handle(string loginName, string password, CancellationToken ct)
    {
        // Somebody who tries the same name at the same moment is counted too, so that a volley of guesses locks.
        var (staff, isRight) = await db.Change(
            async () =>
            {
                var found = await Find(loginName, ct);
                var now = clock.GetUtcNow();
                var right = passwords.Matches(found?.PasswordHash, password);
                if (found is not { IsActive: true, Posts.Count: > 0 } || found.IsLocked(now))
                    throw StaffErrors.SignInRefused();
                if (right)
                    found.SignedIn(now);
                else
                    found.SignInFailed(now);
                return (found, right);
            },
            ct,
            lost: StaffErrors.SignInRefused
        );
        return isRight ? staff : throw StaffErrors.SignInRefused();
    }

    private Task<Staff?> Find(string loginName, CancellationToken ct)
    {
        var name = loginName.Trim().ToLowerInvariant();
        return db.Set<Staff>().Include(s => s.Posts.Where(p => p.IsActive)).SingleOrDefaultAsync(s => s.LoginName == name, ct);
    }
}
