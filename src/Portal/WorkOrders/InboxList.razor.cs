using Domain.Calendar;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.WorkOrders;

/// <param name="LastAnsweredAt">Null before the first answer.</param>
public sealed record InboxFigures(InboxCounts Counts, DateTimeOffset? LastAnsweredAt);

// Without PagedRows on purpose: rows, counts of the groups and the last answer are one reading and change together, however many rows
// are open, so that no group ever shows a number that does not fit its rows; and what was read before stays beside a failure.
public sealed partial class InboxList
{
    private IReadOnlyList<string> _topics = [];
    private InboxFilter? _shown;
    private Page<InboxRow>? _page;
    private InboxCounts _counts = InboxCounts.None;
    private WorkCalendar? _calendar;
    private Exception? _failed;
    private bool _isReadingMore;
    private bool _isFiltering;
    private DateOnly _day;
    private int _reading;
    private int _at;

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    [Parameter, EditorRequired]
    public required InboxFilter Filter { get; set; }

    [Parameter]
    public Guid? Selected { get; set; }

    [Parameter]
    public EventCallback<InboxFigures> OnFiguresChanged { get; set; }

    private bool ShowsOwner => !Me.Reaches(Feature.Answering);
    private DateOnly Today => ChinaTime.DayOf(Shell.Now);

    private string Summary
    {
        get
        {
            var waits = _counts.AwaitingLate > 0 ? $"（其中 {_counts.AwaitingLate} 件等待补充）" : "";
            var late = _counts.Late + _counts.AwaitingLate is > 0 and var all ? $"{all} 件超期{waits}" : null;
            return string.Join("，", new[] { late, _counts.Today > 0 ? $"{_counts.Today} 件今日到期" : null }.OfType<string>());
        }
    }

    protected override void OnInitialized()
    {
        _topics = LiveTopic.ListsOf(Me);
        Shell.Changed += TimePasses;
    }

    protected override async Task OnParametersSetAsync()
    {
        NotePlace();
        if (Filter == _shown || !RendererInfo.IsInteractive)
            return;
        _shown = Filter;
        _page = null;
        await Reload();
    }

    protected override ValueTask Leave()
    {
        Shell.Changed -= TimePasses;
        return ValueTask.CompletedTask;
    }

    /// <summary>Reads as many rows again as are on the screen. Of several at once only the newest shows its result.</summary>
    private async Task Reload()
    {
        var turn = ++_reading;
        try
        {
            _calendar = await Calendars.Current(Gone);
            var (filter, take) = (Filter, Math.Max(Page<InboxRow>.Size, _page?.Rows.Count ?? 0));
            var (page, counts, last) = await Run.Ask<InboxQueries, (Page<InboxRow>, InboxCounts, DateTimeOffset?)>(
                async (q, ct) =>
                    (
                        await q.Page(filter, null, take, Me, ct),
                        await q.Counts(filter, Today, _calendar.Days(Today, DueWords.SoonDays)[^1], Shell.Now, Me, ct),
                        await q.LastClosedAt(Me, ct)
                    )
            );
            if (turn != _reading)
                return;
            (_page, _counts, _failed, _day) = (page, counts, null, Today);
            NotePlace();
            await OnFiguresChanged.InvokeAsync(new(counts, last));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            if (turn != _reading)
                return;
            Log.ListFailed(e);
            _failed = e;
        }
    }

    private async Task More()
    {
        if (_page?.Next is not { } after)
            return;
        _isReadingMore = true;
        try
        {
            var (filter, shown) = (Filter, _page);
            var next = await Run.Ask<InboxQueries, Page<InboxRow>>((q, ct) => q.Page(filter, after, Page<InboxRow>.Size, Me, ct));
            if (_page == shown)
                _page = next with { Rows = [.. shown.Rows, .. next.Rows] };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            Log.ListFailed(e);
            _failed = e;
        }
        finally
        {
            _isReadingMore = false;
        }
    }

    private void TimePasses() =>
        _ = InvokeAsync(async () =>
        {
            // Badges count from the clock; the groups' figures have to be read again when the day changes.
            if (_page is not null && _day != Today)
                await Reload();
            StateHasChanged();
        });

    /// <returns>The address of the next order to answer: the one behind it, or the first; null where none waits.</returns>
    public string? NextOf(Guid answered)
    {
        if (Filter.Tab != InboxTab.ToAnswer || _page is null)
            return null;
        var open = _page.Rows.Where(r => r.Id != answered && r.State != WorkOrderState.Closed).ToList();
        return open.Count == 0 ? null : Address(Filter, open[_at < open.Count ? _at : 0].Id);
    }

    /// <summary>Where the open order stands: an answered one may be gone from the list before anybody asks what was behind it.</summary>
    private void NotePlace()
    {
        for (var i = 0; i < _page?.Rows.Count; i++)
            if (_page.Rows[i].Id == Selected)
                _at = i;
    }

    private void Apply(InboxFilter filter) => Navigation.NavigateTo(Address(filter, Selected));

    private string CountOf(InboxTab tab) =>
        tab switch
        {
            InboxTab.ToAnswer => _page is null ? "—" : $"{_counts.ToAnswer}",
            InboxTab.Awaiting => _page is null ? "—" : $"{_counts.Awaiting}",
            _ => "",
        };

    private string Address(InboxFilter filter, Guid? id) =>
        Navigation.GetUriWithQueryParameters(
            id is null ? "/work-orders" : $"/work-orders/{id}",
            new Dictionary<string, object?>
            {
                ["tab"] = filter.Tab == InboxTab.ToAnswer ? null : InboxWords.Key(filter.Tab),
                ["category"] = filter.Category?.ToString(),
                ["channel"] = filter.Channel?.ToString(),
                ["unread"] = filter.UnreadOnly ? "1" : null,
                ["q"] = filter.Text.Length > 0 ? filter.Text : null,
            }
        );
}
