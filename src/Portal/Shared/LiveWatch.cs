using Infrastructure.Live;
using Microsoft.AspNetCore.Components;
using Portal.App;

namespace Portal.Shared;

/// <summary>
/// No markup: calls back on the circuit when something on the topics changed, so that the page asks again, at its <see cref="Pace"/>. It
/// may begin to watch after the page began to read, also because only the reading tells the topics: it asks the bus what came between.
/// </summary>
public sealed class LiveWatch : Screen
{
    private readonly List<IDisposable> _subscriptions = [];
    private IReadOnlyList<string> _watched = [];
    private Pace _pace = null!;

    /// <summary>By whom the page reads.</summary>
    [Parameter, EditorRequired]
    public required UseCaseRunner Of { get; set; }

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
        if (!_watched.SequenceEqual(Topics))
            Watch();
        Of.Shown();
    }

    private void Watch()
    {
        List<string> added = [.. Topics.Except(_watched)];
        List<IDisposable> before = [.. _subscriptions];
        _watched = [.. Topics];
        _subscriptions.AddRange(_watched.Select(topic => Bus.Watch(topic, Changed)));
        before.ForEach(End);
        if (Of.ReadsSince is { } since && Bus.HasCarried(added, since))
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
        foreach (var subscription in _subscriptions.ToList())
            End(subscription);
    }

    private void End(IDisposable subscription)
    {
        subscription.Dispose();
        _subscriptions.Remove(subscription);
    }
}
