namespace Domain.Litigants;

/// <summary>The words in the traces of litigants and their sessions.</summary>
public static class LitigantFacts
{
    public const string SignedUp = "signed_up";
    public const string Verified = "verified";
    public const string IdentityTried = "identity_tried";
    public const string PhoneBound = "phone_bound";
    public const string PhoneReleased = "phone_released";
    public const string WeChatJoined = "wechat_joined";
    public const string AccountJoined = "account_joined";
    public const string Recovered = "account_recovered";
    public const string AgreementAccepted = "agreement_accepted";
    public const string AgreementWithdrawn = "agreement_withdrawn";
    public const string SignedIn = "signed_in";
    public const string SessionRevoked = "session_revoked";
    public const string SessionMoved = "session_moved";
}
