using Infrastructure.Live;
using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>No markup: calls back on the circuit when something on the topics changed, so that the page asks again. Bursts become one call.</summary>
public sealed class LiveWatch : ComponentBase, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private IReadOnlyList<string> _watched = [];
    private int _pending;

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Topics { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    [Inject]
    private LiveBus Bus { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (!RendererInfo.IsInteractive || _watched.SequenceEqual(Topics))
            return;
        Dispose();
        _watched = [.. Topics];
        _subscriptions.AddRange(_watched.Select(topic => Bus.Watch(topic, _ => Changed())));
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        _subscriptions.Clear();
    }

    private Task Changed()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 1)
            return Task.CompletedTask;
        _ = InvokeAsync(async () =>
        {
            Interlocked.Exchange(ref _pending, 0);
            try
            {
                await OnChanged.InvokeAsync();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                await DispatchExceptionAsync(e);
            }
        });
        return Task.CompletedTask;
    }
}
