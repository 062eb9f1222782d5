using System.Linq.Expressions;
using Domain.Supervision;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Supervision;

/// <summary>One kind of thing that the sweep watches. Registered by <see cref="SupervisedKinds.AddSupervised{T}"/>.</summary>
public interface ISupervisedKind
{
    /// <summary>Stable: the recount remembers how far it is by it.</summary>
    string Name { get; }

    /// <returns>When the next step of any is due; null when none is left.</returns>
    Task<DateTimeOffset?> NextStepAt(CourtDb db, CancellationToken ct);

    /// <summary>What is due, the longest first, tracked.</summary>
    Task<List<Supervised>> Due(CourtDb db, DateTimeOffset now, int take, CancellationToken ct);

    /// <returns>Tracked; null when it is not due any more.</returns>
    Task<Supervised?> DueOne(CourtDb db, Guid id, DateTimeOffset now, CancellationToken ct);

    /// <summary>What is open, by id after the given one, tracked.</summary>
    Task<List<Supervised>> Open(CourtDb db, Guid after, int take, CancellationToken ct);

    /// <summary>The ids of the same, in the same order: they can be read where what a row holds cannot.</summary>
    Task<List<Guid>> OpenIds(CourtDb db, Guid after, int take, CancellationToken ct);

    /// <summary>There are open ones from before clocks were kept.</summary>
    Task<bool> AnyWithoutClock(CourtDb db, CancellationToken ct);

    /// <summary>For one from before clocks were kept.</summary>
    SupervisionLimits LimitsOf(Supervised thing);
}

/// <param name="isOpen">Still owed.</param>
public sealed class SupervisedKind<T>(Expression<Func<T, bool>> isOpen, Func<T, SupervisionLimits> limits) : ISupervisedKind
    where T : Supervised
{
    public string Name => typeof(T).Name;

    public async Task<DateTimeOffset?> NextStepAt(CourtDb db, CancellationToken ct) =>
        await db.Set<T>().Where(s => s.NextStepAt != null).OrderBy(s => s.NextStepAt).Select(s => s.NextStepAt).FirstOrDefaultAsync(ct);

    public async Task<List<Supervised>> Due(CourtDb db, DateTimeOffset now, int take, CancellationToken ct) =>
        [.. await db.Set<T>().Where(s => s.NextStepAt <= now).OrderBy(s => s.NextStepAt).Take(take).ToListAsync(ct)];

    public async Task<Supervised?> DueOne(CourtDb db, Guid id, DateTimeOffset now, CancellationToken ct) =>
        await db.Set<T>().SingleOrDefaultAsync(s => s.Id == id && s.NextStepAt <= now, ct);

    public async Task<List<Supervised>> Open(CourtDb db, Guid after, int take, CancellationToken ct) =>
        [.. await db.Set<T>().Where(isOpen).Where(s => s.Id > after).OrderBy(s => s.Id).Take(take).ToListAsync(ct)];

    public Task<List<Guid>> OpenIds(CourtDb db, Guid after, int take, CancellationToken ct) =>
        db.Set<T>().Where(isOpen).Where(s => s.Id > after).OrderBy(s => s.Id).Take(take).Select(s => s.Id).ToListAsync(ct);

    public Task<bool> AnyWithoutClock(CourtDb db, CancellationToken ct) => db.Set<T>().Where(isOpen).AnyAsync(s => s.StartedOn == null, ct);

    public SupervisionLimits LimitsOf(Supervised thing) => limits((T)thing);
}

public static class SupervisedKinds
{
    /// <summary>Puts a kind under supervision: reminders, levels and counting anew.</summary>
    public static void AddSupervised<T>(
        this IServiceCollection services,
        Expression<Func<T, bool>> isOpen,
        Func<IServiceProvider, Func<T, SupervisionLimits>> limits
    )
        where T : Supervised => services.AddSingleton<ISupervisedKind>(s => new SupervisedKind<T>(isOpen, limits(s)));
}
