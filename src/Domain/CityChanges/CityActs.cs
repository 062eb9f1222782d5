using Domain.Calendar;
using Domain.EarlyWarnings;
using Domain.Notifications;
using Domain.Partners;
using Domain.Shared;
using Domain.WorkOrders;

namespace Domain.CityChanges;

/// <summary>Each wish with the use case that foresees it and carries it out.</summary>
public sealed class CityActs(
    SaveNoticeTemplate save,
    UseNoticeTemplate use,
    ImportCalendar import,
    SetCalendarDays days,
    WithdrawCalendarChange withdraw,
    SetCityLimit limit,
    SetCityWords words,
    SettleCityPartner partner
)
{
    /// <summary>Refuses what could not be carried out as things are.</summary>
    internal Task<Foreseen> Foresee(CityWish wish, string reason, CancellationToken ct) =>
        wish switch
        {
            TemplateText w => save.Foresee(w.Kind, w.Channel, w.BasedOn, w.Title, w.Text, reason, ct),
            TemplateVersion w => use.Foresee(w.Kind, w.Channel, w.BasedOn, w.Number, reason, ct),
            YearNotice w => import.Foresee(w.Year, w.Text, reason, ct),
            DaysByHand w => days.Foresee(w.First, w.Last, w.Works, reason, ct),
            DaysWithdrawn w => withdraw.Foresee(w.CalendarChangeId, reason, ct),
            CityLimit w => limit.Foresee(w.Category, w.Limits, w.BasedOn, reason, ct),
            CityWords w => words.Foresee(w.Words, w.BasedOn, reason, ct),
            PartnerOpening w => partner.Foresee(w.Partner, ct),
            PartnerSetting w => partner.Foresee(w.PartnerId, w.Settings, w.BasedOn, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, null),
        };

    /// <summary>In the save of whoever calls.</summary>
    internal Task Do(CityWish wish, Approval approval, CancellationToken ct) =>
        wish switch
        {
            TemplateText w => save.Handle(w.Kind, w.Channel, w.BasedOn, w.Title, w.Text, approval, ct),
            TemplateVersion w => use.Handle(w.Kind, w.Channel, w.BasedOn, w.Number, approval, ct),
            YearNotice w => import.Handle(w.Year, w.Text, approval, ct),
            DaysByHand w => days.Handle(w.First, w.Last, w.Works, approval, ct),
            DaysWithdrawn w => withdraw.Handle(w.CalendarChangeId, approval, ct),
            CityLimit w => limit.Handle(w.Category, w.Limits, w.BasedOn, approval, ct),
            CityWords w => words.Handle(w.Words, w.BasedOn, approval, ct),
            PartnerOpening w => partner.Handle(w.Partner, approval, ct),
            PartnerSetting w => partner.Handle(w.PartnerId, w.Settings, w.BasedOn, approval, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, null),
        };
}
