using Domain.Attachments;
using Infrastructure.Persistence;
using Infrastructure.Previews;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.SqlServer;

internal sealed class SqlServerPreviewClaims(CourtDb db) : PreviewClaims
{
    public override async Task<FilePreview?> Next(bool isMedia, TimeSpan lease, CancellationToken ct) =>
        (
            await db.Set<FilePreview>()
                .FromSql(
                    $"""
                    WITH waiting AS (
                        SELECT TOP (1) * FROM file_previews WITH (UPDLOCK, READPAST, ROWLOCK)
                        WHERE state IN ('Waiting', 'Making') AND is_media = {isMedia}
                            AND (claimed_until IS NULL OR claimed_until < SYSDATETIMEOFFSET())
                        ORDER BY created_at)
                    UPDATE waiting SET state = 'Making', tries = tries + 1,
                        claimed_until = DATEADD(millisecond, {(int)lease.TotalMilliseconds}, SYSDATETIMEOFFSET())
                    OUTPUT inserted.*
                    """
                )
                .AsNoTracking()
                .ToListAsync(ct)
        ).SingleOrDefault();

    public override async Task<bool> Extend(FilePreview claimed, TimeSpan lease, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE file_previews SET claimed_until = DATEADD(millisecond, {(int)lease.TotalMilliseconds}, SYSDATETIMEOFFSET())
            WHERE file_hash = {claimed.FileHash} AND tries = {claimed.Tries} AND state = 'Making'
            """,
            ct
        ) > 0;
}
