using Domain.DocumentService;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.SqlServer;

internal sealed class SqlServerServiceClaims(CourtDb db) : ServiceClaims
{
    public override Task<List<ServicePlan>> Plans(int most, TimeSpan lease, CancellationToken ct) =>
        db.Set<ServicePlan>()
            .FromSql(
                $"""
                WITH waiting AS (
                    SELECT TOP ({most}) * FROM service_plans WITH (UPDLOCK, READPAST, ROWLOCK)
                    WHERE state = 'Waiting' AND (claimed_until IS NULL OR claimed_until < SYSDATETIMEOFFSET())
                    ORDER BY id)
                UPDATE waiting SET claimed_until = DATEADD(millisecond, {(int)
                    lease.TotalMilliseconds}, SYSDATETIMEOFFSET()), tries = tries + 1
                OUTPUT inserted.*
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);

    public override async Task GiveBack(IReadOnlyList<Guid> plans, TimeSpan after, CancellationToken ct)
    {
        foreach (var plan in plans)
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE service_plans SET claimed_until = DATEADD(millisecond, {(int)after.TotalMilliseconds}, SYSDATETIMEOFFSET())
                WHERE id = {plan} AND state = 'Waiting'
                """,
                ct
            );
    }

    public override Task<List<ServiceOutcome>> Outcomes(int most, TimeSpan lease, CancellationToken ct) =>
        db.Set<ServiceOutcome>()
            .FromSql(
                $"""
                WITH reports AS (
                    SELECT TOP ({most}) * FROM service_outcomes WITH (UPDLOCK, READPAST, ROWLOCK)
                    WHERE claimed_until IS NULL OR claimed_until < SYSDATETIMEOFFSET()
                    ORDER BY id)
                UPDATE reports SET claimed_until = DATEADD(millisecond, {(int)lease.TotalMilliseconds}, SYSDATETIMEOFFSET())
                OUTPUT inserted.*
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
}
