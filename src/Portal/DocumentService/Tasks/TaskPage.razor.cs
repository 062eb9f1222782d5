using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.DocumentService;
using Microsoft.AspNetCore.Components;

namespace Portal.DocumentService.Tasks;

public sealed partial class TaskPage
{
    private static readonly (RecipientFilter Filter, string Words)[] s_filters =
    [
        (RecipientFilter.All, "全部"),
        (RecipientFilter.Open, "待送达"),
        (RecipientFilter.Failed, "有失败"),
    ];

    private ServiceTaskHead? _task;
    private IReadOnlyList<RecipientRow> _rows = [];
    private RecipientFilter _filter;
    private int? _next;
    private Guid _opened;
    private bool _missing,
        _withdrawing,
        _busy,
        _refused,
        _reading,
        _again;
    private string _said = "";

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    private DateOnly Today => ChinaTime.DayOf(Shell.Now);

    protected override Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _opened == Id)
            return Task.CompletedTask;
        (_opened, _task, _rows, _next, _missing, _filter, _said) = (Id, null, [], null, false, RecipientFilter.All, "");
        return Renew();
    }

    /// <summary>As many rows as were open. Hints that come while it reads are one more reading, not a queue of them.</summary>
    private async Task Renew()
    {
        _again = true;
        if (_reading)
            return;
        _reading = true;
        try
        {
            while (_again)
            {
                _again = false;
                await Read(Math.Max(_rows.Count, ServiceTaskQueries.PageSize));
                StateHasChanged();
            }
        }
        finally
        {
            _reading = false;
        }
    }

    private Task Read(int size) =>
        Run.Ask(
            async (ServiceTaskQueries q, CancellationToken ct) =>
            {
                var (id, filter) = (Id, _filter);
                var task = await q.Head(id, Me, ct);
                var page = task is null ? new([], null) : await q.Recipients(id, filter, 0, size, Me, ct);
                if (id != Id || filter != _filter)
                    return false;
                (_task, _missing, _rows, _next) = (task, task is null, page.Rows, page.Next);
                return true;
            }
        );

    private Task More() =>
        Run.Ask(
            async (ServiceTaskQueries q, CancellationToken ct) =>
            {
                var page = await q.Recipients(Id, _filter, _next ?? 0, ServiceTaskQueries.PageSize, Me, ct);
                (_rows, _next) = ([.. _rows, .. page.Rows], page.Next);
                return true;
            }
        );

    private Task Show(RecipientFilter filter)
    {
        (_filter, _rows) = (filter, []);
        return Renew();
    }

    /// <param name="only">One attempt; null for all that failed.</param>
    private async Task Retry(ServiceAttempt? only)
    {
        if (_busy)
            return;
        _busy = true;
        var begun = 0;
        var failed = new FailedAttempts
        {
            TaskId = Id,
            ServiceId = only?.ServiceId,
            AttemptId = only?.Id,
        };
        var refused = await Run.Try(async (RetryFailedAttempts u, CancellationToken ct) => begun = await u.Handle(failed, Me, ct));
        (_busy, _refused, _said) = (false, refused is not null, refused?.Message ?? $"已重新发送 {begun} 次，已经到达的没有重发。");
        await Renew();
    }

    private Task Withdrawn()
    {
        _withdrawing = false;
        return Renew();
    }

    private string Since(ServiceTaskHead task) =>
        $"{(ChinaTime.DayOf(task.ConfirmedAt) == Today ? ServiceWords.Time(task.ConfirmedAt) : ServiceWords.Moment(task.ConfirmedAt, Today))} 开始，自动更新";
}
