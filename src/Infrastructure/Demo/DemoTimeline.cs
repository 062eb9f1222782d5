namespace Infrastructure.Demo;

/// <summary>What will happen when; runs in the order of time and leaves out what lies in the future.</summary>
internal sealed class DemoTimeline(DemoClock clock, DateTimeOffset now)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _plan = new();
    private long _planned;

    public void At(DateTimeOffset at, Func<Task> step)
    {
        if (at <= now)
            _plan.Enqueue(step, (at, _planned++));
    }

    /// <param name="everyDay">Called when a day (UTC) is over.</param>
    /// <returns>How many steps ran.</returns>
    public async Task<long> Run(Action<DateTimeOffset> everyDay)
    {
        var steps = 0L;
        DateTimeOffset last = default;
        while (_plan.TryDequeue(out var step, out var key))
        {
            if (last != default && key.At.Date != last.Date)
                everyDay(last);
            last = key.At;
            clock.At = key.At;
            await step();
            steps++;
        }

        clock.At = null;
        return steps;
    }
}
