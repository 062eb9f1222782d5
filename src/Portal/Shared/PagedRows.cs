using Infrastructure.Paging;

namespace Portal.Shared;

/// <summary>
/// A list on a page, read key by key; renewing it keeps as many rows as were open. Of several renewals at once the newest counts, and
/// more is read behind what they leave.
/// </summary>
/// <param name="read">One page behind the key; null is the first.</param>
/// <param name="key">Where rows have forms: a row stays while its form is open (<see cref="KeptRows"/>).</param>
public class PagedRows<TRow>(Func<Cursor?, Task<Page<TRow>>> read, Func<TRow, object>? key = null) : IKeepsRows
{
    private readonly RowsInHand<TRow>? _inHand = key is null ? null : new(key);
    private readonly List<TRow> _rows = [];
    private Cursor? _next;
    private Task _renewing = Task.CompletedTask;
    private int _turn;

    public IReadOnlyList<TRow> Rows => _rows;

    public bool HasMore => _next is not null;

    public async Task More()
    {
        while (true)
        {
            await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            var turn = _turn;
            var page = await read(_next);
            if (turn != _turn)
                continue;
            _turn++;
            _rows.AddRange(_inHand?.Behind(page.Rows) ?? page.Rows);
            _next = page.Next;
            return;
        }
    }

    public bool Keep(object key, bool isOpen) => _inHand?.Keep(key, isOpen) == true;

    public Task Renew() => _renewing = ReadAgain();

    private async Task ReadAgain()
    {
        var turn = ++_turn;
        List<TRow> rows = [];
        Cursor? next = null;
        do
        {
            var page = await read(next);
            rows.AddRange(page.Rows);
            next = page.Next;
        } while (next is not null && rows.Count < _rows.Count - (_inHand?.Gone ?? 0));
        if (turn != _turn)
            return;
        var shown = _inHand?.With(_rows, rows) ?? rows;
        _rows.Clear();
        _rows.AddRange(shown);
        _next = next;
    }
}
