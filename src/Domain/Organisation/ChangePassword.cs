using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>A person chooses a new password; every session begun under the old one ends.</summary>
public sealed class ChangePassword(ICourtDb db, IPasswords passwords, TimeProvider clock)
{
    public async Task Handle(string current, string chosen, Actor by, CancellationToken ct)
    {
        var staff = await db.Set<Staff>().SingleAsync(s => s.Id == by.Id, ct);
        var now = clock.GetUtcNow();
        if (staff.IsLocked(now))
            throw StaffErrors.CurrentPasswordWrong();
        if (!passwords.Matches(staff.PasswordHash, current))
        {
            staff.SignInFailed(now);
            await db.SaveChangesAsync(ct);
            throw StaffErrors.CurrentPasswordWrong();
        }

        if (PasswordPolicy.Problems(chosen, staff.LoginName) is [var problem, ..])
            throw StaffErrors.PasswordWeak(problem);
        // The current one counts as one of the last five.
        string[] recent = [staff.PasswordHash, .. staff.FormerPasswordHashes.Take(PasswordPolicy.HistoryLength - 1)];
        if (recent.Any(hash => passwords.Matches(hash, chosen)))
            throw StaffErrors.PasswordUsedBefore();
        staff.ChangePassword(passwords.Hash(chosen), by, now);
        await db.SaveChangesAsync(ct);
    }
}
