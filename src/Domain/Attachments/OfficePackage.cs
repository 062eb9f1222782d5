using System.Buffers.Binary;
using System.IO.Compression;

namespace Domain.Attachments;

/// <summary>What a package (ZIP: the newer Office files) holds, unpacked within bounds: a small file must not fill the memory of whoever opens it.</summary>
internal static class OfficePackage
{
    private const int Block = 64 * 1024;
    private const int MostOfAPart = 64 * 1024 * 1024;
    private const int MostOfAll = 256 * 1024 * 1024;

    /// <summary>An entry of it costs the reader many times what it weighs in the file.</summary>
    private const int MostOfTheDirectory = 4 * 1024 * 1024;

    private const int EndLength = 22;

    /// <summary>The longest comment behind it, and more, so that a reader finds no end that is not found here.</summary>
    private const int LongestTail = EndLength + 65_535 + 8_192;

    /// <summary>Documents in documents: deeper ones are made to be opened by nobody.</summary>
    private const int Depth = 3;

    /// <summary>Some part of it, or of the packages within; all parts are looked at until one has it.</summary>
    /// <returns>False too for what is no package.</returns>
    /// <exception cref="Shared.RefusedException">
    /// <c>attachment.unpacks_too_large</c>; <c>attachment.damaged</c>: a part is not what the package says of it, so that a reader who goes
    /// by its size and one who goes by its bytes see different things.
    /// </exception>
    public static bool Any(Stream file, Func<string, Stream, bool> has)
    {
        long left = MostOfAll;
        return Any(file, has, new byte[Block], ref left, Depth);
    }

    private static bool Any(Stream file, Func<string, Stream, bool> has, byte[] buffer, ref long left, int depth)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual("PK\x03\x04"u8))
            return false;
        if (depth == 0)
            throw AttachmentErrors.UnpacksTooLarge();
        using var zip = Open(file);
        foreach (var entry in zip?.Entries ?? [])
        {
            using var part = Unpacked(entry, Math.Min(left, MostOfAPart), buffer);
            left -= part.Length;
            if (has(entry.Name, part) || Any(part, has, buffer, ref left, depth - 1))
                return true;
        }

        return false;
    }

    /// <returns>Null for what only begins like a package; as a file of its own it is refused as no kind that may be filed.</returns>
    /// <exception cref="Shared.RefusedException"><c>attachment.unpacks_too_large</c>: its directory alone would fill the memory.</exception>
    internal static ZipArchive? Open(Stream file)
    {
        if (DirectoryLength(file) is not { } length)
            return null;
        if (file.Length > FileKind.Docx.MostBytes || length > MostOfTheDirectory)
            throw AttachmentErrors.UnpacksTooLarge();
        file.Position = 0;
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries; // reads the directory
            return zip;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <returns>Null where there is none; of one that says where it lies in numbers of 64 bits, which no document needs, the largest.</returns>
    private static long? DirectoryLength(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, LongestTail)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.Length < EndLength ? -1 : tail.AsSpan(0, tail.Length - EndLength + 4).LastIndexOf("PK\x05\x06"u8);
        if (at < 0)
            return null;
        var end = tail.AsSpan(at, EndLength);
        var begin = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var isLarge = begin == uint.MaxValue || IsMax(end[4..]) || IsMax(end[8..]) || IsMax(end[10..]);
        return isLarge ? long.MaxValue : file.Length - tail.Length + at - begin;
    }

    private static bool IsMax(ReadOnlySpan<byte> number) => BinaryPrimitives.ReadUInt16LittleEndian(number) == ushort.MaxValue;

    private static MemoryStream Unpacked(ZipArchiveEntry entry, long most, byte[] buffer)
    {
        if (entry.Length > most)
            throw AttachmentErrors.UnpacksTooLarge();
        var (part, sum) = (new MemoryStream(), new Crc32());
        try
        {
            using var packed = entry.Open();
            for (int read; (read = packed.Read(buffer)) > 0; )
            {
                if (part.Length + read > most)
                    throw AttachmentErrors.UnpacksTooLarge();
                part.Write(buffer, 0, read);
                sum.Add(buffer.AsSpan(0, read));
            }
        }
        catch (InvalidDataException)
        {
            throw AttachmentErrors.Damaged(); // one part that cannot be read must not hide the others
        }

        // Only as much as the size says is read, so that a size too small shows by the sum alone.
        if (part.Length != entry.Length || sum.Value != entry.Crc32)
            throw AttachmentErrors.Damaged();
        part.Position = 0;
        return part;
    }

    /// <summary>The sum that a package keeps of each part; the framework does not compare it.</summary>
    private struct Crc32()
    {
        private static readonly uint[] s_table = [.. Enumerable.Range(0, 256).Select(i => Row((uint)i))];
        private uint _sum = uint.MaxValue;

        public readonly uint Value => ~_sum;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (var b in bytes)
                _sum = s_table[(byte)(_sum ^ b)] ^ (_sum >> 8);
        }

        private static uint Row(uint row)
        {
            for (var bit = 0; bit < 8; bit++)
                row = (row & 1) == 0 ? row >> 1 : 0xEDB88320 ^ (row >> 1);
            return row;
        }
    }
}
