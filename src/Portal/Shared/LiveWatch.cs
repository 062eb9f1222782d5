using Infrastructure.Live;
using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>
/// No markup: calls back on the circuit when something on the topics changed, so that the page asks again, at its <see cref="Pace"/>.
/// It stands outside of every condition, so that it watches before the page reads. Topics that only the reading tells are watched from
/// then on, and what they missed meanwhile is read at once.
/// </summary>
public sealed class LiveWatch : Screen
{
    private readonly List<IDisposable> _subscriptions = [];
    private IReadOnlyList<string> _watched = [];
    private Pace _pace = null!;
    private bool _hasBegun;

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
        if (!RendererInfo.IsInteractive)
            return;
        var isFirst = !_hasBegun;
        _hasBegun = true;
        if (_watched.SequenceEqual(Topics))
            return;
        var isLate = !isFirst && Topics.Except(_watched).Any();
        Unwatch();
        _watched = [.. Topics];
        _subscriptions.AddRange(_watched.Select(topic => Bus.Watch(topic, Changed)));
        if (isLate)
            _pace.Hint();
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
