using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Auditing;
using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.DocumentService.Search;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>The search box of every page: order number, case number, phone or requester's name, within what the actor may see.</summary>
public sealed partial class SearchQueries(CourtDb db, IAudit audit, TimeProvider clock)
{
    public const int MaxLength = 100;

    /// <summary>The newest first.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<SearchResult> Find(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("工单", typed, by, after);
        var reading = Read(typed);
        return new SearchResult(reading, await Page(reading, after, Keyset.Size, by, ct));
    }

    internal async Task<Page<SearchHit>> Hits(SearchReading reading, Cursor? after, int size, Actor by, CancellationToken ct) =>
        (await Page(reading, after, size, by, ct)).As(r => r.Hit());

    private async Task<Page<OrderListRow>> Page(SearchReading reading, Cursor? after, int size, Actor by, CancellationToken ct)
    {
        var visible = db.VisibleTo(by).AsNoTracking();
        var orders = reading.Kind switch
        {
            SearchKind.Name when reading.Value.Length >= EverySearch.ShortestName => Named(visible, reading.Value),
            SearchKind.CaseBeginning => Beginning(visible, reading.Keys),
            _ => Matching(visible, reading),
        };
        if (orders is null)
            return new([], null);
        var rows = await orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id, size).Select(OrderListRow.Of).ToListAsync(ct);
        return Page<OrderListRow>.Of(rows, r => new Cursor(r.ReceivedAt, r.Id), size);
    }

    private static IQueryable<WorkOrder> Beginning(IQueryable<WorkOrder> orders, IReadOnlyList<string> numbers)
    {
        var (first, second) = (Beginnings.Of(numbers[0]), Beginnings.Of(numbers[^1]));
        return orders.Where(o =>
            EF.Functions.Like(o.CaseNumber!, EF.Constant(first), Beginnings.Escape)
            || EF.Functions.Like(o.CaseNumber!, EF.Constant(second), Beginnings.Escape)
        );
    }

    /// <summary>A name that is hidden is not told letter by letter either: it is found whole or not at all.</summary>
    private static IQueryable<WorkOrder> Named(IQueryable<WorkOrder> orders, string name)
    {
        var begins = Beginnings.Of(name);
        return orders.Where(o =>
            EF.Functions.Like(o.RequesterName, EF.Constant(begins), Beginnings.Escape) && (!o.IsSensitive || o.RequesterName == name)
        );
    }

    /// <summary>What the words are taken for. A short number is today's order of that number, and a case's at one's court.</summary>
    public SearchReading Read(string typed)
    {
        var text = TypedText.Normalise(typed);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (text.Length is 0 or > MaxLength)
            return new(SearchKind.Nothing, "", text.Length == 0 ? "请输入工单号、案号、电话或诉求人姓名" : $"最多 {MaxLength} 个字");
        if (OrderNumber().Match(text) is { Success: true } number)
            return new(SearchKind.OrderNumber, $"GZ{number.Groups["day"].Value}-{number.Groups["n"].Value.PadLeft(6, '0')}", "");
        if (ReceiptNumber().Match(text) is { Success: true } receipt)
            return new(SearchKind.ReceiptNumber, $"CL{receipt.Groups["day"].Value}-{receipt.Groups["n"].Value.PadLeft(4, '0')}", "");
        if (ShortNumber().IsMatch(text))
            return new(
                SearchKind.OrderNumber,
                $"GZ{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{text.PadLeft(6, '0')}",
                "按今天的工单号和本院今年、去年的案号查找"
            )
            {
                Typed = text,
            };
        if (
            ServiceWordsReader.Read(text, today.Year) is
            { Kind: ServiceWords.TaskNumber or ServiceWords.TaskDay or ServiceWords.Serial } service
        )
            return new(SearchKind.ServiceNumber, service.Value, "");
        if (PhoneNumber.TryRead(text, out var phone, out _))
            return new(SearchKind.Phone, phone, "");
        if (CaseNumber.ReadAll(text, today.Year).Select(r => r.CaseKey).OfType<string>().ToList() is { Count: > 1 } keys)
            return new(SearchKind.CaseNumbers, $"{keys.Count} 个案号", "") { Keys = keys };
        var @case = CaseNumber.Read(text, today.Year);
        if (@case.CaseKey is { } key)
            return new(SearchKind.CaseNumber, key, @case.Message);
        if (CaseBeginning().Match(text) is { Success: true } begun)
            return SearchReading.Begins([$"({begun.Groups["year"].Value}){begun.Groups["rest"].Value}"], "");
        if (WithoutYear().Match(text) is { Success: true } bare)
            return SearchReading.Begins(
                [$"({today.Year}){bare.Groups["rest"].Value}", $"({today.Year - 1}){bare.Groups["rest"].Value}"],
                "按今年和去年的案号查找"
            );
        return text.Any(char.IsDigit) ? new(SearchKind.Nothing, "", @case.Message) { Typed = text } : new(SearchKind.Name, text, "");
    }

    /// <returns>Null when the words mean nothing.</returns>
    internal static IQueryable<WorkOrder>? Matching(IQueryable<WorkOrder> orders, SearchReading reading)
    {
        var value = reading.Value;
        return reading.Kind switch
        {
            SearchKind.OrderNumber => orders.Where(o => o.Number == value),
            SearchKind.CaseNumber => orders.Where(o => o.CaseNumber == value),
            SearchKind.CaseNumbers => orders.Where(o => reading.Keys.Contains(o.CaseNumber!)),
            SearchKind.Phone => orders.Where(o => o.RequesterPhone == value),
            SearchKind.Name => orders.Where(o => o.RequesterName == value),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?:GZ)?(?<day>20\d{6})-?(?<n>\d{1,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"^CL(?<day>20\d{6})-?(?<n>\d{1,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReceiptNumber();

    // As far as somebody has typed it: the year and the court at least.
    [GeneratedRegex(@"^[（(]?(?<year>20\d\d)[）)]?(?<rest>粤[\dA-Za-z]{0,4}\p{L}{0,8}\d{0,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex CaseBeginning();

    [GeneratedRegex(@"^(?<rest>粤\d{2,4}\p{Lo}{2,8}\d{1,9})号?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"^\d{1,6}$")]
    private static partial Regex ShortNumber();
}

public enum SearchKind
{
    Nothing,
    OrderNumber,
    CaseNumber,

    /// <summary>A range, or several with commas between: <see cref="SearchReading.Keys"/>.</summary>
    CaseNumbers,

    /// <summary>The beginning of one, or of two by their years: <see cref="SearchReading.Keys"/>, without 号.</summary>
    CaseBeginning,

    /// <summary>Of a task of service, its day, or a served document.</summary>
    ServiceNumber,

    /// <summary>回执号, of something handed in.</summary>
    ReceiptNumber,
    Phone,
    Name,
}

/// <param name="Value">Normal form, as it is stored.</param>
/// <param name="Message">What was repaired, assumed or wrong; empty when nothing.</param>
public sealed record SearchReading(SearchKind Kind, string Value, string Message)
{
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>A bare number that may also be a case's; else empty.</summary>
    public string Typed { get; init; } = "";

    internal static SearchReading Begins(IReadOnlyList<string> numbers, string message) =>
        new(SearchKind.CaseBeginning, numbers[0], message) { Keys = numbers };
}

public sealed record SearchResult(SearchReading Reading, Page<OrderListRow> Page);
