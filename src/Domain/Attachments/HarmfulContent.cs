using System.IO.Compression;
using System.Text;

namespace Domain.Attachments;

/// <summary>What is refused whatever a scanner says: programs within documents, and the string by which scanners are tried out.</summary>
internal static class HarmfulContent
{
    private const int Block = 64 * 1024;
    private static readonly byte[] s_compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] s_vbaStream = Encoding.Unicode.GetBytes("_VBA_PROJECT\0");

    // In two parts: whole, it would make scanners stop at this very program.
    private static readonly byte[] s_eicar = Encoding.ASCII.GetBytes(
        @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    );

    /// <summary>A Word, Excel or PowerPoint file with a VBA project in it, of the newer or the older make.</summary>
    public static bool HoldsMacros(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..read].SequenceEqual(s_compound))
            return CompoundFile.Names(file, s_vbaStream);
        return head[..read].StartsWith("PK\x03\x04"u8) && HoldsProjectPart(file);
    }

    public static bool HoldsTestVirus(Stream file)
    {
        var kept = s_eicar.Length - 1; // it may lie across two blocks
        var buffer = new byte[Block + kept];
        var filled = 0;
        file.Position = 0;
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (buffer.AsSpan(0, filled + read).IndexOf(s_eicar) >= 0)
                return true;
            if (filled + read < buffer.Length)
                return false;
            buffer.AsSpan(buffer.Length - kept).CopyTo(buffer);
            filled = kept;
        }
    }

    private static bool HoldsProjectPart(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false; // no package, and refused as such
        }
    }
}
