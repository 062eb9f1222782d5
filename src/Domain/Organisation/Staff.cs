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
    public bool IsActive { get; private set; } = true;

    public string PasswordHash { get; private set; } = "";
    public DateTimeOffset PasswordChangedAt { get; private set; }
    public List<string> FormerPasswordHashes { get; private set; } = [];

    /// <summary>Changes with the password; a session begun under an older one ends.</summary>
    public string SecurityStamp { get; private set; } = "";

    public List<Post> Posts { get; init; } = [];

    /// <summary>It is there from now on: what an installation, a demo or an import begins with.</summary>
    public Staff Entered(Actor by, DateTimeOffset now)
    {
        Raise(new Fact(OrganisationFacts.Entered, by, now));
        return this;
    }

    public bool MustChangePassword(DateTimeOffset now) => now - PasswordChangedAt > PasswordPolicy.MaxAge;

    /// <summary>As a published change of contact says.</summary>
    public void ChangeNumbers(string mobile, string officePhone, Guid contactChangeId, Actor by, DateTimeOffset now)
    {
        if ((mobile, officePhone) == (Mobile, OfficePhone))
            return;
        (Mobile, OfficePhone) = (mobile, officePhone);
        Raise(new Fact(OrganisationFacts.NumbersChanged, by, now) { Data = new NumbersChangedData(mobile, officePhone, contactChangeId) });
    }

    /// <summary>The person left, or is back: a person who left holds no post and signs in no more.</summary>
    public void SetActive(bool isActive, Actor by, DateTimeOffset now)
    {
        if (isActive == IsActive)
            return;
        IsActive = isActive;
        Raise(new Fact(isActive ? OrganisationFacts.Returned : OrganisationFacts.Left, by, now) { Topics = [LiveTopic.Account(Id)] });
    }

    /// <summary>The person chose a new one, or was given one.</summary>
    public void ChangePassword(string hash, Actor by, DateTimeOffset now)
    {
        if (PasswordHash.Length > 0)
            FormerPasswordHashes = [PasswordHash, .. FormerPasswordHashes.Take(PasswordPolicy.HistoryLength - 1)];
        PasswordHash = hash;
        PasswordChangedAt = now;
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        Raise(new Fact(OrganisationFacts.PasswordChanged, by, now) { Topics = [LiveTopic.Account(Id)] });
    }

    /// <summary>One that somebody else knows too: it lets in to choose another one, and nowhere else.</summary>
    public void GiveFirstPassword(string hash, Actor by, DateTimeOffset now)
    {
        ChangePassword(hash, by, now);
        PasswordChangedAt = DateTimeOffset.UnixEpoch; // as old as can be: MustChangePassword
    }

    /// <summary>Too many wrong passwords from there; elsewhere the person signs in as ever.</summary>
    public void SourceLocked(string source, DateTimeOffset until, DateTimeOffset now) =>
        Raise(new Fact(OrganisationFacts.Locked, Actor.System, now) { Data = new LockedData(until, source) });

    public void SourceUnlocked(string source, DateTimeOffset now) =>
        Raise(new Fact(OrganisationFacts.Unlocked, new Actor(ActorKind.Staff, Id, Name), now) { Data = new UnlockedData(source) });
}
