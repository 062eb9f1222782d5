using System.Threading.Channels;
using Infrastructure.Live;

namespace Infrastructure.Workers;

/// <summary>Rings when the round's topic is hinted at, and when anything may have changed. A ring while nobody waits is kept.</summary>
internal sealed class Bell : IDisposable
{
    private const string OnlyWhenAnythingMayHaveChanged = "*";
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly IDisposable _watch;
    private readonly TimeSpan _gather;

    public Bell(LiveBus bus, Round round)
    {
        _gather = round.Gather;
        _watch = bus.Watch(
            round.Topic ?? OnlyWhenAnythingMayHaveChanged,
            _ =>
            {
                _rings.Writer.TryWrite(true);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Until it rings, the time is up or the host stops; never throws.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken stop)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(stop);
        poll.CancelAfter(atMost);
        try
        {
            await _rings.Reader.ReadAsync(poll.Token);
            if (_gather > TimeSpan.Zero)
                await Task.Delay(_gather, poll.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody rang: look all the same.
        }
    }

    public void Dispose() => _watch.Dispose();
}
