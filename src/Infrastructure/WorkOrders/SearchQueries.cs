using System.Globalization;
using System.Text.RegularExpressions;
using Domain.Auditing;
using Domain.Cases;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
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
        var orders = Matching(db.VisibleTo(by).AsNoTracking(), reading);
        if (orders is null)
            return new SearchResult(reading, new Page<OrderListRow>([], null));
        var rows = await orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id).Select(OrderListRow.Of).ToListAsync(ct);
        return new SearchResult(reading, Page<OrderListRow>.Of(rows, r => new Cursor(r.ReceivedAt, r.Id)));
    }

    /// <summary>What the words are taken for. A short number is today's order of that number.</summary>
    public SearchReading Read(string typed)
    {
        var text = TypedText.Normalise(typed);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        if (text.Length is 0 or > MaxLength)
            return new(SearchKind.Nothing, "", text.Length == 0 ? "请输入工单号、案号、电话或诉求人姓名" : $"最多 {MaxLength} 个字");
        if (OrderNumber().Match(text) is { Success: true } number)
            return new(SearchKind.OrderNumber, $"GZ{number.Groups["day"].Value}-{number.Groups["n"].Value.PadLeft(6, '0')}", "");
        if (ShortNumber().IsMatch(text))
            return new(
                SearchKind.OrderNumber,
                $"GZ{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{text.PadLeft(6, '0')}",
                "按今天的工单号查找"
            );
        if (PhoneNumber.TryRead(text, out var phone, out _))
            return new(SearchKind.Phone, phone, "");
        var @case = CaseNumber.Read(text, today.Year);
        if (@case.CaseKey is { } key)
            return new(SearchKind.CaseNumber, key, @case.Message);
        return text.Any(char.IsDigit) ? new(SearchKind.Nothing, "", @case.Message) : new(SearchKind.Name, text, "");
    }

    /// <returns>Null when the words mean nothing.</returns>
    internal static IQueryable<WorkOrder>? Matching(IQueryable<WorkOrder> orders, SearchReading reading)
    {
        var value = reading.Value;
        return reading.Kind switch
        {
            SearchKind.OrderNumber => orders.Where(o => o.Number == value),
            SearchKind.CaseNumber => orders.Where(o => o.CaseNumber == value),
            SearchKind.Phone => orders.Where(o => o.RequesterPhone == value),
            SearchKind.Name => orders.Where(o => o.RequesterName == value),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?:GZ)?(?<day>20\d{6})-?(?<n>\d{1,6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"^\d{1,6}$")]
    private static partial Regex ShortNumber();
}

public enum SearchKind
{
    Nothing,
    OrderNumber,
    CaseNumber,
    Phone,
    Name,
}

/// <param name="Value">Normal form, as it is stored.</param>
/// <param name="Message">What was repaired, assumed or wrong; empty when nothing.</param>
public sealed record SearchReading(SearchKind Kind, string Value, string Message);

public sealed record SearchResult(SearchReading Reading, Page<OrderListRow> Page);
