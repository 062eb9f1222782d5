using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>A litigant's own account: who they are, where they are signed in.</summary>
public sealed class LitigantQueries(CourtDb db, TimeProvider clock)
{
    /// <returns>Null when there is no such session, or it is over.</returns>
    public Task<SessionRow?> Session(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (
            from session in db.Set<LitigantSession>()
            join litigant in db.Set<Litigant>() on session.LitigantId equals litigant.Id
            where session.Id == id && session.RevokedAt == null && session.ExpiresAt > now
            select new SessionRow(session.Id, litigant.Id, litigant.Name, session.Channel, session.ExpiresAt)
        ).SingleOrDefaultAsync(ct);
    }

    public async Task<MeView> Me(Actor by, CancellationToken ct) =>
        MeView.Of(await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct));

    public async Task<IReadOnlyList<DeviceRow>> Devices(Actor by, Guid current, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Set<LitigantSession>()
            .AsNoTracking()
            .Where(s => s.LitigantId == by.Id && s.RevokedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastUsedAt)
            .Select(s => new DeviceRow(s.Id, s.Device, s.CreatedAt, s.LastUsedAt, s.Id == current))
            .ToListAsync(ct);
    }
}

/// <summary>Who a token belongs to now.</summary>
public sealed record SessionRow(Guid Id, Guid LitigantId, string? Name, Channel Channel, DateTimeOffset ExpiresAt);

/// <summary>Name and phone are masked: <c>陈*华</c>, <c>138****5620</c>.</summary>
public sealed record MeView(Guid Id, string? Name, string? Phone, bool PhoneBound, bool Verified)
{
    public static MeView Of(Litigant l) =>
        new(
            l.Id,
            l.Name is null ? null : Masking.NameForSelf(l.Name),
            l.Phone is null ? null : Masking.Phone(l.Phone),
            l.Phone is not null,
            l.IsVerified
        );
}

public sealed record DeviceRow(Guid Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);
