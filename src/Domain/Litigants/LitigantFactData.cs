using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.Litigants;

public sealed record SignedInData(Guid LitigantId, Channel Channel, string Device) : FactData;

public enum SessionEnd
{
    SignedOut,

    /// <summary>A refresh token was used again after it had been replaced.</summary>
    TokenReused,

    /// <summary>The phone number was bound to another account.</summary>
    PhoneRebound,

    /// <summary>The account was given back to its person at the counter.</summary>
    Recovered,

    /// <summary>The person no longer agrees to the privacy policy and the user agreement.</summary>
    AgreementsWithdrawn,
}

public sealed record SessionRevokedData(SessionEnd Why) : FactData;

/// <summary>The person's two accounts have become one.</summary>
public sealed record SessionMovedData(Guid FromId, Guid ToId) : FactData;

/// <param name="FormerId">The account that the person's WeChat was in.</param>
public sealed record WeChatJoinedData(Guid FormerId) : FactData;
