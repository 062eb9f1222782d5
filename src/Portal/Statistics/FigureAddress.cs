using System.Globalization;
using Infrastructure.Figures;

namespace Portal.Statistics;

/// <summary>Which figures a page or a file shows, as its address says it: a link leads back to the same.</summary>
public sealed record FigureAddress(FigureScope Scope, FigurePeriod Period, LedgerList List = LedgerList.Received)
{
    /// <summary>What cannot be read is taken for this month of everything.</summary>
    public static FigureAddress Read(IQueryCollection query, DateOnly today)
    {
        var scope = new FigureScope
        {
            CourtId = Id("court"),
            DivisionId = Id("division"),
            OwnerId = Id("owner"),
        };
        var kind = Enum.TryParse<PeriodKind>(query["period"], out var given) && Enum.IsDefined(given) ? given : PeriodKind.Month;
        var period =
            kind == PeriodKind.Range
                ? FigurePeriod.Between(Day("from") ?? today, Day("to") ?? today)
                : FigurePeriod.Around(kind, Day("day") ?? today);
        return new(
            scope,
            period,
            Enum.TryParse<LedgerList>(query["list"], out var list) && Enum.IsDefined(list) ? list : LedgerList.Received
        );

        Guid? Id(string name) => Guid.TryParse(query[name], out var id) ? id : null;

        // A calendar far outside of what can be counted would only be an error further on.
        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2000 and < 2100
                ? day
                : null;
    }

    public string Statistics => "/statistics?" + Query;

    public string ServiceStatistics => "/service/statistics?" + Query;

    public string Ledger => $"/ledger?list={List}&{Query}";

    public string Ranking => "/ranking?" + Query;

    public FigureAddress Of(LedgerList list) => this with { List = list };

    public FigureAddress Of(FigureScope scope) => this with { Scope = scope };

    public FigureAddress Of(FigurePeriod period) => this with { Period = period };

    /// <summary>As a file.</summary>
    /// <param name="what">statistics, ranking, ledger or service-statistics.</param>
    public string Export(string what, string format) => $"/exports/{what}?format={format}&list={List}&{Query}";

    private string Query
    {
        get
        {
            var period = Period.Kind == PeriodKind.Range ? $"from={Iso(Period.From)}&to={Iso(Period.To)}" : $"day={Iso(Period.From)}";
            return $"period={Period.Kind}&{period}{Part("court", Scope.CourtId)}{Part("division", Scope.DivisionId)}{Part("owner", Scope.OwnerId)}";
        }
    }

    private static string Part(string name, Guid? id) => id is { } given ? $"&{name}={given}" : "";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
