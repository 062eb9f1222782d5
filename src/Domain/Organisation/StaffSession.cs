using System.Security.Cryptography;
using Domain.Shared;

namespace Domain.Organisation;

/// <summary>
/// One sign-in of a member of staff on one browser. The browser holds a random key, here is its hash: what ends here has ended there,
/// whatever the browser still has.
/// </summary>
public sealed class StaffSession : Aggregate
{
    public const int DeviceMaxLength = 80;

    private StaffSession() { }

    public string KeyHash { get; private init; } = "";
    public Guid StaffId { get; private init; }

    /// <summary>The post it acts in; a person of several switches.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The person's <see cref="Staff.SecurityStamp"/> when it began: a new password ends it.</summary>
    public string Stamp { get; private init; } = "";

    public string Device { get; private init; } = "";

    /// <summary>Where it was begun from.</summary>
    public string Network { get; private init; } = "";

    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When somebody was last seen at the keyboard.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <returns>With the key for the browser, which nobody else learns.</returns>
    public static (StaffSession Session, string Key) Begin(Staff staff, Guid postId, string device, string network, DateTimeOffset now)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var session = new StaffSession
        {
            Id = Guid.CreateVersion7(now),
            KeyHash = HashOf(key),
            StaffId = staff.Id,
            PostId = postId,
            Stamp = staff.SecurityStamp,
            Device = device.Length <= DeviceMaxLength ? device : device[..DeviceMaxLength],
            Network = network,
            BegunAt = now,
            SeenAt = now,
        };
        session.Raise(
            new Fact(StaffSessionFacts.Begun, new Actor(ActorKind.Staff, staff.Id, staff.Name), now)
            {
                Data = new StaffSessionBegunData(staff.Id, postId, session.Device, network),
            }
        );
        return (session, key);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key)));

    public void SwitchTo(Guid postId, Actor by, DateTimeOffset now)
    {
        if (postId == PostId)
            return;
        PostId = postId;
        Raise(new Fact(StaffSessionFacts.PostSwitched, by, now) { Data = new StaffPostSwitchedData(postId), Topics = [Topic] });
    }

    public void End(StaffSessionEnd why, Actor by, DateTimeOffset now)
    {
        if (EndedAt is not null)
            return;
        EndedAt = now;
        Raise(new Fact(StaffSessionFacts.Ended, by, now) { Data = new StaffSessionEndedData(why), Topics = [Topic] });
    }

    private string Topic => LiveTopic.Account(StaffId);
}

public enum StaffSessionEnd
{
    SignedOut,

    /// <summary>Nobody was at the keyboard.</summary>
    Idle,

    /// <summary>By the same person, from another browser.</summary>
    FromElsewhere,

    PasswordChanged,
}

public static class StaffSessionFacts
{
    public const string Begun = "staff_session_begun";
    public const string PostSwitched = "staff_post_switched";
    public const string Ended = "staff_session_ended";
}

public sealed record StaffSessionBegunData(Guid StaffId, Guid PostId, string Device, string Network) : FactData;

public sealed record StaffPostSwitchedData(Guid PostId) : FactData;

public sealed record StaffSessionEndedData(StaffSessionEnd Why) : FactData;
