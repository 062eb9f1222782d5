using Domain.Notifications;
using Infrastructure.Outbox;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.SqlServer;

internal sealed class SqlServerNoticeClaims(CourtDb db) : NoticeClaims
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
                WITH due AS (
                    SELECT TOP ({most}) * FROM notices WITH (UPDLOCK, READPAST, ROWLOCK)
                    WHERE state = 'Queued' AND is_held = 0 AND channel = {channel.ToString()} AND express = {express} AND due_at <= {now}
                    ORDER BY due_at, id)
                UPDATE due SET state = 'Claimed', claimed_by = {claim}, claimed_until = DATEADD(millisecond, {(int)
                    lease.TotalMilliseconds}, SYSDATETIMEOFFSET())
                OUTPUT inserted.*
                """
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Abandoned(int most, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"SELECT TOP ({most}) * FROM notices WITH (UPDLOCK, READPAST, ROWLOCK) WHERE state = 'Claimed' AND claimed_until < SYSDATETIMEOFFSET()"
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Held(Guid recipient, NoticeChannel channel, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"""
                SELECT * FROM notices WITH (UPDLOCK, ROWLOCK)
                WHERE state = 'Queued' AND is_held = 1 AND channel = {channel.ToString()} AND recipient_id = {recipient} AND due_at <= {now}
                """
            )
            .ToListAsync(ct);

    public override Task<List<Notice>> Outdated(int most, DateTimeOffset now, CancellationToken ct) =>
        db.Set<Notice>()
            .FromSql(
                $"SELECT TOP ({most}) * FROM notices WITH (UPDLOCK, READPAST, ROWLOCK) WHERE state = 'Queued' AND expires_at <= {now} ORDER BY expires_at"
            )
            .ToListAsync(ct);

    public override Task<List<GatewayReceipt>> Receipts(int most, DateTimeOffset now, CancellationToken ct) =>
        db.Set<GatewayReceipt>()
            .FromSql(
                $"SELECT TOP ({most}) * FROM gateway_receipts WITH (UPDLOCK, READPAST, ROWLOCK) WHERE look_at <= {now} ORDER BY look_at"
            )
            .ToListAsync(ct);

    public override async Task<DateTimeOffset> DatabaseNow(CancellationToken ct) =>
        (await db.Database.SqlQuery<DateTimeOffset>($"SELECT SYSDATETIMEOFFSET() AS [Value]").ToListAsync(ct))[0];
}
