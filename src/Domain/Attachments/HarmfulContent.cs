using System.IO.Compression;
using System.Text;

namespace Domain.Attachments;

/// <summary>What is refused whatever a scanner says: programs within documents, and the string by which scanners are tried out.</summary>
internal static class HarmfulContent
{
    private const int Block = 64 * 1024;
    private const int MostOfAPart = 64 * 1024 * 1024;
    private const int MostOfAll = 256 * 1024 * 1024;

    /// <summary>Types of parts and of relations. Office goes by these, never by the part's name.</summary>
    private static readonly string[] s_types = ["vnd.ms-office.vbaProject", "relationships/vbaProject", ".macroEnabled."];
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_vbaStream = Encoding.Unicode.GetBytes("_VBA_PROJECT\0");

    // In two parts: whole, it would make scanners stop at this very program.
    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    /// <summary>
    /// A Word, Excel or PowerPoint file with a VBA project in it, of the newer or the older make, by whatever name; or one that fetches a
    /// template with macros from elsewhere.
    /// </summary>
    public static bool HoldsMacros(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..read].SequenceEqual(s_compound))
            return CompoundFile.Names(file, s_vbaStream);
        return InPackage(file, IsProject);
    }

    public static bool HoldsTestVirus(Stream file)
    {
        file.Position = 0;
        return Holds(file, s_eicar) || InPackage(file, (_, part) => Holds(part, s_eicar));
    }

    private static bool Holds(Stream file, byte[] sought)
    {
        var kept = sought.Length - 1; // it may lie across two blocks
        var buffer = new byte[Block + kept];
        var filled = 0;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (buffer.AsSpan(0, filled + read).IndexOf(sought) >= 0)
                return true;
            if (filled + read < buffer.Length)
                return false;
            buffer.AsSpan(buffer.Length - kept).CopyTo(buffer);
            filled = kept;
        }
    }

    /// <summary>Some part of the package, unpacked; what unpacks to more than <see cref="MostOfAPart"/>, or to
    /// more than <see cref="MostOfAll"/> with the others, is looked at so far: a small file must not keep the host busy.</summary>
    private static bool InPackage(Stream file, Func<string, Stream, bool> has)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.SequenceEqual("PK\x03\x04"u8))
            return false;
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            long left = MostOfAll;
            foreach (var entry in zip.Entries)
            {
                using var part = Unpacked(entry, Math.Min(left, MostOfAPart));
                left -= part.Length;
                if (has(entry.Name, part))
                    return true;
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return false; // no package, and refused as such
        }
    }

    private static MemoryStream Unpacked(ZipArchiveEntry entry, long most)
    {
        using var packed = entry.Open();
        var (part, buffer) = (new MemoryStream(), new byte[Block]);
        for (int read; part.Length < most && (read = packed.Read(buffer)) > 0; )
            part.Write(buffer, 0, read);
        part.Position = 0;
        return part;
    }

    /// <summary>A project's own streams, or the word for one in the package's types and relations.</summary>
    private static bool IsProject(string name, Stream part)
    {
        if (name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            return true;
        Span<byte> head = stackalloc byte[8];
        var read = part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..read].SequenceEqual(s_compound))
            return CompoundFile.Names(part, s_vbaStream);
        if (name != "[Content_Types].xml" && !name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return false;
        part.Position = 0;
        using var reader = new StreamReader(part);
        var xml = reader.ReadToEnd();
        return s_types.Any(word => xml.Contains(word, StringComparison.OrdinalIgnoreCase))
            || (
                xml.Contains("relationships/attachedTemplate", StringComparison.Ordinal)
                && xml.Contains("Target=\"http", StringComparison.OrdinalIgnoreCase)
            );
    }
}
