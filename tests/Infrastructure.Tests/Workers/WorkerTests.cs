using System.Collections.Concurrent;
using Given;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.Workers;

public class WorkerTests
{
    private static readonly TimeSpan s_at = TimeSpan.FromHours(1);
    private readonly Errors _log = new();

    [Fact]
    public async Task A_cancellation_out_of_nowhere_is_told_and_the_next_round_comes_and_the_host_goes_on()
    {
        var rounds = 0;
        using var host = Host(
            new Round("stray", s_at, (_, _) => ++rounds == 1 ? throw new OperationCanceledException("by itself") : Task.FromResult(s_at))
        );
        await host.StartAsync();
        await Wait.Until("the next round", () => rounds == 2);
        Assert.Contains(_log.Seen, e => e is OperationCanceledException);
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_round_ends_it_at_once_without_an_error()
    {
        var isIn = false;
        using var host = Host(
            new Round(
                "long",
                s_at,
                async (_, stop) =>
                {
                    isIn = true;
                    await Task.Delay(Timeout.Infinite, stop);
                    return s_at;
                }
            )
        );
        await host.StartAsync();
        await Wait.Until("the round", () => isIn);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(_log.Seen);
    }

    [Fact]
    public async Task A_round_that_rests_ends_at_once_when_the_host_stops()
    {
        var rounds = 0;
        using var host = Host(new Round("idle", s_at, (_, _) => Task.FromResult(++rounds > 0 ? s_at : default)));
        await host.StartAsync();
        await Wait.Until("the round", () => rounds == 1);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_hint_on_its_topic_wakes_it_and_so_does_one_that_anything_may_have_changed()
    {
        var rounds = 0;
        using var host = Host(new Round("woken", s_at, (_, _) => Task.FromResult(++rounds > 0 ? s_at : default)) { Topic = "receipts" });
        await host.StartAsync();
        await Wait.Until("the first round", () => rounds == 1);
        var bus = host.Services.GetRequiredService<LiveBus>();
        await bus.Publish(new LiveHint(["others"], Guid.Empty, 0));
        await bus.Publish(new LiveHint(["receipts"], Guid.Empty, 0));
        await Wait.Until("the woken round", () => rounds == 2);
        await bus.Publish(LiveHint.LookAgain);
        await Wait.Until("the round after the interruption", () => rounds == 3);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_round_that_fails_holds_up_no_other()
    {
        var rounds = 0;
        using var host = Host(
            new Round("broken", s_at, (_, _) => throw new InvalidOperationException()),
            new Round("whole", s_at, (_, _) => Task.FromResult(++rounds < 50 ? TimeSpan.Zero : s_at))
        );
        await host.StartAsync();
        await Wait.Until("all rounds", () => rounds == 50);
        await host.StopAsync();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(5, 10)]
    [InlineData(1_000, 10)]
    public void After_failures_in_a_row_it_rests_longer_and_longer(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new Round("failing", s_at, (_, _) => Task.FromResult(s_at)).PauseAfter(failures));

    private IHost Host(params Round[] rounds)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(new LiveBus(NullLogger<LiveBus>.Instance));
        builder.Services.AddHostedService(s => new Turns(
            s.GetRequiredService<IServiceScopeFactory>(),
            s.GetRequiredService<LiveBus>(),
            _log,
            rounds
        ));
        return builder.Build();
    }

    private sealed class Turns(IServiceScopeFactory scopes, LiveBus bus, ILogger log, Round[] rounds) : Worker(scopes, bus, log)
    {
        protected override IEnumerable<Round> Rounds => rounds;
    }

    private sealed class Errors : ILogger
    {
        private readonly ConcurrentQueue<Exception> _seen = [];

        public IReadOnlyCollection<Exception> Seen => _seen;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (exception is not null)
                _seen.Enqueue(exception);
        }
    }
}
