using Domain.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.PostgreSql;

internal sealed class PostgreSqlNoticeClaims(CourtDb db) : NoticeClaims
{
    public override Task<List<Notice>> Take(
        NoticeChannel channel,
        bool express,
        int most,
        Guid claim,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db.Set<Notice>()
            .FromSql(
                $"""
                UPDATE notices SET state = 'Claimed', claimed_by = {claim}, claimed_until = clock_timestamp() + {lease}
                WHERE id = ANY (ARRAY(
                    SELECT id FROM notices
                    WHERE state = 'Queued' AND is_held = false AND channel = {channel.ToString()} AND express = {express} AND due_at <= {now}
                    ORDER BY due_at, id LIMIT {most} FOR UPDATE SKIP LOCKED))
                RETURNING *
                """
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Abandoned(int most, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"SELECT * FROM notices WHERE state = 'Claimed' AND claimed_until < clock_timestamp() LIMIT {most} FOR UPDATE SKIP LOCKED"
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Held(Guid recipient, NoticeChannel channel, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"""
                SELECT * FROM notices
                WHERE state = 'Queued' AND is_held = true AND channel = {channel.ToString()} AND recipient_id = {recipient} AND due_at <= {now}
                ORDER BY id FOR UPDATE
                """
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Outdated(int most, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"SELECT * FROM notices WHERE state = 'Queued' AND expires_at <= {now} ORDER BY expires_at LIMIT {most} FOR UPDATE SKIP LOCKED"
            )
            .ToListAsync(ct);

    public override Task<List<GatewayReceipt>> Receipts(int most, DateTimeOffset now, CancellationToken ct) =>
        db.Set<GatewayReceipt>()
            .FromSql($"SELECT * FROM gateway_receipts WHERE look_at <= {now} ORDER BY look_at LIMIT {most} FOR UPDATE SKIP LOCKED")
            .ToListAsync(ct);

    public override async Task<DateTimeOffset> DatabaseNow(CancellationToken ct) =>
        (await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").ToListAsync(ct))[0];
}
