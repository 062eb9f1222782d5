using System.Buffers.Binary;
using System.IO.Compression;
using Domain.Reading;

namespace Infrastructure.Reading;

/// <summary>
/// What lies over a page: the watermark all over it, slanted, and the blackened places. As PNG with transparency, because libvips lays it
/// on the page in one go.
/// </summary>
internal static class OverlayPicture
{
    private const double Slant = -20 * Math.PI / 180;

    /// <summary>Readable over print and on white, and the print stays readable under it.</summary>
    private const byte Ink = 96,
        Cover = 88;

    private static readonly byte[] s_signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] s_crc = [.. Enumerable.Range(0, 256).Select(Remainder)];

    /// <param name="text">The words of the watermark, as they are laid again and again.</param>
    public static async Task Write(
        string path,
        (int Width, int Height) page,
        GreyPicture text,
        IEnumerable<PageMask> masks,
        CancellationToken ct
    )
    {
        var boxes = masks.Select(m => Box(m, page)).ToList();
        await using var file = File.Create(path);
        await file.WriteAsync(s_signature, ct);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, page.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), page.Height);
        (head[8], head[9]) = (8, 6); // red, green, blue, cover
        await Chunk(file, "IHDR"u8.ToArray(), head, ct);
        using var packed = new MemoryStream();
        await using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < page.Height; y++)
                await zlib.WriteAsync(Row(y, page.Width, text, boxes), ct);
        }

        await Chunk(file, "IDAT"u8.ToArray(), packed.ToArray(), ct);
        await Chunk(file, "IEND"u8.ToArray(), [], ct);
    }

    private static byte[] Row(int y, int width, GreyPicture text, List<(int Left, int Top, int Right, int Bottom)> boxes)
    {
        var row = new byte[1 + (width * 4)];
        var (cos, sin) = (Math.Cos(Slant), Math.Sin(Slant));
        var (stepX, stepY) = (text.Width + 120, text.Height + 150);
        for (var x = 0; x < width; x++)
        {
            var across = (x * cos) + (y * sin);
            var down = (y * cos) - (x * sin);
            var line = (int)Math.Floor(down / stepY);
            var (inX, inY) = ((int)Math.Floor(Wrap(across + (line * stepX / 2.0), stepX)), (int)Math.Floor(Wrap(down, stepY)));
            var at = 1 + (x * 4);
            row[at] = row[at + 1] = row[at + 2] = Ink;
            if (inX < text.Width && inY < text.Height)
                row[at + 3] = (byte)(text.At(inX, inY) * Cover / 255);
        }

        foreach (var (left, top, right, bottom) in boxes)
        {
            if (y < top || y >= bottom)
                continue;
            for (var x = left; x < right; x++)
            {
                var at = 1 + (x * 4);
                (row[at], row[at + 1], row[at + 2], row[at + 3]) = (0, 0, 0, 255);
            }
        }

        return row;
    }

    private static double Wrap(double value, double by) => value - (Math.Floor(value / by) * by);

    private static (int Left, int Top, int Right, int Bottom) Box(PageMask mask, (int Width, int Height) page) =>
        (
            Math.Max(0, mask.Left * page.Width / 10_000),
            Math.Max(0, mask.Top * page.Height / 10_000),
            Math.Min(page.Width, ((mask.Left + mask.Width) * page.Width / 10_000) + 1),
            Math.Min(page.Height, ((mask.Top + mask.Height) * page.Height / 10_000) + 1)
        );

    private static async Task Chunk(Stream to, byte[] kind, byte[] data, CancellationToken ct)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        await to.WriteAsync(number, ct);
        await to.WriteAsync(kind, ct);
        await to.WriteAsync(data, ct);
        var crc = uint.MaxValue;
        foreach (var one in kind.Concat(data))
            crc = s_crc[(crc ^ one) & 0xFF] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        await to.WriteAsync(number, ct);
    }

    private static uint Remainder(int of)
    {
        var rest = (uint)of;
        for (var bit = 0; bit < 8; bit++)
            rest = (rest & 1) == 1 ? 0xEDB88320 ^ (rest >> 1) : rest >> 1;
        return rest;
    }
}
