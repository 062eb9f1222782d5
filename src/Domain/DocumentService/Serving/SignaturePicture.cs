using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Domain.DocumentService;

/// <summary>
/// A handwritten signature as a phone's canvas gives it: a PNG of 8 bits a channel, not interlaced. It is read whole, so that what is kept
/// is a picture and shows ink.
/// </summary>
public static class SignaturePicture
{
    public const int MaxBytes = 200 * 1024;
    private const int MaxSide = 3_000;
    private const int LeastInk = 40;
    private const int DarkBelow = 160;
    private static readonly byte[] s_head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="Shared.RefusedException">Too large, no such PNG, or blank.</exception>
    public static void Check(ReadOnlySpan<byte> png)
    {
        if (png.Length > MaxBytes)
            throw ServedDocumentErrors.SignatureTooLarge();
        if (Ink(png) < LeastInk)
            throw ServedDocumentErrors.SignatureBlank();
    }

    private static int Ink(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(s_head))
            throw ServedDocumentErrors.SignatureInvalid();
        using var packed = new MemoryStream();
        var header = ReadOnlySpan<byte>.Empty;
        for (var at = s_head.Length; at + 12 <= png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            if (length < 0 || length > png.Length - at - 12)
                throw ServedDocumentErrors.SignatureInvalid();
            var kind = Encoding.ASCII.GetString(png.Slice(at + 4, 4));
            var data = png.Slice(at + 8, length);
            if (kind == "IHDR")
                header = data;
            if (kind == "IDAT")
                packed.Write(data);
            at += length + 12;
        }

        if (header.Length != 13 || header[8] != 8 || header[12] != 0)
            throw ServedDocumentErrors.SignatureInvalid();
        var channels = header[9] switch
        {
            0 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => throw ServedDocumentErrors.SignatureInvalid(),
        };
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        if (width is < 1 or > MaxSide || height is < 1 or > MaxSide)
            throw ServedDocumentErrors.SignatureInvalid();
        packed.Position = 0;
        return Count(packed, width, height, channels);
    }

    private static int Count(Stream packed, int width, int height, int channels)
    {
        var (row, above) = (new byte[width * channels], new byte[width * channels]);
        var (ink, filter) = (0, new byte[1]);
        try
        {
            using var pixels = new ZLibStream(packed, CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                pixels.ReadExactly(filter);
                pixels.ReadExactly(row);
                Unfilter(filter[0], row, above, channels);
                for (var x = 0; x < row.Length; x += channels)
                {
                    if (IsInk(row.AsSpan(x, channels)))
                        ink++;
                }

                (row, above) = (above, row);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw ServedDocumentErrors.SignatureInvalid();
        }

        return ink;
    }

    /// <summary>Dark, and not see-through.</summary>
    private static bool IsInk(ReadOnlySpan<byte> pixel) =>
        (pixel.Length % 2 != 0 || pixel[^1] > 64)
        && pixel[0] < DarkBelow
        && (pixel.Length < 3 || (pixel[1] < DarkBelow && pixel[2] < DarkBelow));

    /// <summary>PNG filters 0 to 4: each byte was stored as the difference to what its neighbours foretell.</summary>
    private static void Unfilter(byte filter, byte[] row, byte[] above, int channels)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i < channels ? 0 : row[i - channels],
                up = above[i],
                corner = i < channels ? 0 : above[i - channels];
            row[i] += (byte)(
                filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => throw ServedDocumentErrors.SignatureInvalid(),
                }
            );
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left
            : toUp <= toCorner ? up
            : corner;
    }
}
