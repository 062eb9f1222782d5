using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Attachments;

public static class Previews
{
    private static readonly TimeSpan s_retry = TimeSpan.FromDays(1);

    /// <summary>Has one made where none is there yet; saved with what goes on. Of two at once, one loses its race.</summary>
    public static async Task WantPreview(this ICourtDb db, string sha256, string contentType, DateTimeOffset now, CancellationToken ct)
    {
        if (FileKind.OfContentType(contentType) is not { } kind || await db.Set<FilePreview>().AnyAsync(p => p.FileHash == sha256, ct))
            return;
        db.Set<FilePreview>()
            .Add(
                new FilePreview
                {
                    FileHash = sha256,
                    ContentType = contentType,
                    IsMedia = kind.Group is FileGroup.Audio or FileGroup.Video,
                    CreatedAt = now,
                }
            );
    }

    /// <summary>Has it made again where it was us who failed, a program was missing or killed: a day later that may be mended.</summary>
    /// <returns>Whether it was.</returns>
    public static async Task<bool> RetryPreview(this ICourtDb db, string sha256, CancellationToken ct)
    {
        var before = TimeProvider.System.GetUtcNow() - s_retry; // claims hold by the database's clock, not by a demonstration's
        return await db.Set<FilePreview>()
                .Where(p => p.FileHash == sha256 && (p.ClaimedUntil ?? p.CreatedAt) <= before)
                .Where(p =>
                    p.State == PreviewState.Failed || (p.State == PreviewState.NotPossible && p.Reason == PreviewFailures.NoProgram)
                )
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(p => p.State, PreviewState.Waiting)
                            .SetProperty(p => p.Reason, "")
                            .SetProperty(p => p.Tries, 0)
                            .SetProperty(p => p.ClaimedUntil, (DateTimeOffset?)null),
                    ct
                ) > 0;
    }

    public static string Chinese(this PreviewState state, string reason) =>
        state switch
        {
            PreviewState.Waiting or PreviewState.Making => "正在生成预览",
            PreviewState.Ready => "可以预览",
            _ => reason switch
            {
                PreviewFailures.Password => "文件有密码，不能预览，可下载原件",
                PreviewFailures.Damaged => "文件可能已损坏，不能预览，可下载原件",
                PreviewFailures.TooLarge => "文件太大，不能预览，可下载原件",
                _ => "不能预览，可下载原件",
            },
        };
}

public static class PreviewTopics
{
    extension(LiveTopic)
    {
        /// <summary>More of it can be seen, or it is known that it cannot.</summary>
        public static string Preview(string sha256) => $"preview:{sha256}";
    }
}
