using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Handling;

/// <summary>What the use cases on one handled thing share.</summary>
internal static class HandledChanges
{
    /// <summary>
    /// Loads it, acts, saves; when somebody else saved in between, begins again on the newer state, so that its own verb decides
    /// whether the act still makes sense.
    /// </summary>
    /// <param name="find">Those that the actor may reach: others are "not found".</param>
    /// <param name="entryId">The entry that the act writes: of two sends of the same request one acts and both succeed.</param>
    public static async Task<T> Change<T>(
        this ICourtDb db,
        IQueryable<T> find,
        Guid id,
        Func<T, Task> act,
        CancellationToken ct,
        Guid? entryId = null
    )
        where T : Handled, IHandled
    {
        var one = find.Where(o => o.Id == id);
        if (entryId is not { } entry)
            return await db.Change(one, T.Declared.Errors.NotFound, act, ct);
        var (result, _) = await db.Once(
            // Whoever sent it may not reach it any more: it has been handed over by the first send.
            async () => await db.HasEntry(id, entry, ct) ? await db.Set<T>().AsNoTracking().SingleAsync(o => o.Id == id, ct) : null,
            async () =>
            {
                var thing = await one.SingleOrDefaultAsync(ct) ?? throw T.Declared.Errors.NotFound();
                await act(thing);
                return thing;
            },
            ct,
            lost: T.Declared.Errors.EntryIdReused // the key of an entry: nobody else's save brings it through
        );
        return result;
    }

    public static Task<T> Change<T>(
        this ICourtDb db,
        IQueryable<T> find,
        Guid id,
        Action<T> act,
        CancellationToken ct,
        Guid? entryId = null
    )
        where T : Handled, IHandled =>
        db.Change(
            find,
            id,
            thing =>
            {
                act(thing);
                return Task.CompletedTask;
            },
            ct,
            entryId
        );

    /// <summary>A repeated request: its entry is in the trace already.</summary>
    private static Task<bool> HasEntry(this ICourtDb db, Guid id, Guid entryId, CancellationToken ct) =>
        db.Set<TraceRow>().AnyAsync(r => r.SubjectId == id && r.EntryId == entryId, ct);

    public static Task<string> DivisionName(this ICourtDb db, Actor by, CancellationToken ct) =>
        db.Set<Division>().Where(d => d.Id == by.Post!.DivisionId).Select(d => d.Name).SingleAsync(ct);
}
