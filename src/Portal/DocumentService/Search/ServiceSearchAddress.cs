using System.Globalization;
using Domain.DocumentService;
using Infrastructure.DocumentService.Search;

namespace Portal.DocumentService.Search;

/// <summary>What a search looks for, as its address says it: a link or a file finds the same.</summary>
public static class ServiceSearchAddress
{
    /// <summary>What cannot be read is left out.</summary>
    public static ServiceTerms Read(IQueryCollection query) =>
        new(
            query["q"].ToString(),
            query["title"].ToString(),
            Day(query["from"]),
            Day(query["to"]),
            Enum.TryParse<ServiceState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null
        );

    public static string Page(ServiceTerms terms) => "/service/search?" + Query(terms);

    /// <summary>The same after a file of it was refused.</summary>
    public static string TooLong(ServiceTerms terms) => Page(terms) + "&toolong=1";

    public static string Export(ServiceTerms terms, string format) => $"/exports/services?format={format}&{Query(terms)}";

    private static string Query(ServiceTerms terms) =>
        $"q={Uri.EscapeDataString(terms.Words)}&title={Uri.EscapeDataString(terms.Title)}&from={Iso(terms.From)}&to={Iso(terms.To)}&state={terms.State}";

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 2000 and < 2100
            ? day
            : null;

    internal static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
