using Domain.Shared;

namespace Domain.CityChanges;

public static class CityChangeFacts
{
    public const string Asked = "city_change_asked";
    public const string Approved = "city_change_approved";
    public const string Returned = "city_change_returned";
    public const string Withdrawn = "city_change_withdrawn";
    public const string TookEffect = "city_change_took_effect";
    public const string Failed = "city_change_failed";
}

/// <summary>The wish itself is the fact's content: what was approved is what was asked for.</summary>
public sealed record CityChangeAskedData(
    CityChangeArea Area,
    string What,
    IReadOnlyList<Difference> Differences,
    string Reason,
    bool IsUrgent
) : FactData;

/// <param name="Reason">Of the return, or of the refusal when it was carried out.</param>
public sealed record CityChangeEndedData(string Reason) : FactData;

public static class CityChangeTopics
{
    extension(LiveTopic)
    {
        /// <summary>Changes for the whole city: what waits and what was decided.</summary>
        public static string CityChanges => "cityChanges";
    }
}
