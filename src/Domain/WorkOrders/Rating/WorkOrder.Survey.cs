using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Rating by a link that came with the answer, without signing in.</summary>
public sealed partial class WorkOrder
{
    /// <summary>SHA-256 of the newest answer's token (64 hex digits); null when nobody was told, and when the order was reopened.</summary>
    public string? SurveyTokenHash { get; private set; }

    public DateTimeOffset? SurveyExpiresAt { get; private set; }
    public DateTimeOffset? SurveyUsedAt { get; private set; }

    /// <summary>Whether the page may be shown: also when it was rated, for the answer stays to be read.</summary>
    public bool IsSurveyOpen(DateTimeOffset now) => SurveyTokenHash is not null && now < SurveyExpiresAt;

    /// <summary>The mobile phone that the link went to, by whose code the answer opens; null where there is none.</summary>
    public string? SurveyPhone => PhoneNumber.TryRead(RequesterPhone, out _, out var isMobile) && isMobile ? RequesterPhone : null;

    /// <summary>Whoever has proved that phone has opened the newest answer.</summary>
    public void ReadByLink(string tokenHash, DateTimeOffset now)
    {
        if (SurveyTokenHash != tokenHash || !IsSurveyOpen(now) || SurveyPhone is not { } phone)
            throw SurveyErrors.NotFound();
        if (!IsUnreadByRequester)
            return;
        RequesterReadAt = now;
        var reader = Actor.Litigant(LitigantId ?? Guid.Empty, RequesterName);
        Raise(FactFor(WorkOrderFacts.AnswerRead, reader, now, new AnswerReadByLinkData(Masking.Phone(phone))));
    }

    /// <summary>A landline rings, and shows no link; an account does in its inbox's stead.</summary>
    private bool CanFollowLinks => SurveyPhone is not null || LitigantId is not null;

    /// <summary>The same rating again is the same tap, sent twice.</summary>
    public void RateBySurvey(string tokenHash, Satisfaction satisfaction, string? words, DateTimeOffset now)
    {
        if (SurveyTokenHash != tokenHash || now >= SurveyExpiresAt)
            throw SurveyErrors.NotFound();
        if (SurveyUsedAt is not null)
        {
            if (IsRatedWith(satisfaction, words))
                return;
            throw SurveyErrors.NotFound();
        }

        Rate(satisfaction, words, Actor.Litigant(LitigantId ?? Guid.Empty, RequesterName), now, RatingWay.Survey);
        SurveyUsedAt = now;
    }

    public bool IsRatedWith(Satisfaction satisfaction, string? words) =>
        Satisfaction == satisfaction && (SatisfactionWords ?? "") == TypedText.Storable(words ?? "");

    private void OfferSurvey(SurveyLink? link) =>
        (SurveyTokenHash, SurveyExpiresAt, SurveyUsedAt) = (link?.TokenHash, link?.ExpiresAt, null);
}
