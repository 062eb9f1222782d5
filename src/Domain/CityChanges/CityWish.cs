using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Notifications;
using Domain.Partners;
using Domain.Supervision;
using Domain.WorkOrders;

namespace Domain.CityChanges;

/// <summary>What somebody wants to be changed for the whole city, as it is carried out when it is approved. Stored as it was asked for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TemplateText), "template_text")]
[JsonDerivedType(typeof(TemplateVersion), "template_version")]
[JsonDerivedType(typeof(YearNotice), "year_notice")]
[JsonDerivedType(typeof(DaysByHand), "days_by_hand")]
[JsonDerivedType(typeof(DaysWithdrawn), "days_withdrawn")]
[JsonDerivedType(typeof(CityLimit), "city_limit")]
[JsonDerivedType(typeof(CityWords), "city_words")]
[JsonDerivedType(typeof(PartnerOpening), "partner_opening")]
[JsonDerivedType(typeof(PartnerSetting), "partner_setting")]
public abstract record CityWish
{
    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, s_options);

    public static CityWish Read(string json) => JsonSerializer.Deserialize<CityWish>(json, s_options)!;
}

/// <summary>The page that the change belongs to.</summary>
public enum CityChangeArea
{
    /// <summary>通知模板.</summary>
    NoticeTemplates,

    /// <summary>工作日历.</summary>
    Calendar,

    /// <summary>办理时限.</summary>
    AnswerLimits,

    /// <summary>预警词.</summary>
    WarningWords,

    /// <summary>对接系统.</summary>
    Partners,
}

/// <summary>A notice is written anew and goes out so.</summary>
/// <param name="BasedOn">The version in force when the page was opened.</param>
public sealed record TemplateText(string Kind, NoticeChannel Channel, int BasedOn, string Title, string Text) : CityWish;

/// <summary>Another version of a notice goes out; 0 is the built-in one.</summary>
public sealed record TemplateVersion(string Kind, NoticeChannel Channel, int BasedOn, int Number) : CityWish;

/// <summary>A year's holidays are imported.</summary>
/// <param name="Text">The notice as it was typed or uploaded.</param>
public sealed record YearNotice(int Year, string Text) : CityWish;

/// <summary>Days off (停工) or worked (补班) by hand.</summary>
public sealed record DaysByHand(DateOnly First, DateOnly Last, bool Works) : CityWish;

/// <summary>Days set by hand become again what the notice says.</summary>
/// <param name="CalendarChangeId">The change that set them.</param>
public sealed record DaysWithdrawn(Guid CalendarChangeId) : CityWish;

/// <summary>The limit of all courts for a kind of order; for every kind without one.</summary>
/// <param name="Limits">Null lifts it.</param>
/// <param name="BasedOn">What held when the page was opened.</param>
public sealed record CityLimit(Category? Category, SupervisionLimits? Limits, SupervisionLimits BasedOn) : CityWish;

/// <summary>The words that messages are screened for in every court.</summary>
/// <param name="Words">All that there are afterwards.</param>
/// <param name="BasedOn">The list's version when the page was opened; 0 before the first change.</param>
public sealed record CityWords(IReadOnlyList<string> Words, long BasedOn) : CityWish;

/// <summary>A partner system of the whole city is opened.</summary>
public sealed record PartnerOpening(NewPartner Partner) : CityWish;

/// <summary>A partner system of the whole city may do something else.</summary>
/// <param name="BasedOn">Its version when the page was opened.</param>
public sealed record PartnerSetting(Guid PartnerId, PartnerSettings Settings, long BasedOn) : CityWish;

public static class CityChangeAreas
{
    public static CityChangeArea AreaOf(CityWish wish) =>
        wish switch
        {
            TemplateText or TemplateVersion => CityChangeArea.NoticeTemplates,
            YearNotice or DaysByHand or DaysWithdrawn => CityChangeArea.Calendar,
            CityLimit => CityChangeArea.AnswerLimits,
            CityWords => CityChangeArea.WarningWords,
            PartnerOpening or PartnerSetting => CityChangeArea.Partners,
            _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, null),
        };

    public static string Chinese(this CityChangeArea area) =>
        area switch
        {
            CityChangeArea.NoticeTemplates => "通知模板",
            CityChangeArea.Calendar => "工作日历",
            CityChangeArea.AnswerLimits => "办理时限",
            CityChangeArea.WarningWords => "预警词",
            CityChangeArea.Partners => "对接系统",
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
        };
}
