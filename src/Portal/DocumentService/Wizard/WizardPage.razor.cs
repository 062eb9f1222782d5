using Domain.DocumentService;
using Domain.Drafts;
using Domain.Shared;
using Infrastructure.DocumentService;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Shared;

namespace Portal.DocumentService.Wizard;

/// <summary>One case's service from the documents to the confirmation; every change is kept as a draft.</summary>
public sealed partial class WizardPage : IAsyncDisposable
{
    private IReadOnlyList<CaseDocument> _handedOver = [];
    private IReadOnlyList<(string Title, string Note)> _steps = [];
    private Serving? _serving;
    private DraftKeeper? _draft;
    private int _step = 2;
    private bool _isMissing,
        _checked,
        _isSending,
        _isDone;
    private string _problem = "",
        _saved = "";

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The task that is corrected (更正送达).</summary>
    [SupplyParameterFromQuery(Name = "corrects")]
    public Guid? CorrectsId { get; set; }

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<WizardPage> Log { get; set; } = null!;

    private bool MayGoOn => _step == 2 ? _serving!.HasDocuments : _serving!.HasRecipients;

    private string Why =>
        _step switch
        {
            2 when _serving!.Documents.Count == 0 => "还没有选文书",
            2 when !_serving.HasDocuments => _serving.Corrects is null ? "有文书没有标题" : "请指明更正哪一份文书",
            3 when _serving!.Blocked > 0 => $"还有 {_serving.Blocked} 人不可送达",
            3 when _serving.Missing.Count > 0 => $"还缺{string.Join('、', _serving.Missing.Select(m => m.Words))}",
            3 when !_serving.HasRecipients => "没有受送达人",
            4 when !_serving!.HasRecipients => "没有受送达人",
            4 => WizardWords.Sums(_serving!),
            _ => _saved,
        };

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            await Load();
    }

    protected override async ValueTask Leave()
    {
        if (_draft is not null && !_isDone)
            await _draft.DisposeAsync();
    }

    private async Task Load()
    {
        var found = await Run.Ask((ServiceDeskQueries q, CancellationToken ct) => q.Case(Id, Me, ct));
        if (found is null)
        {
            _isMissing = true;
            return;
        }

        var serving = new Serving(found);
        if (CorrectsId is { } corrects)
        {
            serving.Corrects = await Run.Ask((ServiceDeskQueries q, CancellationToken ct) => q.Corrected(corrects, Id, Me, ct));
            if (serving.Corrects is null)
            {
                _isMissing = true;
                return;
            }
        }

        _handedOver = await Run.Ask((ServiceDeskQueries q, CancellationToken ct) => q.Documents(Id, Me, ct));
        serving.Renew(await Run.Ask((ServiceRecipients r, CancellationToken ct) => r.Of(Id, ct)));
        if (serving.Corrects is null)
            serving.Documents.AddRange(_handedOver.Select(ServingDocument.Of));
        await Restore(serving);
        _serving = serving;
        Name();
    }

    private async Task Restore(Serving serving)
    {
        var draft = new DraftKeeper(
            Run,
            Clock,
            Log,
            Me,
            DraftKey.Service(Id) + (CorrectsId is null ? "" : ":c"),
            () => InvokeAsync(StateHasChanged)
        );
        await draft.Load();
        _draft = draft;
        if (ServingDraft.Read(draft.Text) is not { } kept)
            return;
        var uploads = await Run.Ask(
            (ServiceDeskQueries q, CancellationToken ct) =>
                q.Uploads([.. kept.Documents.Select(d => d.AttachmentId).OfType<Guid>()], Me, ct)
        );
        kept.Restore(serving, _handedOver, uploads);
        _step = serving.HasDocuments ? Math.Clamp(kept.Step, 2, 3) : 2;
        _saved = $"已接着 {ChinaTime.ToLocal(draft.SavedAt!.Value):MM-dd HH:mm} 的草稿";
    }

    private void Name() =>
        _steps = [
            ("选择案件", Domain.Cases.CaseNumber.DisplayOf(_serving!.Case.Number)),
            ("选择文书", _step > 2 ? $"{_serving.Documents.Count} 份" : ""),
            ("受送达人与渠道", ""),
            ("确认送达", ""),
        ];

    private void Keep()
    {
        Name();
        (_saved, _problem) = ("", "");
        _draft!.Type(ServingDraft.Write(_serving!, _step));
    }

    private async Task Go(int step)
    {
        if (step <= 1)
        {
            Navigation.NavigateTo("/service/new");
            return;
        }

        if (_step == 4)
            await RenewRecipients();
        (_step, _checked) = (step, false);
        Keep();
        await Js.InvokeVoidAsync("court.focus", "step");
    }

    private async Task RenewRecipients()
    {
        _serving!.Renew(await Run.Ask((ServiceRecipients r, CancellationToken ct) => r.Of(Id, ct)));
        _draft!.Type(ServingDraft.Write(_serving, _step));
    }

    private async Task SaveDraft()
    {
        _draft!.Type(ServingDraft.Write(_serving!, _step));
        await _draft.Flush();
        _saved = _draft.Failed ? "草稿没有存下，系统会再试" : $"{ChinaTime.Clock(Clock.GetUtcNow())} 已存为草稿";
    }

    private async Task Confirm()
    {
        if (_isSending)
            return;
        _isSending = true;
        ServiceTask? task = null;
        var refused = await Run.Try(async (ConfirmService u, CancellationToken ct) => task = await u.Handle(_serving!.Confirmed(), Me, ct));
        _isSending = false;
        _problem = refused?.Message ?? "";
        if (refused is not null)
            return;
        _isDone = true;
        await _draft!.Drop();
        Navigation.NavigateTo($"/service/tasks/{task!.Id}");
    }
}
