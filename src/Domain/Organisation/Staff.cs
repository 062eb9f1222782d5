using Domain.Shared;

namespace Domain.Organisation;

/// <summary>A person who works at a court and signs in to the Portal.</summary>
public sealed class Staff : Aggregate
{
    public const int NameMaxLength = 40;
    public const int LoginNameMaxLength = 40;

    public required string Name { get; init; }

    /// <summary>Lower case; unique over both levels.</summary>
    public required string LoginName { get; init; }

    public required string Mobile { get; set; }

    /// <summary>Empty when unknown.</summary>
    public string Email { get; set; } = "";

    public string OfficePhone { get; set; } = "";
    public bool IsActive { get; set; } = true;

    public string PasswordHash { get; private set; } = "";
    public DateTimeOffset PasswordChangedAt { get; private set; }
    public List<string> FormerPasswordHashes { get; private set; } = [];

    /// <summary>Changes with the password; a session begun under an older one ends.</summary>
    public string SecurityStamp { get; private set; } = "";

    public int FailedSignIns { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public List<Post> Posts { get; init; } = [];

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    public bool MustChangePassword(DateTimeOffset now) => now - PasswordChangedAt > PasswordPolicy.MaxAge;

    /// <summary>As a published change of contact says.</summary>
    public void ChangeNumbers(string mobile, string officePhone, Guid contactChangeId, Actor by, DateTimeOffset now)
    {
        if ((mobile, officePhone) == (Mobile, OfficePhone))
            return;
        (Mobile, OfficePhone) = (mobile, officePhone);
        Raise(new Fact(OrganisationFacts.NumbersChanged, by, now) { Data = new NumbersChangedData(mobile, officePhone, contactChangeId) });
    }

    /// <summary>The person chose a new one.</summary>
    public void ChangePassword(string hash, Actor by, DateTimeOffset now)
    {
        SetPassword(hash, now);
        Raise(new Fact(OrganisationFacts.PasswordChanged, by, now));
    }

    public void SetPassword(string hash, DateTimeOffset now)
    {
        if (PasswordHash.Length > 0)
            FormerPasswordHashes = [PasswordHash, .. FormerPasswordHashes.Take(PasswordPolicy.HistoryLength - 1)];
        PasswordHash = hash;
        PasswordChangedAt = now;
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        (FailedSignIns, LockedUntil) = (0, null);
    }

    public void SignedIn(DateTimeOffset now)
    {
        if (LockedUntil is not null)
            Raise(new Fact(OrganisationFacts.Unlocked, new Actor(ActorKind.Staff, Id, Name), now));
        (FailedSignIns, LockedUntil) = (0, null);
    }

    public void SignInFailed(DateTimeOffset now)
    {
        FailedSignIns++;
        if (FailedSignIns < PasswordPolicy.LockoutAfter)
            return;
        FailedSignIns = 0;
        LockedUntil = now + PasswordPolicy.LockoutTime;
        Raise(new Fact(OrganisationFacts.Locked, Actor.System, now) { Data = new LockedData(LockedUntil.Value) });
    }
}
