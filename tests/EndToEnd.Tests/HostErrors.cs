using Given;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests;

/// <summary>Errors that the hosts log, kept in TestResults: a page that went wrong does not tell its reader why.</summary>
internal sealed class HostErrors : ILoggerProvider, ILogger
{
    private static readonly string s_file = Path.Combine(Checkout.Results, "end-to-end-hosts.log");
    private static readonly Lock s_writing = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
            return;
        lock (s_writing)
            File.AppendAllText(s_file, $"{TimeProvider.System.GetUtcNow():O} {formatter(state, exception)}\n{exception}\n");
    }

    public void Dispose()
    {
        // Nothing is held open.
    }
}
