using Microsoft.EntityFrameworkCore;

namespace Domain.Shared;

/// <summary>
/// The one way in which a use case changes what is stored: load within reach, act, save. When somebody else saved in between it
/// begins again on the newer state, so that the verb decides whether the act still makes sense: an act may run several times, and
/// only what it loads or adds through the store counts. What was begun and refused is dropped, so that no later save carries it.
/// </summary>
public static class Changing
{
    /// <summary>Of everything that loses a race. Each time somebody else has come through, so that no two hold each other up.</summary>
    public const int Tries = 10;

    /// <param name="act">Loads what it changes itself; saved when it returns.</param>
    /// <param name="lost">Why not, where the race is lost for good; without it the failure of the store is told.</param>
    public static async Task<T> Change<T>(this ICourtDb db, Func<Task<T>> act, CancellationToken ct, Func<RefusedException>? lost = null)
    {
        for (var tries = 1; ; tries++)
        {
            if (await db.Try(act, tries, lost, ct) is (true, var result))
                return result;
        }
    }

    /// <inheritdoc cref="Change{T}(ICourtDb, Func{Task{T}}, CancellationToken, Func{RefusedException})"/>
    public static Task Change(this ICourtDb db, Func<Task> act, CancellationToken ct, Func<RefusedException>? lost = null) =>
        db.Change(
            async () =>
            {
                await act();
                return true;
            },
            ct,
            lost
        );

    /// <summary>Changes one thing.</summary>
    /// <param name="one">It, among those that the actor may reach: others are "not found".</param>
    public static Task<T> Change<T>(
        this ICourtDb db,
        IQueryable<T> one,
        Func<RefusedException> notFound,
        Func<T, Task> act,
        CancellationToken ct
    )
        where T : class =>
        db.Change(
            async () =>
            {
                var thing = await one.SingleOrDefaultAsync(ct) ?? throw notFound();
                await act(thing);
                return thing;
            },
            ct
        );

    /// <inheritdoc cref="Change{T}(ICourtDb, IQueryable{T}, Func{RefusedException}, Func{T, Task}, CancellationToken)"/>
    public static Task<T> Change<T>(
        this ICourtDb db,
        IQueryable<T> one,
        Func<RefusedException> notFound,
        Action<T> act,
        CancellationToken ct
    )
        where T : class =>
        db.Change(
            one,
            notFound,
            thing =>
            {
                act(thing);
                return Task.CompletedTask;
            },
            ct
        );

    /// <summary>
    /// The same request twice is one: of two sends one acts and both get its answer, also where the other send is what made this
    /// one lose its race or be refused.
    /// </summary>
    /// <param name="done">What an earlier send has left; refuses an id that is somebody else's. Asked before each try and after a refusal.</param>
    /// <param name="isLikelyNew">Saves the first question: the key of what is made tells the store that it is there already.</param>
    /// <returns>With whether this send made it.</returns>
    public static async Task<(T Result, bool IsNew)> Once<T>(
        this ICourtDb db,
        Func<Task<T?>> done,
        Func<Task<T>> act,
        CancellationToken ct,
        Func<RefusedException>? lost = null,
        bool isLikelyNew = false
    )
        where T : class
    {
        for (var tries = 1; ; tries++)
        {
            if (!(isLikelyNew && tries == 1) && await done() is { } known)
                return (known, false);
            try
            {
                if (await db.Try(act, tries, lost, ct) is (true, var made))
                    return (made, true);
            }
            catch (RefusedException)
            {
                if (await done() is { } twin)
                    return (twin, false);
                throw;
            }
        }
    }

    /// <inheritdoc cref="Once{T}(ICourtDb, Func{Task{T}}, Func{Task{T}}, CancellationToken, Func{RefusedException}, bool)"/>
    public static Task Once(this ICourtDb db, Func<Task<bool>> done, Func<Task> act, CancellationToken ct) =>
        db.Once<object>(
            async () => await done() ? Done : null,
            async () =>
            {
                await act();
                return Done;
            },
            ct
        );

    private static readonly object Done = new();

    /// <summary>Saves what was made by the way, unless somebody else was faster: then it is dropped, for the next round to see.</summary>
    public static async Task<bool> SaveUnlessLost(this ICourtDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            return false;
        }
    }

    /// <summary>The store refused what was to be saved, or could not be reached: what was to be saved with it may do by itself.</summary>
    public static bool IsFailedSave(this Exception failure) => failure is DbUpdateException;

    /// <returns>False when it is to be tried again, with nothing left of this try.</returns>
    private static async Task<(bool IsSaved, T Result)> Try<T>(
        this ICourtDb db,
        Func<Task<T>> act,
        int tries,
        Func<RefusedException>? lost,
        CancellationToken ct
    )
    {
        var isSaved = false;
        try
        {
            var result = await act();
            await db.SaveChangesAsync(ct);
            isSaved = true;
            return (true, result);
        }
        catch (DbUpdateException e) when (IsLostRace(e) && tries < Tries && !ct.IsCancellationRequested)
        {
            return (false, default!);
        }
        catch (DbUpdateException e) when (IsLostRace(e) && lost is not null && !ct.IsCancellationRequested)
        {
            throw lost();
        }
        finally
        {
            if (!isSaved)
                db.Forget();
        }
    }

    /// <summary>Any other failure of the store would fail again, and is told as it is.</summary>
    private static bool IsLostRace(DbUpdateException failure) => failure is DbUpdateConcurrencyException or KeyTakenException;
}
