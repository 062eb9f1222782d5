using Domain.Drafts;
using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.WorkOrders;

public sealed partial class ReplyBox
{
    private enum Mode
    {
        Reply,
        Interim,
        Note,
        Transfer,
        Return,
        Extension,
        Reassignment,
    }

    private DraftKeeper _reply = null!;
    private DraftKeeper _note = null!;
    private ReplyFiles? _files;
    private HandOverForm? _handOver;
    private RequestForm? _request;
    private string _verb = "";
    private Mode _mode;
    private bool _isReady;
    private bool _isSending;
    private string? _refusal;

    /// <summary>What has just been asked of the head; empty before and after.</summary>
    private string _asked = "";

    // Made before sending and kept until it is sent: a second try of the same words is the same entry.
    private Guid _entryId = Guid.CreateVersion7();

    [CascadingParameter]
    private Actor Me { get; set; } = null!;

    [Parameter, EditorRequired]
    public required OrderDetail Detail { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    /// <summary>It is closed by these words: another one may open.</summary>
    [Parameter]
    public EventCallback OnAnswered { get; set; }

    private WorkOrder Order => Detail.Order;

    /// <summary>What was written here and is not sent: answer, note, the reason in an open form.</summary>
    public string Unsent =>
        _isReady ? string.Join("\n\n", new[] { _reply.Text, _note.Text, FormWords }.Where(text => text.Length > 0)) : "";

    private string FormWords =>
        _mode switch
        {
            Mode.Transfer or Mode.Return => _handOver?.Words ?? "",
            Mode.Extension or Mode.Reassignment => _request?.Words ?? "",
            _ => "",
        };

    private string Handler => $"现由 {Detail.Division} {Order.OwnerName} 承办。";

    /// <summary>Why an open form cannot be sent any more; empty while it can.</summary>
    private string TooLate => Detail.MayHandle || Order.IsClosed ? "" : $"{Handler}您写的内容还在，没有发出。";

    private IReadOnlyList<Guid> Files => _files?.Ids ?? [];

    private string Delivery => DeliveryWords.Of(Order, AnswerTelling.Of(Order, _reply.Text, Files.Count > 0, Surveys.Length));

    protected override async Task OnInitializedAsync()
    {
        _reply = Keeper(DraftKey.Reply(Order.Id));
        _note = Keeper(DraftKey.Note(Order.Id));
        await _reply.Load();
        await _note.Load();
        _isReady = true;
    }

    protected override async ValueTask Leave()
    {
        await _reply.DisposeAsync();
        await _note.DisposeAsync();
    }

    private DraftKeeper Keeper(string key) => new(Run, Clock, Log, Me, key, () => InvokeAsync(StateHasChanged));

    private async Task Answer()
    {
        if (await Send<AnswerWorkOrder>(_reply, (a, ct) => a.Handle(Order.Id, _entryId, _reply.Text, Files, Me, ct)))
            await OnAnswered.InvokeAsync();
    }

    private Task Interim(bool asksForMore) =>
        Send<ReplyInterim>(_reply, (r, ct) => r.Handle(Order.Id, _entryId, _reply.Text, asksForMore, Files, Me, ct));

    private Task Note() => Send<NoteWorkOrder>(_note, (n, ct) => n.Handle(Order.Id, _entryId, _note.Text, Me, ct));

    /// <summary>A refusal or a failure leaves the words where they are.</summary>
    /// <returns>Whether it was sent.</returns>
    private async Task<bool> Send<TUseCase>(DraftKeeper draft, Func<TUseCase, CancellationToken, Task> act)
        where TUseCase : notnull
    {
        if (_isSending)
            return false;
        if (_files?.IsUploading == true)
        {
            _refusal = "附件还在上传，传完再发。";
            return false;
        }

        _isSending = true;
        try
        {
            _refusal = (await Run.Try(act))?.Message;
            if (_refusal is null)
            {
                await draft.Drop();
                await Sent();
                return true;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.ReplyFailed(e);
            _refusal = "没能发出。您写的内容还在，期限不受影响，请再按一次。";
        }
        finally
        {
            _isSending = false;
        }

        await draft.Flush();
        await OnDone.InvokeAsync();
        return false;
    }

    private async Task Sent()
    {
        _entryId = Guid.CreateVersion7();
        _files?.Clear();
        Turn(Mode.Reply);
        await OnDone.InvokeAsync();
    }

    private async Task Asked()
    {
        var asked =
            _mode == Mode.Extension ? "延期申请已提交，等庭长审批。批准以前期限不变。" : "改派申请已提交，等庭长决定。改派以前仍由您办理。";
        await Sent();
        _asked = asked;
    }

    private void Turn(Mode mode)
    {
        _mode = mode;
        _refusal = null;
        _asked = "";
        _verb = HandlingFacts.Chinese(Order.GivingFact(Me));
    }

    /// <summary>Into an empty box, or under what is written already.</summary>
    private void Insert(string text) => _reply.Type(_reply.Text.Trim().Length == 0 ? text : $"{_reply.Text.TrimEnd()}\n{text}");

    private static string Saved(DraftKeeper draft)
    {
        var count = $"{draft.Text.Length} / {WorkOrder.TextMaxLength}";
        if (draft.Failed)
            return $"草稿没能保存，正在重试·{count}";
        return draft.SavedAt is { } at ? $"草稿已保存 {ChinaTime.Clock(at)}·{count}" : count;
    }

    private static string When(DateTimeOffset at) => $"{ChinaTime.DayOf(at):MM-dd} {ChinaTime.Clock(at)}";
}
