using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

/// <summary>A person who signs in by WeChat or by phone: party, agent or neither yet.</summary>
public sealed class Litigant : Aggregate
{
    public const int NameMaxLength = 40;
    public const int IdentityTriesADay = 5;
    public const int RecoveryReasonMaxLength = 200;

    private Litigant() { }

    /// <summary>Bound mobile number; unique among litigants.</summary>
    public string? Phone { get; private set; }

    /// <summary>WeChat openid of this mini-program; unique.</summary>
    public string? OpenId { get; private set; }

    public string? UnionId { get; private set; }
    public string? Name { get; private set; }

    /// <summary>See <see cref="IIdentityKeys"/>; unique; null until verified.</summary>
    public string? IdentityKey { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Tries to verify on <see cref="IdentityTriedOn"/>.</summary>
    public int IdentityTries { get; private set; }

    public DateOnly? IdentityTriedOn { get; private set; }

    public bool IsVerified => VerifiedAt is not null;

    public string DisplayName => Name is null ? "微信用户" : Masking.NameForSelf(Name);

    public Actor AsActor() => Actor.Litigant(Id, Name ?? "未实名用户");

    /// <summary>Somebody's first sign-in, by one of the two.</summary>
    public static Litigant SignUp(string? phone, WeChatPerson? weChat, DateTimeOffset now)
    {
        var litigant = new Litigant
        {
            Id = Guid.CreateVersion7(now),
            Phone = phone,
            OpenId = weChat?.OpenId,
            UnionId = weChat?.UnionId,
            CreatedAt = now,
        };
        litigant.Raise(litigant.FactFor(LitigantFacts.SignedUp, now));
        return litigant;
    }

    public void Verified(string name, string identityKey, DateTimeOffset now)
    {
        Name = name;
        IdentityKey = identityKey;
        VerifiedAt = now;
        Raise(FactFor(LitigantFacts.Verified, now));
    }

    /// <summary>Counts a try to verify; the sixth of a day is refused.</summary>
    public void TryIdentity(DateTimeOffset now)
    {
        var today = ChinaTime.DayOf(now);
        if (IdentityTriedOn != today)
            (IdentityTriedOn, IdentityTries) = (today, 0);
        if (IdentityTries >= IdentityTriesADay)
            throw LitigantErrors.TooManyIdentityTries();
        IdentityTries++;
        Raise(FactFor(LitigantFacts.IdentityTried, now));
    }

    public void Accept(Agreement text, Channel channel, DateTimeOffset now) =>
        Raise(
            FactFor(LitigantFacts.AgreementAccepted, now) with
            {
                Data = new AgreementAccepted(text.Kind, text.Version, channel),
                Content = text.Text,
            }
        );

    public void Withdraw(Agreement text, Channel channel, DateTimeOffset now) =>
        Raise(FactFor(LitigantFacts.AgreementWithdrawn, now) with { Data = new AgreementWithdrawn(text.Kind, text.Version, channel) });

    public void BindPhone(string phone, DateTimeOffset now)
    {
        Phone = phone;
        Raise(FactFor(LitigantFacts.PhoneBound, now));
    }

    /// <summary>The number now belongs to another account.</summary>
    public void ReleasePhone(DateTimeOffset now)
    {
        Phone = null;
        Raise(FactFor(LitigantFacts.PhoneReleased, now));
    }

    /// <summary>Given back at the counter: only this phone is in it from now on.</summary>
    public void Recover(string phone, string reason, Actor by, DateTimeOffset now)
    {
        (Phone, OpenId, UnionId) = (phone, null, null);
        Raise(new Fact(LitigantFacts.Recovered, by, now) { Data = new AccountRecovered(reason), Topics = [LiveTopic.Litigant(Id)] });
    }

    /// <summary>The person's WeChat joins the account that they had by phone.</summary>
    public void UseWeChat(WeChatPerson weChat, DateTimeOffset now)
    {
        (OpenId, UnionId) = (weChat.OpenId, weChat.UnionId);
        Raise(FactFor(LitigantFacts.WeChatJoined, now));
    }

    /// <summary>Nothing has happened in this account: it goes, and the trace says where to.</summary>
    public void JoinInto(Litigant other, DateTimeOffset now) =>
        Raise(FactFor(LitigantFacts.AccountJoined, now) with { Data = new AccountJoined(other.Id) });

    private Fact FactFor(string kind, DateTimeOffset now) => new(kind, AsActor(), now) { Topics = [LiveTopic.Litigant(Id)] };
}

/// <summary>The trace keeps the hash of the text that was shown.</summary>
public sealed record AgreementAccepted(AgreementKind Kind, int Number, Channel Channel) : FactData;

public sealed record AgreementWithdrawn(AgreementKind Kind, int Number, Channel Channel) : FactData;

/// <param name="Reason">Why, and what staff has looked at.</param>
public sealed record AccountRecovered(string Reason) : FactData;

/// <param name="LitigantId">The account that the person is in from now on.</param>
public sealed record AccountJoined(Guid LitigantId) : FactData;
