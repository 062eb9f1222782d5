using Domain.Attachments;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.PostgreSql;

internal sealed class PostgreSqlPreviewClaims(CourtDb db) : PreviewClaims
{
    public override async Task<FilePreview?> Next(bool isMedia, TimeSpan lease, CancellationToken ct) =>
        (
            await db.Set<FilePreview>()
                .FromSql(
                    $"""
                    UPDATE file_previews SET state = 'Making', claimed_until = clock_timestamp() + {lease}, tries = tries + 1
                    WHERE file_hash = ANY (ARRAY(
                        SELECT file_hash FROM file_previews
                        WHERE state IN ('Waiting', 'Making') AND is_media = {isMedia}
                            AND (claimed_until IS NULL OR claimed_until < clock_timestamp())
                        ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED))
                    RETURNING *
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        ).SingleOrDefault();

    public override async Task<bool> Extend(FilePreview claimed, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE file_previews SET claimed_until = clock_timestamp() + {lease}
            WHERE file_hash = {claimed.FileHash} AND tries = {claimed.Tries} AND state = 'Making'
            """,
            ct
        ) > 0;
}
