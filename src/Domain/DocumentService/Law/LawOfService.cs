using Domain.Calendar;
using Domain.Cases;

namespace Domain.DocumentService;

/// <summary>Readings of the law that a court may decide differently (ADR 18); section <c>DocumentService</c> of the configuration.</summary>
/// <param name="RollsPublicNotices">The end of a public notice moves off rest days like other periods.</param>
/// <param name="CountsSarAndTaiwanAsAbroad">A party with its domicile in 港澳台 has the periods of one without a domicile in China (JI 549).</param>
public sealed record ServiceLawSettings(bool RollsPublicNotices, bool CountsSarAndTaiwanAsAbroad)
{
    /// <summary>How long a channel's report is waited for before a sending that nobody contradicts counts (JI 135): an SMS is tried for three days.</summary>
    public TimeSpan ReceiptsWithin { get; init; } = TimeSpan.FromDays(3);

    /// <returns>Null while nobody knows.</returns>
    public bool? HasDomicile(Domicile? domicile) =>
        domicile switch
        {
            null => null,
            Domicile.HongKongMacauTaiwan => !CountsSarAndTaiwanAsAbroad,
            Domicile.Mainland => true,
            _ => false,
        };
}

/// <summary>Makes the law of service from the settings and today's calendar: here only, for conclusions, certificates and verification alike.</summary>
public sealed class LawOfService(ICalendars calendars, ServiceLawSettings settings)
{
    public async Task<ServiceLaw> Current(CancellationToken ct) => new(await calendars.Current(ct), settings);
}

/// <summary>The law of service as it is read now.</summary>
public sealed class ServiceLaw(WorkCalendar calendar, ServiceLawSettings settings)
{
    private readonly EffectiveDate _usual = new(calendar, EffectiveDate.NoticeDays, settings.RollsPublicNotices, settings.ReceiptsWithin);
    private readonly EffectiveDate _abroad = new(
        calendar,
        EffectiveDate.ForeignNoticeDays,
        settings.RollsPublicNotices,
        settings.ReceiptsWithin
    );

    public WorkCalendar Calendar => calendar;

    /// <summary>What the law asks of the case and the party.</summary>
    public LimitFacts FactsOf(Case @case, CaseParty party) => LimitFacts.Of(@case, party, settings);

    /// <param name="hasDomicile">In China; without one a public notice runs longer (CPL 283). While it is unknown nobody's time is shortened.</param>
    public EffectiveDate For(bool? hasDomicile) => hasDomicile == true ? _usual : _abroad;

    /// <summary>As it is read now, then as it was read before a setting was changed: a change touches no service by itself (ADR 18).</summary>
    public IEnumerable<ServiceLaw> Readings =>
        [
            this,
            new(calendar, settings with { RollsPublicNotices = !settings.RollsPublicNotices }),
            new(calendar, settings with { ReceiptsWithin = TimeSpan.Zero }),
        ];
}
