using System.Globalization;
using System.Text.Json;
using Domain.Attachments;

namespace Infrastructure.Previews;

/// <summary>
/// Audio and video as every browser plays them, by ffmpeg: from the beginning of the file on (faststart), with a still of a video. What is
/// made so already is only put in order.
/// </summary>
public sealed class PlayableMedia(PreviewSettings settings)
{
    private const int LongSide = 1280;
    private static readonly string s_fit =
        $"scale='min({LongSide},iw)':'min({LongSide},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2";

    public async Task Make(PreviewWork work, CancellationToken ct)
    {
        var shape = await Look(work, ct);
        if (shape.HasVideo)
            await Poster(work, shape, ct);
        var made = Path.Combine(work.Folder, shape.HasVideo ? "media.mp4" : "media.m4a");
        string[] how = (shape.IsWebSafe, shape.HasVideo) switch
        {
            (true, _) => ["-c", "copy"],
            (_, false) => ["-c:a", "aac", "-b:a", "96k", "-ac", "2"],
            _ =>
            [
                "-vf",
                s_fit + ",fps=fps='min(30,source_fps)'",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "26",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-ac",
                "2",
            ],
        };
        string[] tracks = shape.HasVideo ? ["-map", "0:v:0", "-map", "0:a:0?"] : ["-map", "0:a:0"];
        await Ffmpeg(
            [.. Input(work), .. tracks, .. how, "-map_metadata", "-1", "-threads", "1", "-movflags", "+faststart", "-f", "mp4", made],
            ct
        );
        await work.Keep(PreviewPartKind.Media, 1, made, shape.HasVideo ? FileKind.Mp4.ContentType : FileKind.M4a.ContentType);
    }

    private async Task Poster(PreviewWork work, MediaShape shape, CancellationToken ct)
    {
        var still = Path.Combine(work.Folder, "poster.jpg");
        var at = Math.Min(1, shape.Seconds / 2).ToString("0.###", CultureInfo.InvariantCulture);
        await Ffmpeg(["-ss", at, .. Input(work), "-map", "0:v:0", "-frames:v", "1", "-vf", s_fit, "-q:v", "4", "-threads", "1", still], ct);
        if (File.Exists(still))
            await work.Keep(PreviewPartKind.Poster, 1, still, FileKind.Jpeg.ContentType);
    }

    private async Task<MediaShape> Look(PreviewWork work, CancellationToken ct)
    {
        string[] arguments =
        [
            "-v",
            "error",
            "-show_entries",
            "stream=codec_type,codec_name,width,height,pix_fmt:stream_disposition=attached_pic:format=duration",
            "-of",
            "json",
            .. Input(work)[1..],
        ];
        var (end, said) = await BoundedProgram.Run("ffprobe", arguments, settings.Paper, ct);
        if (end != ProgramEnd.Done)
            throw CannotPreviewException.Of(end, said);
        using var json = JsonDocument.Parse(said);
        return MediaShape.Of(json.RootElement, work.Kind) ?? throw new CannotPreviewException(PreviewFailures.Damaged);
    }

    private async Task Ffmpeg(string[] arguments, CancellationToken ct)
    {
        var (end, said) = await BoundedProgram.Run("ffmpeg", ["-v", "error", "-hide_banner", "-y", .. arguments], settings.Media, ct);
        if (end != ProgramEnd.Done)
            throw CannotPreviewException.Of(end, said);
    }

    /// <summary>By the reader for its kind and from nothing but the file: a list of other addresses in it leads nowhere.</summary>
    private static string[] Input(PreviewWork work) =>
        ["-nostdin", "-protocol_whitelist", "file", "-f", ReaderOf(work.Kind), "-i", work.Source];

    private static string ReaderOf(FileKind kind) =>
        kind == FileKind.WebM ? "matroska"
        : kind == FileKind.Avi ? "avi"
        : kind == FileKind.Mp3 ? "mp3"
        : kind == FileKind.Aac ? "aac"
        : kind == FileKind.Wav ? "wav"
        : kind == FileKind.Amr ? "amr"
        : "mov";
}

/// <param name="IsWebSafe">Only the container has to be written anew.</param>
internal sealed record MediaShape(bool HasVideo, bool IsWebSafe, double Seconds)
{
    private const int MostWebSafe = 1920;

    /// <returns>Null when there is nothing to see or hear in it.</returns>
    public static MediaShape? Of(JsonElement probe, FileKind kind)
    {
        var streams = probe.GetProperty("streams").EnumerateArray().ToList();
        var video = streams.FirstOrDefault(s => Text(s, "codec_type") == "video" && !IsCover(s));
        var audio = streams.FirstOrDefault(s => Text(s, "codec_type") == "audio");
        var (hasVideo, hasAudio) = (video.ValueKind == JsonValueKind.Object, audio.ValueKind == JsonValueKind.Object);
        if (!hasVideo && !hasAudio)
            return null;
        var isWebSafe =
            kind != FileKind.Avi
            && kind != FileKind.Aac // its frames have to be put in another order
            && (!hasAudio || Text(audio, "codec_name") == "aac")
            && (
                !hasVideo
                || (
                    Text(video, "codec_name") == "h264"
                    && Text(video, "pix_fmt") is "yuv420p" or "yuvj420p"
                    && Math.Max(Number(video, "width"), Number(video, "height")) <= MostWebSafe
                )
            );
        var seconds =
            probe.TryGetProperty("format", out var format)
            && double.TryParse(Text(format, "duration"), CultureInfo.InvariantCulture, out var duration)
                ? duration
                : 0;
        return new MediaShape(hasVideo, isWebSafe, seconds);
    }

    /// <summary>The picture on the sleeve of a song.</summary>
    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") == 1;

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static int Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}
