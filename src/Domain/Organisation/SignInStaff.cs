using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>Checks a login name and a password; five wrong ones in a row lock the account for a while.</summary>
public sealed class SignInStaff(ICourtDb db, IPasswords passwords, TimeProvider clock)
{
    /// <returns>The person with active posts, at least one.</returns>
    public async Task<Staff> Handle(string loginName, string password, CancellationToken ct)
    {
        while (true)
        {
            var staff = await Find(loginName, ct);
            var now = clock.GetUtcNow();
            var right = passwords.Matches(staff?.PasswordHash, password);
            if (staff is not { IsActive: true, Posts.Count: > 0 } || staff.IsLocked(now))
                throw StaffErrors.SignInRefused();
            if (right)
                staff.SignedIn(now);
            else
                staff.SignInFailed(now);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody tried the same name at the same moment: count again, so that a volley of guesses locks too.
                db.Forget();
                continue;
            }

            return right ? staff : throw StaffErrors.SignInRefused();
        }
    }

    private Task<Staff?> Find(string loginName, CancellationToken ct)
    {
        var name = loginName.Trim().ToLowerInvariant();
        return db.Set<Staff>().Include(s => s.Posts.Where(p => p.IsActive)).SingleOrDefaultAsync(s => s.LoginName == name, ct);
    }
}
