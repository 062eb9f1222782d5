using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>One signed-in device. The refresh token is stored hashed and changes with every use; seeing an old one again ends the session.</summary>
public sealed class LitigantSession : Aggregate
{
    public const int DeviceMaxLength = 80;
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>So long the token just replaced is answered with the same next one: the answer may have been lost on the way.</summary>
    public static readonly TimeSpan RetryWindow = TimeSpan.FromSeconds(60);

    private LitigantSession() { }

    public Guid LitigantId { get; private set; }

    /// <summary>WeChat, or Web for a browser.</summary>
    public Channel Channel { get; private init; }

    public string Device { get; private init; } = "";
    public string RefreshHash { get; private set; } = "";

    /// <summary>The token before the newest, and what turns it into the newest; empty before the first refresh.</summary>
    public string FormerRefreshHash { get; private set; } = "";

    public string RefreshSalt { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset LastUsedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static (LitigantSession Session, RefreshToken Token) Open(Litigant litigant, Channel channel, string device, DateTimeOffset now)
    {
        var token = RefreshToken.For(Guid.CreateVersion7());
        var session = new LitigantSession
        {
            Id = token.SessionId,
            LitigantId = litigant.Id,
            Channel = channel,
            Device = device.Length <= DeviceMaxLength ? device : device[..DeviceMaxLength],
            RefreshHash = token.Hash,
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + Lifetime,
        };
        session.Raise(
            session.FactFor(LitigantFacts.SignedIn, litigant.AsActor(), now, new SignedInData(litigant.Id, channel, session.Device))
        );
        return (session, token);
    }

    public bool IsAlive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <returns>The next token; null when the session is over, which a second use of an old token makes it.</returns>
    public RefreshToken? Refresh(RefreshToken presented, DateTimeOffset now)
    {
        if (!IsAlive(now))
            return null;
        if (presented.Hash == RefreshHash)
            return Rotate(presented, now);
        if (presented.Hash == FormerRefreshHash && now - LastUsedAt <= RetryWindow)
            return presented.Next(RefreshSalt);
        Revoke(SessionEnd.TokenReused, Actor.System, now);
        return null;
    }

    public void Revoke(SessionEnd why, Actor by, DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Raise(FactFor(LitigantFacts.SessionRevoked, by, now, new SessionRevokedData(why)));
    }

    /// <summary>The person's two accounts have become one.</summary>
    public void MoveTo(Litigant litigant, DateTimeOffset now)
    {
        var data = new SessionMovedData(LitigantId, litigant.Id);
        LitigantId = litigant.Id;
        Raise(FactFor(LitigantFacts.SessionMoved, litigant.AsActor(), now, data));
    }

    private RefreshToken Rotate(RefreshToken presented, DateTimeOffset now)
    {
        RefreshSalt = RefreshToken.NewSalt();
        var next = presented.Next(RefreshSalt);
        (FormerRefreshHash, RefreshHash) = (RefreshHash, next.Hash);
        LastUsedAt = now;
        ExpiresAt = now + Lifetime;
        return next;
    }

    private Fact FactFor(string kind, Actor by, DateTimeOffset now, FactData data) =>
        new(kind, by, now) { Data = data, Topics = [LiveTopic.Session(Id)] };
}
