using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Rating by a link that came with the answer, without signing in.</summary>
public sealed partial class WorkOrder
{
    /// <summary>SHA-256 of the newest answer's token (64 hex digits); null when nobody was told, and when the order was reopened.</summary>
    public string? SurveyTokenHash { get; private set; }

    public DateTimeOffset? SurveyExpiresAt { get; private set; }
    public DateTimeOffset? SurveyUsedAt { get; private set; }

    /// <summary>Whether the page may be shown: of an order rated elsewhere it says so.</summary>
    public bool IsSurveyOpen(DateTimeOffset now) => SurveyTokenHash is not null && SurveyUsedAt is null && now < SurveyExpiresAt;

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
