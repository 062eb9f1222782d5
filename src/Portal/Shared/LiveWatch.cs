using Infrastructure.Live;
using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>No markup: calls back on the circuit when something on the topics changed, so that the page asks again, at its <see cref="Pace"/>.</summary>
public sealed class LiveWatch : Screen
{
    private readonly List<IDisposable> _subscriptions = [];
    private IReadOnlyList<string> _watched = [];
    private Pace _pace = null!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Topics { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    [Inject]
    private LiveBus Bus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override void OnInitialized() => _pace = new(() => InvokeAsync(OnChanged.InvokeAsync), DispatchExceptionAsync, Clock, Gone);

    protected override void OnParametersSet()
    {
        if (!RendererInfo.IsInteractive || _watched.SequenceEqual(Topics))
            return;
        Unwatch();
        _watched = [.. Topics];
        _subscriptions.AddRange(_watched.Select(topic => Bus.Watch(topic, Changed)));
    }

    protected override ValueTask Leave()
    {
        Unwatch();
        return ValueTask.CompletedTask;
    }

    private Task Changed(LiveHint hint)
    {
        _pace.Hint();
        return Task.CompletedTask;
    }

    private void Unwatch()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
        _subscriptions.Clear();
    }
}
