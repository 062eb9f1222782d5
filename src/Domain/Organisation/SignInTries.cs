namespace Domain.Organisation;

/// <summary>
/// What one source, an address or a household's network, has tried at one account. Wrong passwords lock the source out of the account and
/// not the account out of the court: a stranger elsewhere locks out nobody.
/// </summary>
public sealed class SignInTries
{
    public Guid StaffId { get; init; }
    public required string Source { get; init; }

    /// <summary>Wrong ones in a row.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset FailedAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>When somebody last came in from there with the right password.</summary>
    public DateTimeOffset? RightAt { get; private set; }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>The person comes from there: what others try slows nothing down here.</summary>
    public bool IsOwn(DateTimeOffset now) => RightAt > now - PasswordPolicy.SourceKnownFor;

    /// <returns>True when this one locks the source out.</returns>
    public bool Failed(DateTimeOffset now)
    {
        Failures++;
        FailedAt = now;
        if (Failures % PasswordPolicy.LockoutAfter != 0)
            return false;
        LockedUntil = now + PasswordPolicy.LockoutTime;
        return true;
    }

    public void Right(DateTimeOffset now) => (Failures, LockedUntil, RightAt) = (0, null, now);
}
