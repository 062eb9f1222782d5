using Domain.Shared;
using Infrastructure.Live;

namespace Portal.App;

/// <summary>
/// Runs one click or one query in a scope of its own, because a circuit's scope lives for hours. The Portal's one
/// translation of refusals: a line for the page.
/// </summary>
public sealed class UseCaseRunner(IServiceScopeFactory scopes, LiveBus bus)
{
    private int _asking;

    /// <summary>Cancelled when whoever asks is gone; never for what lives as long as the host.</summary>
    public CancellationToken Gone { get; private init; }

    /// <summary>The same for somebody who is not there for ever: what they ask is given up when they are gone.</summary>
    public UseCaseRunner Until(CancellationToken gone) => new(scopes, bus) { Gone = gone };

    /// <summary>
    /// How many hints the bus had carried when the reading began that a screen has not shown yet; null when all is shown. Kept on the circuit
    /// of one screen, for its <see cref="Portal.Shared.LiveWatch"/>.
    /// </summary>
    internal long? ReadsSince { get; private set; }

    /// <summary>A screen shows what it has read. What is still being read, it does not.</summary>
    internal void Shown()
    {
        if (_asking == 0)
            ReadsSince = null;
    }

    /// <returns>Null when done; else why not, to show to the person.</returns>
    public async Task<RefusedException?> Try<TUseCase>(Func<TUseCase, CancellationToken, Task> act)
        where TUseCase : notnull
    {
        try
        {
            await Do<TUseCase, bool>(
                async (useCase, ct) =>
                {
                    await act(useCase, ct);
                    return true;
                }
            );
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }

    /// <summary>What somebody set going is done to its end, also when they leave the page meanwhile: it was pressed.</summary>
    public async Task<TResult> Do<TUseCase, TResult>(Func<TUseCase, CancellationToken, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>(), CancellationToken.None);
    }

    /// <exception cref="OperationCanceledException">Whoever asked is gone; components take that for silence.</exception>
    public async Task<TResult> Ask<TQueries, TResult>(Func<TQueries, CancellationToken, Task<TResult>> query)
        where TQueries : notnull
    {
        Gone.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        ReadsSince ??= bus.Carried;
        _asking++;
        try
        {
            return await query(scope.ServiceProvider.GetRequiredService<TQueries>(), Gone);
        }
        catch (Exception e) when (Gone.IsCancellationRequested && e is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new OperationCanceledException("Given up by whoever asked.", e, Gone); // drivers call it by many names
        }
        finally
        {
            _asking--;
        }
    }
}
