using Domain.Drafts;
using Domain.Shared;
using Portal.App;

namespace Portal.Shared;

/// <summary>
/// Keeps on the server what somebody types in one place: a second after the last key, when the box is left, and when the
/// page goes. It belongs to one box of one page and is used on its circuit only, where it also calls back.
/// </summary>
/// <remarks>
/// Its turn keeps two savings from overtaking each other. It is never disposed: what was sent may end after the page is gone and still
/// drop its draft, and a semaphore that nobody waits for by handle holds nothing.
/// </remarks>
public sealed class DraftKeeper(UseCaseRunner run, TimeProvider clock, ILogger log, Actor me, string key, Func<Task> changed)
    : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _turn = new(1);
    private CancellationTokenSource? _pending;
    private string _saved = "";
    private bool _isGone;

    public string Text { get; private set; } = "";
    public DateTimeOffset? SavedAt { get; private set; }
    public bool Failed { get; private set; }

    public async Task Load()
    {
        var draft = await run.Ask<LoadDraft, Draft?>((l, ct) => l.Handle(key, me, ct));
        Text = _saved = draft?.Text ?? "";
        SavedAt = draft?.SavedAt;
    }

    public void Type(string? text)
    {
        Text = text ?? "";
        Later(s_pause);
    }

    /// <summary>Saves now what is not saved yet.</summary>
    public async Task Flush()
    {
        await _turn.WaitAsync();
        try
        {
            var text = Text;
            if (text == _saved)
                return;
            var at = await run.Do<SaveDraft, DateTimeOffset>((s, ct) => s.Handle(key, text, me, ct));
            (_saved, SavedAt, Failed) = (text, text.Length == 0 ? null : at, false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.DraftNotSaved(e);
            Failed = true;
            Later(s_retry);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>It has been sent, or is not wanted.</summary>
    public async Task Drop()
    {
        Supersede();
        Text = "";
        await Flush();
    }

    /// <summary>Saves a last time; after that only what was sent meanwhile is dropped, and nothing is tried again.</summary>
    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        Supersede();
        await Flush();
    }

    private void Later(TimeSpan pause)
    {
        Supersede();
        if (_isGone)
            return;
        _pending = new CancellationTokenSource();
        _ = SaveAfter(pause, _pending.Token);
    }

    private void Supersede()
    {
        _pending?.Cancel();
        _pending?.Dispose();
        _pending = null;
    }

    private async Task SaveAfter(TimeSpan pause, CancellationToken superseded)
    {
        try
        {
            await Task.Delay(pause, clock, superseded);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await Flush();
        await changed();
    }
}
