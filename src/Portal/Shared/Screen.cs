using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.App;

namespace Portal.Shared;

/// <summary>
/// What every page and part of a page is: it asks through <see cref="Run"/>, and what it still asks when it is left is given
/// up, so that nobody's connection waits for an answer that nobody will see.
/// </summary>
public abstract class Screen : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<IJSObjectReference> _scripts = [];
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

    /// <summary>A module of scripts, which ends with this screen; asked for after the first rendering.</summary>
    /// <returns>Null when the screen was left while it was on its way: what it would draw on is gone.</returns>
    protected async Task<IJSObjectReference?> Script(string path)
    {
        var script = await Services.GetRequiredService<IJSRuntime>().InvokeAsync<IJSObjectReference>("import", path);
        if (Gone.IsCancellationRequested)
        {
            await End(script);
            return null;
        }

        _scripts.Add(script);
        return script;
    }

    /// <summary>Calls a function of <see cref="Script"/>; nothing once this screen was left, between two calls too.</summary>
    /// <param name="script">Null does nothing.</param>
    protected async Task Draw(IJSObjectReference? script, string function, params object?[] arguments)
    {
        if (script is not null && !Gone.IsCancellationRequested)
            await script.InvokeVoidAsync(function, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _gone.CancelAsync();
        await Leave();
        foreach (var script in _scripts)
            await End(script);
        _gone.Dispose();
    }

    private static async Task End(IJSObjectReference script)
    {
        try
        {
            await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The whole page was closed.
        }
    }

    /// <summary>What else ends with this screen.</summary>
    protected virtual ValueTask Leave() => ValueTask.CompletedTask;
}
