namespace Domain.Attachments;

/// <summary>Audio and video by their first bytes. Whether it plays is seen when its preview is made.</summary>
internal static class MediaHead
{
    private const int FrameHead = 7;

    /// <summary>kbit/s of MPEG-1 and of MPEG-2/2.5, layer III; 0: not allowed here.</summary>
    private static readonly int[] s_bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
    private static readonly int[] s_bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
    private static readonly int[] s_sampleRates = [44100, 48000, 32000, 0];

    public static FileKind? Of(ReadOnlySpan<byte> head) =>
        IsRiff(head, "WAVE"u8) ? FileKind.Wav
        : IsRiff(head, "AVI "u8) ? FileKind.Avi
        : head.StartsWith("#!AMR\n"u8) || head.StartsWith("#!AMR-WB\n"u8) ? FileKind.Amr
        : head.StartsWith("ID3"u8) ? FileKind.Mp3
        : head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) > 0
            ? FileKind.WebM
        : OfIsoMedia(head) ?? OfFrames(head);

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith(form);

    /// <summary>By the major brand: AVIF and HEIC are made the same way and name the general ones too.</summary>
    private static FileKind? OfIsoMedia(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8))
            return null;
        var brand = head[8..12];
        if (brand.SequenceEqual("qt  "u8))
            return FileKind.Mov;
        if (brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8))
            return FileKind.M4a;
        if (brand.StartsWith("3g"u8))
            return FileKind.ThreeGp;
        return
            brand.StartsWith("iso"u8)
            || brand.StartsWith("mp4"u8)
            || brand.StartsWith("avc1"u8)
            || brand.StartsWith("M4V"u8)
            || brand.StartsWith("MSNV"u8)
            || brand.StartsWith("dash"u8)
            ? FileKind.Mp4
            : null;
    }

    /// <summary>Two frames in a row: the eleven bits that begin one are found in anything.</summary>
    private static FileKind? OfFrames(ReadOnlySpan<byte> head)
    {
        foreach (var (kind, length) in ((FileKind, Func<byte[], int>)[])[(FileKind.Aac, AdtsLength), (FileKind.Mp3, Mp3Length)])
        {
            if (head.Length < FrameHead)
                return null;
            var first = length(head[..FrameHead].ToArray());
            if (first >= FrameHead && first + FrameHead <= head.Length && length(head.Slice(first, FrameHead).ToArray()) > 0)
                return kind;
        }

        return null;
    }

    private static int AdtsLength(byte[] h) =>
        h[0] == 0xFF && (h[1] & 0xF6) == 0xF0 && ((h[2] >> 2) & 0xF) < 13 ? ((h[3] & 3) << 11) | (h[4] << 3) | (h[5] >> 5) : 0;

    private static int Mp3Length(byte[] h)
    {
        var version = (h[1] >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
        if (h[0] != 0xFF || (h[1] & 0xE0) != 0xE0 || ((h[1] >> 1) & 3) != 1 || version == 1)
            return 0;
        var bits = (version == 3 ? s_bitRates1 : s_bitRates2)[h[2] >> 4];
        var samples =
            s_sampleRates[(h[2] >> 2) & 3]
            >> (
                version == 3 ? 0
                : version == 2 ? 1
                : 2
            );
        return bits == 0 || samples == 0 ? 0 : (version == 3 ? 144 : 72) * bits * 1000 / samples + ((h[2] >> 1) & 1);
    }
}
