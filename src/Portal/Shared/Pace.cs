namespace Portal.Shared;

/// <summary>
/// How often a screen asks again when hints pour in: the first at once, those that follow at most once per second, none while one
/// runs but one more after it. A hint is never lost: the last reading began after it.
/// </summary>
/// <param name="failed">What to do with a reading that failed; the next hint reads again.</param>
/// <param name="gone">Ends it.</param>
public sealed class Pace(Func<Task> read, Func<Exception, Task> failed, TimeProvider clock, CancellationToken gone)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private readonly Lock _turn = new();
    private bool _isWanted;
    private bool _isRunning;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Something has changed. Never waits; from whatever thread.</summary>
    public void Hint()
    {
        lock (_turn)
        {
            _isWanted = true;
            if (_isRunning || gone.IsCancellationRequested)
                return;
            _isRunning = true;
        }

        _ = Follow();
    }

    private async Task Follow()
    {
        try
        {
            while (IsWanted())
            {
                if (_next - clock.GetUtcNow() is { Ticks: > 0 } rest)
                    await Task.Delay(rest, clock, gone);
                lock (_turn)
                    _isWanted = false;
                _next = clock.GetUtcNow() + s_pause;
                await Once();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // the screen was left
        }
    }

    private bool IsWanted()
    {
        lock (_turn)
            return _isRunning = _isWanted && !gone.IsCancellationRequested;
    }

    private async Task Once()
    {
        try
        {
            await read();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await failed(e);
        }
    }
}
