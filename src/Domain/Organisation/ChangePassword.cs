using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Organisation;

/// <summary>A person chooses a new password; every session begun under the old one ends.</summary>
public sealed class ChangePassword(ICourtDb db, IPasswords passwords, TimeProvider clock)
{
    /// <param name="source">Where it is done: guesses at the current one count as those at sign-in.</param>
    public async Task Handle(string current, string chosen, string source, Actor by, CancellationToken ct)
    {
        var staff = await db.Set<Staff>().SingleAsync(s => s.Id == by.Id, ct);
        var now = clock.GetUtcNow();
        var tries = await db.TriesOf(staff.Id, source, ct);
        if (tries.IsLocked(now))
            throw StaffErrors.CurrentPasswordWrong();
        if (!passwords.Matches(staff.PasswordHash, current))
        {
            tries.Count(staff, isRight: false, now);
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
