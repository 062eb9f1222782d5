using System.Text;

namespace Domain.Attachments;

public enum FileGroup
{
    Document,
    Image,
    Audio,
    Video,
}

/// <summary>What a file is by its bytes. Its name says nothing: phones invent names, and senders lie.</summary>
public sealed record FileKind(FileGroup Group, string ContentType, string Extension, params string[] OtherExtensions)
{
    public static readonly FileKind Jpeg = new(FileGroup.Image, "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Png = new(FileGroup.Image, "image/png", ".png");
    public static readonly FileKind Gif = new(FileGroup.Image, "image/gif", ".gif");
    public static readonly FileKind WebP = new(FileGroup.Image, "image/webp", ".webp");
    public static readonly FileKind Heic = new(FileGroup.Image, "image/heic", ".heic", ".heif");
    public static readonly FileKind Pdf = new(FileGroup.Document, "application/pdf", ".pdf");
    public static readonly FileKind Doc = new(FileGroup.Document, "application/msword", ".doc");
    public static readonly FileKind Docx = new(
        FileGroup.Document,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx"
    );
    public static readonly FileKind M4a = new(FileGroup.Audio, "audio/mp4", ".m4a");
    public static readonly FileKind Mp3 = new(FileGroup.Audio, "audio/mpeg", ".mp3");
    public static readonly FileKind Aac = new(FileGroup.Audio, "audio/aac", ".aac");
    public static readonly FileKind Wav = new(FileGroup.Audio, "audio/wav", ".wav");
    public static readonly FileKind Amr = new(FileGroup.Audio, "audio/amr", ".amr", ".awb");
    public static readonly FileKind Mp4 = new(FileGroup.Video, "video/mp4", ".mp4", ".m4v");
    public static readonly FileKind Mov = new(FileGroup.Video, "video/quicktime", ".mov", ".qt");
    public static readonly FileKind ThreeGp = new(FileGroup.Video, "video/3gpp", ".3gp", ".3g2");
    public static readonly FileKind WebM = new(FileGroup.Video, "video/webm", ".webm", ".weba");
    public static readonly FileKind Avi = new(FileGroup.Video, "video/x-msvideo", ".avi");

    public static readonly IReadOnlyList<FileKind> All =
    [
        Jpeg,
        Png,
        Gif,
        WebP,
        Heic,
        Pdf,
        Doc,
        Docx,
        M4a,
        Mp3,
        Aac,
        Wav,
        Amr,
        Mp4,
        Mov,
        ThreeGp,
        WebM,
        Avi,
    ];

    /// <summary>The largest file of any kind.</summary>
    public static readonly long MostBytesOfAny = All.Max(k => k.MostBytes);

    private const long MegaByte = 1024 * 1024;
    private const int HeadLength = 4 * 1024;
    private const int PdfHead = 1024;
    private static readonly byte[] s_wordStream = Encoding.Unicode.GetBytes("WordDocument\0");

    /// <param name="file">Seekable; its position is moved.</param>
    /// <returns>Null when it is none of the kinds that may be filed.</returns>
    /// <exception cref="Shared.RefusedException"><c>attachment.unpacks_too_large</c>.</exception>
    public static FileKind? Of(Stream file)
    {
        Span<byte> buffer = stackalloc byte[HeadLength];
        file.Position = 0;
        ReadOnlySpan<byte> head = buffer[..file.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return Gif;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
            return WebP;
        if (IsHeic(head))
            return Heic;
        if (MediaHead.Of(head) is { } media)
            return media;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return CompoundFile.Names(file, s_wordStream) ? Doc : null;
        if (head.StartsWith("PK\x03\x04"u8))
            return IsWordPackage(file) ? Docx : null;
        return head[..Math.Min(head.Length, PdfHead)].IndexOf("%PDF-"u8) >= 0 ? Pdf : null; // scanners put up to a kilobyte before it
    }

    /// <summary>By what the row says; null for what came before there were kinds.</summary>
    public static FileKind? OfContentType(string contentType) => All.FirstOrDefault(k => k.ContentType == contentType);

    public long MostBytes => Group is FileGroup.Audio or FileGroup.Video ? 500 * MegaByte : 50 * MegaByte;

    public bool Fits(string extension) =>
        extension.Equals(Extension, StringComparison.OrdinalIgnoreCase)
        || OtherExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO media file whose brands say HEIF with HEVC: AVIF and video are made the same way.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 16 || !head[4..].StartsWith("ftyp"u8))
            return false;
        var brands = head[8..Math.Min(head.Length, Math.Max(16, head[3] + (head[2] << 8)))];
        for (var at = 0; at + 4 <= brands.Length; at += 4)
        {
            if (brands[at..].StartsWith("hei"u8) || brands[at..].StartsWith("hevc"u8))
                return true;
        }

        return false;
    }

    private static bool IsWordPackage(Stream file)
    {
        using var zip = OfficePackage.Open(file);
        return zip?.GetEntry("word/document.xml") is not null;
    }
}
