using Domain.DocumentService;
using Infrastructure.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.PostgreSql;

internal sealed class PostgreSqlServiceClaims(CourtDb db) : ServiceClaims
{
    public override Task<List<ServicePlan>> Plans(int most, TimeSpan lease, CancellationToken ct) =>
        db.Set<ServicePlan>()
            .FromSql(
                $"""
                UPDATE service_plans SET claimed_until = clock_timestamp() + {lease}, tries = tries + 1
                WHERE id = ANY (ARRAY(
                    SELECT id FROM service_plans
                    WHERE state = 'Waiting' AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
                    ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED))
                RETURNING *
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);

    public override Task GiveBack(IReadOnlyList<Guid> plans, TimeSpan after, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE service_plans SET claimed_until = clock_timestamp() + {after} WHERE id = ANY ({plans}) AND state = 'Waiting'",
            ct
        );

    public override Task<List<ServiceOutcome>> Outcomes(int most, TimeSpan lease, CancellationToken ct) =>
        db.Set<ServiceOutcome>()
            .FromSql(
                $"""
                UPDATE service_outcomes SET claimed_until = clock_timestamp() + {lease}
                WHERE id = ANY (ARRAY(
                    SELECT id FROM service_outcomes
                    WHERE claimed_until IS NULL OR claimed_until < clock_timestamp()
                    ORDER BY id LIMIT {most} FOR UPDATE SKIP LOCKED))
                RETURNING *
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
}
