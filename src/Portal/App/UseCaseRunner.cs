using Domain.Shared;

namespace Portal.App;

/// <summary>
/// Runs one click or one query in a scope of its own, because a circuit's scope lives for hours. The Portal's one
/// translation of refusals: a line for the page.
/// </summary>
public sealed class UseCaseRunner(IServiceScopeFactory scopes)
{
    /// <returns>Null when done; else why not, to show to the person.</returns>
    public async Task<RefusedException?> Try<TUseCase>(Func<TUseCase, Task> call)
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
            return null;
        }
        catch (RefusedException refused)
        {
            return refused;
        }
    }

    public async Task<TResult> Ask<TQueries, TResult>(Func<TQueries, Task<TResult>> query)
        where TQueries : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TQueries>());
    }
}
