using System.Buffers.Binary;

namespace Infrastructure.Previews;

/// <summary>Width and height as the frame of a JPEG says them (ITU-T T.81, B.2.2), so that a page can be laid out before it is there.</summary>
internal static class JpegSize
{
    /// <returns>Zeros for what is none.</returns>
    public static (int Width, int Height) Of(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        Span<byte> frame = stackalloc byte[5];
        file.Position = 2;
        while (file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head[0] == 0xFF)
        {
            var isFrame = head[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
                return file.ReadAtLeast(frame, 5, throwOnEndOfStream: false) == 5
                    ? (BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]))
                    : (0, 0);
            file.Position += BinaryPrimitives.ReadUInt16BigEndian(head[2..]) - 2;
        }

        return (0, 0);
    }
}
