using Infrastructure.WorkOrders;

namespace Portal.Search;

/// <summary>A list on a page, read key by key; renewing it keeps as many rows as were open.</summary>
/// <param name="read">One page behind the key; null is the first.</param>
public sealed class PagedOrders(Func<PageKey?, Task<KeyPage<OrderListRow>>> read)
{
    private readonly List<OrderListRow> _rows = [];
    private PageKey? _next;

    public IReadOnlyList<OrderListRow> Rows => _rows;

    public bool HasMore => _next is not null;

    public async Task More()
    {
        var page = await read(_next);
        _rows.AddRange(page.Rows);
        _next = page.Next;
    }

    public async Task Renew()
    {
        List<OrderListRow> rows = [];
        PageKey? next = null;
        do
        {
            var page = await read(next);
            rows.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null && rows.Count < _rows.Count);
        _rows.Clear();
        _rows.AddRange(rows);
        _next = next;
    }
}
