using Domain.Calendar;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// When a document counts as served on a recipient (domain facts §3.5). Of several valid services of the same content the
/// earliest completed one counts (OLR 31), certain or presumed.
/// </summary>
/// <param name="noticeDays">公告期: 30, foreign-related 60.</param>
/// <param name="rollNotice">Whether the end of the notice period moves off rest days like other periods; the law leaves it open (domain facts §11).</param>
/// <param name="receiptsWithin">How long a channel's report is waited for before the sending alone counts (ADR 18).</param>
public sealed class EffectiveDate(WorkCalendar calendar, int noticeDays, bool rollNotice, TimeSpan receiptsWithin)
{
    public const int NoticeDays = 30;
    public const int ForeignNoticeDays = 60;

    /// <param name="hasConsent">Consent to electronic service is on record for this recipient and case (OLR 29).</param>
    /// <param name="now">What stands only later is not concluded yet.</param>
    public ServiceConclusion Of(IEnumerable<DeliveryFacts> attempts, bool hasConsent, DateTimeOffset now) =>
        Best(attempts.SelectMany(a => All(a, hasConsent)), now);

    /// <summary>Of services of the same content on the same party, on itself or on its agents: the earliest day, never a later and surer one.</summary>
    public static ServiceConclusion Best(IEnumerable<ServiceConclusion> conclusions, DateTimeOffset now) =>
        InOrder(conclusions.Where(c => c.StandsFrom <= now)).FirstOrDefault() ?? ServiceConclusion.Pending;

    /// <summary>When time alone will conclude something, or an earlier day than what is concluded now.</summary>
    /// <returns>Null when nothing waits for its time.</returns>
    public static DateTimeOffset? NextChange(IReadOnlyCollection<ServiceConclusion> conclusions, DateTimeOffset now)
    {
        var best = Best(conclusions, now);
        return conclusions
            .Where(c => c.StandsFrom > now && InOrder([best, c]).First() == c)
            .Select(c => (DateTimeOffset?)c.StandsFrom)
            .Min();
    }

    /// <summary>
    /// A mediation statement (调解书) binds when the last party has signed for it; nothing else serves it (JI 133, 149). The party signs
    /// itself; an agent only where the party named the agent to receive for it (JI 133).
    /// </summary>
    /// <param name="parties">The attempts of each party that has to sign.</param>
    public static ServiceConclusion OfMediation(IReadOnlyCollection<IReadOnlyCollection<DeliveryFacts>> parties)
    {
        var signed = parties
            .Select(attempts =>
                attempts
                    .Where(a => a is { SignedAt: not null } and ({ IsByAgent: false } or { IsByNamedReceiver: true }))
                    .MinBy(a => a.SignedAt)
            )
            .ToList();
        if (signed.Count == 0 || signed.Contains(null))
            return ServiceConclusion.Pending;
        var last = signed.MaxBy(a => a!.SignedAt)!;
        return Effective(last.SignedAt!.Value, ServiceRule.LastSignature, last);
    }

    /// <summary>What an attempt comes to by each rule, now or when its time has come.</summary>
    public IEnumerable<ServiceConclusion> All(DeliveryFacts facts, bool hasConsent) =>
        facts.Channel switch
        {
            ServiceChannel.PublicNotice => facts is { PublishedOn: { } published, IsWithdrawn: false } ? [OfNotice(published, facts)] : [],
            ServiceChannel.InPerson or ServiceChannel.Post => OnPaper(facts),
            _ => Electronic(facts, hasConsent),
        };

    /// <summary>Before its day a public notice has served nobody.</summary>
    private ServiceConclusion OfNotice(DateOnly published, DeliveryFacts facts)
    {
        var (days, ends) = (facts.NoticeDays == 0 ? noticeDays : facts.NoticeDays, NoticeEnds(published, facts.NoticeDays));
        var rule = days >= ForeignNoticeDays ? ServiceRule.NoticeExpiredAbroad : ServiceRule.NoticeExpired;
        return new(ServiceStanding.Effective, ends, rule, facts) { StandsFrom = ChinaTime.StartOf(ends) };
    }

    private static IEnumerable<ServiceConclusion> OnPaper(DeliveryFacts facts)
    {
        if (facts.SignedAt is { } signed)
            yield return Effective(signed, facts.Channel == ServiceChannel.Post ? ServiceRule.PostReceipt : SignatureOf(facts), facts);
        else if (facts.LeftAt is { } left)
            yield return Effective(left, facts.LeftPlace == LeftPlace.Residence ? ServiceRule.Left : ServiceRule.LeftElsewhere, facts);
        else if (facts.ReturnedOn is { } returned)
            yield return new(ServiceStanding.Effective, returned, ServiceRule.Returned, facts);
    }

    private IEnumerable<ServiceConclusion> Electronic(DeliveryFacts facts, bool hasConsent)
    {
        // Accepting a completed service without objection is consent too (OLR 29-4); reading alone is not.
        var acted = new[] { facts.RepliedAt, facts.ActedAt, facts.SignedAt }.Min();
        // A call only prompts: it serves nobody by ringing (OLR 32).
        if (
            hasConsent
            && facts.Channel != ServiceChannel.Voice
            && facts.Basis is (AddressBasis.Provided or AddressBasis.Confirmed)
            && Arrival(facts) is { } at
        )
        {
            if (acted < at) // the recipient proved a later arrival, and had acted before
                yield return Act(acted.Value, facts);
            yield return Effective(at, ServiceRule.Arrival, facts) with
            {
                StandsFrom = IsReported(facts) ? DateTimeOffset.MinValue : at + receiptsWithin,
            };
        }
        else if (acted is { } act)
        {
            yield return Act(act, facts);
        }

        if (facts.ReadAt is { } read && !facts.IsRebutted && facts.Basis != AddressBasis.Unconfirmed)
            yield return hasConsent
                ? new(ServiceStanding.Presumed, ChinaTime.DayOf(read), ServiceRule.Read, facts)
                : new(ServiceStanding.ForClerk, By: facts);
    }

    private static ServiceConclusion Act(DateTimeOffset at, DeliveryFacts facts) =>
        Effective(at, at == facts.SignedAt ? SignatureOf(facts) : ServiceRule.ReplyOrAct, facts);

    private static ServiceRule SignatureOf(DeliveryFacts facts) => facts.IsByAgent ? ServiceRule.AgentSignature : ServiceRule.Signature;

    /// <summary>
    /// What our system shows counts, unless the recipient proves another date (JI 135); a fax has arrived when its report says so. Who
    /// opens it elsewhere shows that they know of it, not that it reached the address: that is reading (OLR 31-2).
    /// </summary>
    private static DateTimeOffset? Arrival(DeliveryFacts facts)
    {
        if (facts.BouncedAt is not null || (facts.Channel == ServiceChannel.Fax && (facts.ProvedArrivalAt ?? facts.DeliveredAt) is null))
            return null;
        if (facts.IsWithdrawn && !IsReported(facts))
            return null;
        return facts.ProvedArrivalAt ?? facts.DeliveredAt ?? facts.SentAt;
    }

    /// <summary>Something besides the sending shows that it arrived.</summary>
    private static bool IsReported(DeliveryFacts facts) =>
        (facts.ProvedArrivalAt ?? facts.DeliveredAt ?? facts.ReadAt ?? facts.SignedAt ?? facts.RepliedAt ?? facts.ActedAt) is not null;

    /// <param name="days">0 for the usual period.</param>
    public DateOnly NoticeEnds(DateOnly published, int days = 0)
    {
        var period = days == 0 ? noticeDays : days;
        return rollNotice ? calendar.LastDayOfPeriod(published, period) : published.AddDays(period);
    }

    private static ServiceConclusion Effective(DateTimeOffset at, ServiceRule rule, DeliveryFacts by) =>
        new(ServiceStanding.Effective, ChinaTime.DayOf(at), rule, by);

    /// <summary>The earliest day; of the same day a certain service before a presumed one; last what a clerk has to decide.</summary>
    private static IEnumerable<ServiceConclusion> InOrder(IEnumerable<ServiceConclusion> conclusions) =>
        conclusions
            .Where(c => c.Standing != ServiceStanding.Pending)
            .OrderBy(c => c.Day is null)
            .ThenBy(c => c.Day)
            .ThenBy(c => c.Standing == ServiceStanding.Presumed);
}
