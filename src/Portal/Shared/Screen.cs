using Microsoft.AspNetCore.Components;
using Portal.App;

namespace Portal.Shared;

/// <summary>
/// What every page and part of a page is: it asks through <see cref="Run"/>, and what it still asks when it is left is given
/// up, so that nobody's connection waits for an answer that nobody will see.
/// </summary>
public abstract class Screen : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private int _readings;
    private UseCaseRunner? _run;

    protected Screen() => Gone = _gone.Token;

    /// <summary>Runs queries as long as this is on the screen, and acts to their end.</summary>
    protected UseCaseRunner Run => _run ??= Services.GetRequiredService<UseCaseRunner>().Until(Gone);

    /// <summary>Cancelled when this leaves the screen.</summary>
    protected CancellationToken Gone { get; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    /// <summary>Reads and shows. Of readings under way the one that began last is shown, whichever ends last: no state comes back.</summary>
    protected async Task Show<TQueries, TRead>(Func<TQueries, CancellationToken, Task<TRead>> query, Action<TRead> show)
        where TQueries : notnull
    {
        var turn = ++_readings;
        var read = await Run.Ask(query);
        if (turn == _readings)
            show(read);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gone.CancelAsync();
        await Leave();
        _gone.Dispose();
    }

    /// <summary>What else ends with this screen.</summary>
    protected virtual ValueTask Leave() => ValueTask.CompletedTask;
}
