using Domain.Calendar;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// When a document counts as served on a recipient (domain facts §3.5). Of several valid services of the same content the
/// earliest completed one counts (OLR 31).
/// </summary>
/// <param name="noticeDays">公告期: 30, foreign-related 60.</param>
/// <param name="rollNotice">Whether the end of the notice period moves off rest days like other periods; the law leaves it open (domain facts §11).</param>
public sealed class EffectiveDate(WorkCalendar calendar, int noticeDays, bool rollNotice)
{
    public const int NoticeDays = 30;
    public const int ForeignNoticeDays = 60;

    /// <param name="hasConsent">Consent to electronic service is on record for this recipient and case (OLR 29).</param>
    public ServiceConclusion Of(IEnumerable<DeliveryFacts> attempts, bool hasConsent) => Best(attempts.Select(a => OfOne(a, hasConsent)));

    /// <summary>Of services of the same content on the same party, on itself or on its agents.</summary>
    public static ServiceConclusion Best(IEnumerable<ServiceConclusion> conclusions) =>
        conclusions.Where(c => c.Standing != ServiceStanding.Pending).OrderBy(Doubt).ThenBy(c => c.Day).FirstOrDefault()
        ?? ServiceConclusion.Pending;

    /// <summary>A mediation statement (调解书) binds when the last party has signed for it; nothing else serves it (JI 133, 149).</summary>
    /// <param name="parties">The attempts of each party.</param>
    public static ServiceConclusion OfMediation(IReadOnlyCollection<IReadOnlyCollection<DeliveryFacts>> parties)
    {
        var signed = parties.Select(attempts => attempts.Where(a => a.SignedAt is not null).MinBy(a => a.SignedAt)).ToList();
        if (signed.Count == 0 || signed.Contains(null))
            return ServiceConclusion.Pending;
        var last = signed.MaxBy(a => a!.SignedAt)!;
        return Effective(last.SignedAt!.Value, ServiceRule.LastSignature, last);
    }

    private ServiceConclusion OfOne(DeliveryFacts facts, bool hasConsent) =>
        facts.Channel switch
        {
            ServiceChannel.PublicNotice => facts.PublishedOn is { } published
                ? new(ServiceStanding.Effective, NoticeEnds(published, facts.NoticeDays), NoticeRule(facts.NoticeDays), facts)
                : ServiceConclusion.Pending,
            ServiceChannel.InPerson or ServiceChannel.Post => OnPaper(facts),
            _ => Electronic(facts, hasConsent),
        };

    private static ServiceConclusion OnPaper(DeliveryFacts facts)
    {
        if (facts.SignedAt is { } signed)
            return Effective(signed, facts.Channel == ServiceChannel.Post ? ServiceRule.PostReceipt : ServiceRule.Signature, facts);
        if (facts.LeftAt is { } left)
            return Effective(left, facts.LeftPlace == LeftPlace.Residence ? ServiceRule.Left : ServiceRule.LeftElsewhere, facts);
        return facts.ReturnedOn is { } returned
            ? new(ServiceStanding.Effective, returned, ServiceRule.Returned, facts)
            : ServiceConclusion.Pending;
    }

    private static ServiceConclusion Electronic(DeliveryFacts facts, bool hasConsent)
    {
        // A call only prompts: it serves nobody by ringing (OLR 32).
        var arrived =
            hasConsent && facts.Channel != ServiceChannel.Voice && facts.Basis is (AddressBasis.Provided or AddressBasis.Confirmed)
                ? Arrival(facts)
                : null;
        // Accepting a completed service without objection is consent too (OLR 29-4); reading alone is not.
        var acted = Earliest(facts.RepliedAt, facts.ActedAt, facts.SignedAt);
        if (arrived is { } at && !(acted < at))
            return Effective(at, ServiceRule.Arrival, facts);
        if (acted is { } act)
            return Effective(act, act == facts.SignedAt ? ServiceRule.Signature : ServiceRule.ReplyOrAct, facts);
        if (facts.ReadAt is not { } read || facts.IsRebutted || facts.Basis == AddressBasis.Unconfirmed)
            return ServiceConclusion.Pending;
        return hasConsent
            ? new(ServiceStanding.Presumed, ChinaTime.DayOf(read), ServiceRule.Read, facts)
            : new(ServiceStanding.ForClerk, By: facts);
    }

    /// <summary>What our system shows counts, unless the recipient proves another date (JI 135). What was read has arrived, receipt or not.</summary>
    private static DateTimeOffset? Arrival(DeliveryFacts facts) =>
        facts.BouncedAt is not null ? null
        : facts.Channel == ServiceChannel.Fax ? facts.ProvedArrivalAt ?? facts.DeliveredAt // its report says that it went through
        : facts.ProvedArrivalAt ?? facts.DeliveredAt ?? facts.SentAt ?? facts.ReadAt;

    /// <param name="days">0 for the usual period.</param>
    public DateOnly NoticeEnds(DateOnly published, int days = 0)
    {
        var period = days == 0 ? noticeDays : days;
        return rollNotice ? calendar.LastDayOfPeriod(published, period) : published.AddDays(period);
    }

    private ServiceRule NoticeRule(int days) =>
        (days == 0 ? noticeDays : days) >= ForeignNoticeDays ? ServiceRule.NoticeExpiredAbroad : ServiceRule.NoticeExpired;

    private static ServiceConclusion Effective(DateTimeOffset at, ServiceRule rule, DeliveryFacts by) =>
        new(ServiceStanding.Effective, ChinaTime.DayOf(at), rule, by);

    private static DateTimeOffset? Earliest(params DateTimeOffset?[] instants) => instants.Min();

    /// <summary>A certain service before a presumed one, that before one a clerk has to decide.</summary>
    private static int Doubt(ServiceConclusion conclusion) =>
        conclusion.Standing switch
        {
            ServiceStanding.Effective => 0,
            ServiceStanding.Presumed => 1,
            _ => 2,
        };
}
