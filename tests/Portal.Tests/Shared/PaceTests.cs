using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class PaceTests : IDisposable
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_instant = TimeSpan.FromMilliseconds(1);

    private readonly HandClock _clock = new(new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource _gone = new();
    private readonly List<Exception> _failures = [];
    private Func<Task> _read = () => Task.CompletedTask;
    private int _readings;

    [Fact]
    public void The_first_hint_reads_at_once_and_a_burst_once_more_a_second_later()
    {
        var pace = Pace();
        for (var i = 0; i < 1000; i++)
            pace.Hint();
        Assert.Equal(1, _readings);
        _clock.Move(s_second - s_instant);
        Assert.Equal(1, _readings);
        _clock.Move(s_instant);
        Assert.Equal(2, _readings);
        _clock.Move(s_second * 10);
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void A_hint_after_a_quiet_second_reads_at_once()
    {
        var pace = Pace();
        pace.Hint();
        _clock.Move(s_second);
        pace.Hint();
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void While_one_runs_none_begins_and_afterwards_one_more()
    {
        var answer = new TaskCompletionSource();
        _read = () => answer.Task;
        var pace = Pace();
        pace.Hint();
        pace.Hint();
        pace.Hint();
        _clock.Move(s_second * 5);
        Assert.Equal(1, _readings);
        _read = () => Task.CompletedTask;
        answer.SetResult();
        Assert.Equal(2, _readings); // longer than a second since the first began
        _clock.Move(s_second * 5);
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void A_screen_that_was_left_reads_no_more()
    {
        var pace = Pace();
        pace.Hint();
        pace.Hint();
        _gone.Cancel();
        _clock.Move(s_second * 2);
        pace.Hint();
        Assert.Equal(1, _readings);
        Assert.Empty(_failures);
    }

    [Fact]
    public void A_reading_given_up_because_the_screen_was_left_is_no_failure()
    {
        _read = () => Task.FromException(new OperationCanceledException(_gone.Token));
        var pace = Pace();
        _gone.CancelAfter(TimeSpan.Zero);
        _gone.Token.WaitHandle.WaitOne();
        pace.Hint();
        Assert.Empty(_failures);
    }

    [Fact]
    public void What_fails_is_told_and_the_next_hint_reads_again()
    {
        _read = () => Task.FromException(new IOException("the database is away"));
        var pace = Pace();
        pace.Hint();
        Assert.IsType<IOException>(Assert.Single(_failures));
        _clock.Move(s_second);
        _read = () => Task.CompletedTask;
        pace.Hint();
        Assert.Equal(2, _readings);
        Assert.Single(_failures);
    }

    public void Dispose() => _gone.Dispose();

    private Pace Pace() =>
        new(
            () =>
            {
                _readings++;
                return _read();
            },
            failure =>
            {
                _failures.Add(failure);
                return Task.CompletedTask;
            },
            _clock,
            _gone.Token
        );
}
