using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.DocumentService;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

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
    private PagedRows<RecipientRow> _recipients = null!;
    private RecipientFilter _filter;
    private Guid? _opened;
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
        (_opened, _task, _missing, _filter, _said) = (Id, null, false, RecipientFilter.All, "");
        _recipients = Recipients(_filter);
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
                await Read();
                StateHasChanged();
            }
        }
        finally
        {
            _reading = false;
        }
    }

    private async Task Read()
    {
        var (id, recipients) = (Id, _recipients);
        var task = await Run.Ask((ServiceTaskQueries q, CancellationToken ct) => q.Head(id, Me, ct));
        if (task is not null)
            await recipients.Renew();
        if (recipients == _recipients)
            (_task, _missing) = (task, task is null);
    }

    private PagedRows<RecipientRow> Recipients(RecipientFilter filter)
    {
        var id = Id;
        return new(after => Run.Ask((ServiceTaskQueries q, CancellationToken ct) => q.Recipients(id, filter, after, Me, ct)));
    }

    private Task Show(RecipientFilter filter)
    {
        (_filter, _recipients) = (filter, Recipients(filter));
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

    /// <summary>With the reason that was recorded when it was begun.</summary>
    private async Task FinishWithdrawal()
    {
        if (_busy)
            return;
        _busy = true;
        var reason = _task!.Reason;
        var refused = await Run.Try((WithdrawServiceTask u, CancellationToken ct) => u.Handle(Id, reason, Me, ct));
        (_busy, _refused, _said) = (false, refused is not null, refused?.Message ?? "撤回已经做完。");
        await Renew();
    }

    private Task Withdrawn()
    {
        _withdrawing = false;
        return Renew();
    }

    private string Since(ServiceTaskHead task) => $"{ServiceWords.At(task.ConfirmedAt, Today)} 开始，自动更新";
}
